import { getVpsOrgAccount } from "../../functions/vpsorg/getVpsOrgAccount";
import { getVpsOrgServer } from "../../functions/vpsorg/getVpsOrgServer";
import { getVpsOrgServers } from "../../functions/vpsorg/getVpsOrgServers";
import { vpsOrgServer } from "../../resources/vpsorg/server";
import { vpsorg as connection } from "./connection";

/** VPS.org: servers, ordered and deleted here. */
export const vpsorg = {
  ...connection,
  resources: {
    vpsOrgServer,
  },
  functions: {
    getVpsOrgAccount,
    getVpsOrgServer,
    getVpsOrgServers,
  },
};
