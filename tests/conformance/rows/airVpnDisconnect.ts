import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { NO_OBJECT, type Row } from "./row";

export const airVpnDisconnectRow: Row = {
  ...NO_OBJECT,
  subject: subjectOf(resources.airVpnDisconnect),
  required: { device: "laptop" },
  neverLeftOut: { device: "without server and device, every session would be meant" },
  optional: { server: "Alderamin", all: false, triggers: ["1"] },
  others: {
    server: { server: "Mizar" },
    device: { device: "phone" },
    all: { all: true },
    triggers: { triggers: ["2"] },
  },
  spellings: [],
  oneSpelling: "what is sent is compared with nothing, and there is no id to write",
  naturalKey: [],
  action: {
    call: { method: "POST", path: "/disconnect/" },
    acts: ["triggers"],
    undoes: false,
    // A session that is ended leaves nothing behind, and one that is not there is ended as well.
    carriedOut: (simulator) =>
      simulator.requests().filter(({ path, status }) => path === "/disconnect/" && status === 200).length,
  },
};
