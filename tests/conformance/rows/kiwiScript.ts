import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { NO_OBJECT, type Row } from "./row";

export const kiwiScriptRow: Row = {
  ...NO_OBJECT,
  subject: subjectOf(resources.kiwiScript),
  required: { veid: "111141", script: "#!/bin/sh\napt-get -y upgrade\n" },
  optional: { triggers: ["first"] },
  others: {
    veid: { veid: "222252" },
    script: { script: "apt-get -y dist-upgrade\n" },
    triggers: { triggers: ["second"] },
  },
  spellings: [{ veid: 111141 }],
  naturalKey: [],
  ownCredential: "a key is valid for one machine only",
  action: {
    call: { method: "POST", path: "/shellScript/exec" },
    acts: ["script", "triggers"],
    undoes: false,
    carriedOut: (simulator) =>
      Object.values(simulator.state().kiwivm.machines).flatMap(({ guest }) => Object.keys(guest.scripts)).length,
  },
};
