import { CONNECTIONS } from "../hosters";
import { type Merged, mergedOf } from "../merged";
import type { SettingTable } from "./setting";
import { WAIT_SETTINGS } from "./waits";

type HosterSettings = Merged<(typeof CONNECTIONS)[keyof typeof CONNECTIONS]["settings"]>;

/** Every setting: each hoster's, and those of all of them. */
export const SETTINGS = {
  ...(mergedOf(Object.values(CONNECTIONS).map(({ settings }) => settings)) as HosterSettings),
  ...WAIT_SETTINGS,
} satisfies SettingTable;

export type Setting = keyof typeof SETTINGS;
