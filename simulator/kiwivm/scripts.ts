import { randomBytes } from "node:crypto";
import type { Fields } from "./answers";
import type { Moment } from "./moment";
import { NODE_IP } from "./node";
import { refuseStopped } from "./power";
import { later } from "./time";

/** Takes note of the script and answers at once; how it ends cannot be asked [S1; kiwivm 1.5]. The names are invented. */
export function execScript(moment: Moment): Fields {
  const { machine, parameters, now } = moment;
  const script = parameters.require("script");
  refuseStopped(moment);
  const id = randomBytes(8).toString("hex");
  const log = `shellscript_${id}.log`;
  machine.guest.scripts[log] = { script, at: later(now, 0) };
  return { log, node_ip: NODE_IP, output_stream_id: id };
}
