import type { Json } from "../json";
import type { AirvpnSwitches } from "./switches";

/** `NAME_unix` as an integer and `NAME_date` in MySQL's format, both UTC [S0]. */
export function dates(name: string, time: string | null, { noDate }: AirvpnSwitches): Record<string, Json> {
  if (time === null && noDate === "null") return { [`${name}_unix`]: null, [`${name}_date`]: null };
  if (time === null) return { [`${name}_unix`]: 0, [`${name}_date`]: "0000-00-00 00:00:00" };
  return {
    [`${name}_unix`]: Math.floor(Date.parse(time) / 1000),
    [`${name}_date`]: new Date(time).toISOString().slice(0, 19).replace("T", " "),
  };
}
