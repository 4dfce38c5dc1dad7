import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { NO_OBJECT, type Row } from "./row";

export const kiwiCommandRow: Row = {
  ...NO_OBJECT,
  subject: subjectOf(resources.kiwiCommand),
  required: { veid: "111141", create: "echo made" },
  optional: {
    update: "echo changed",
    delete: "echo removed",
    triggers: ["first"],
    workingDirectory: "/srv",
    environment: { MODE: "it's on" },
  },
  defaults: { workingDirectory: "", environment: {} },
  others: {
    veid: { veid: "222252" },
    create: { create: "echo made otherwise" },
    update: { update: "echo changed otherwise" },
    delete: { delete: "echo removed otherwise" },
    triggers: { triggers: ["second"] },
    workingDirectory: { workingDirectory: "/opt" },
    environment: { environment: { MODE: "off", DEBUG: "" } },
  },
  spellings: [{ veid: 111141 }],
  naturalKey: [],
  ownCredential: "a key is valid for one machine only",
  action: {
    call: { method: "POST", path: "/basicShell/exec" },
    acts: ["create", "triggers", "workingDirectory", "environment"],
    undoes: true,
    carriedOut: (simulator) =>
      Object.values(simulator.state().kiwivm.machines).flatMap(({ guest }) => guest.commands).length,
  },
};
