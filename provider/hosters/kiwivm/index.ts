import { getKiwiLocations } from "../../functions/kiwivm/getKiwiLocations";
import { getKiwiOsTemplates } from "../../functions/kiwivm/getKiwiOsTemplates";
import { getKiwiRateLimit } from "../../functions/kiwivm/getKiwiRateLimit";
import { getKiwiServer } from "../../functions/kiwivm/getKiwiServer";
import { getKiwiServerLive } from "../../functions/kiwivm/getKiwiServerLive";
import { getKiwiSnapshots } from "../../functions/kiwivm/getKiwiSnapshots";
import { getKiwiUsage } from "../../functions/kiwivm/getKiwiUsage";
import { getKiwiUsageGraphs } from "../../functions/kiwivm/getKiwiUsageGraphs";
import { kiwiCommand } from "../../resources/kiwivm/command";
import { kiwiIpv6 } from "../../resources/kiwivm/ipv6";
import { kiwiPtr } from "../../resources/kiwivm/ptr";
import { kiwiScript } from "../../resources/kiwivm/script";
import { kiwiServer } from "../../resources/kiwivm/server";
import { kiwiServerLocation } from "../../resources/kiwivm/serverLocation";
import { kiwiServerOs } from "../../resources/kiwivm/serverOs";
import { kiwiSnapshot } from "../../resources/kiwivm/snapshot";
import { kiwiSnapshotRestore } from "../../resources/kiwivm/snapshotRestore";
import { kiwivm as connection } from "./connection";

/** BandwagonHost's KiwiVM: machines that were ordered in its shop. */
export const kiwivm = {
  ...connection,
  heading: "BandwagonHost (KiwiVM)",
  resources: {
    kiwiCommand,
    kiwiIpv6,
    kiwiPtr,
    kiwiScript,
    kiwiServer,
    kiwiServerLocation,
    kiwiServerOs,
    kiwiSnapshot,
    kiwiSnapshotRestore,
  },
  functions: {
    getKiwiLocations,
    getKiwiOsTemplates,
    getKiwiRateLimit,
    getKiwiServer,
    getKiwiServerLive,
    getKiwiSnapshots,
    getKiwiUsage,
    getKiwiUsageGraphs,
  },
};
