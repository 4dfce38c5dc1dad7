import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { NO_OBJECT, type Row } from "./row";

export const airVpnNotificationRow: Row = {
  ...NO_OBJECT,
  subject: subjectOf(resources.airVpnNotification),
  required: { subject: "Deployed", body: "Version 1 is up." },
  optional: { triggers: ["1"] },
  others: {
    subject: { subject: "Deployed again" },
    body: { body: "Version 2 is up." },
    triggers: { triggers: ["2"] },
  },
  spellings: [],
  oneSpelling: "what is sent is compared with nothing, and there is no id to write",
  naturalKey: [],
  action: {
    call: { method: "POST", path: "/notification/" },
    acts: ["triggers"],
    undoes: false,
    carriedOut: (simulator) => Object.keys(simulator.state().airvpn.notifications).length,
  },
};
