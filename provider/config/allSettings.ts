import { CONNECTIONS } from "../hosters";
import { mergedOf } from "../merged";
import type { SettingTable } from "./setting";
import { WAIT_SETTINGS } from "./waits";

/** Every setting: each hoster's, and those of all of them. */
export const SETTINGS = {
  ...mergedOf(Object.values(CONNECTIONS).map(({ settings }) => settings)),
  ...WAIT_SETTINGS,
} satisfies SettingTable;

export type Setting = keyof typeof SETTINGS;
