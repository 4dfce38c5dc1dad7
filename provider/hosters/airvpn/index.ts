import { getAirVpnStatus } from "../../functions/airvpn/getAirVpnStatus";
import { getAirVpnUser } from "../../functions/airvpn/getAirVpnUser";
import { airVpnDisconnect } from "../../resources/airvpn/disconnect";
import { airVpnNotification } from "../../resources/airvpn/notification";
import { airvpn as connection } from "./connection";

/** AirVPN: the member, its sessions, and the public status. */
export const airvpn = {
  ...connection,
  resources: {
    airVpnDisconnect,
    airVpnNotification,
  },
  functions: {
    getAirVpnStatus,
    getAirVpnUser,
  },
};
