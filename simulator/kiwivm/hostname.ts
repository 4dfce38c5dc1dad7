import type { Fields } from "./answers";
import { refused } from "./errors";
import type { Moment } from "./moment";

const HOST_NAME = /^(?=.{1,253}$)([a-z0-9_-]{1,63}\.)*[a-z0-9-]{1,63}\.?$/i;

export function isHostName(text: string): boolean {
  return HOST_NAME.test(text);
}

/** KiwiVM's record; the running system keeps the old name [kiwivm 1.9]. What it refuses is unverified. */
export function setHostname({ machine, parameters }: Moment): Fields {
  const name = parameters.require("newHostname");
  if (!isHostName(name)) throw refused("Invalid hostname");
  machine.hostname = name;
  return {};
}
