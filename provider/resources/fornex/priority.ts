const MOST = 65_535;

/** Whether records of this type have a priority. */
export function hasPriority(type: string): boolean {
  return ["MX", "SRV"].includes(type.toUpperCase());
}

/** What is wrong with a priority, or with none; undefined when nothing is. What is not known yet, is right. */
export function priorityProblem(
  prio: number | undefined,
  type: string | undefined,
  value: string | undefined,
): string | undefined {
  if (prio === undefined) {
    return type !== undefined && hasPriority(type) ? `is required for type ${type}, and must be at least 1` : undefined;
  }
  if (type !== undefined && !hasPriority(type)) return `is for MX and SRV only, not for type ${type}`;
  if (prio > MOST) return `must be at most ${MOST}`;
  return prio < 1 ? `must be at least 1 (Fornex turns 0 into 1)${inPlaceOfZero(type, value)}` : undefined;
}

function inPlaceOfZero(type: string | undefined, value: string | undefined): string {
  if (type !== "MX") return "";
  if (value?.trim() === ".") {
    return ', so Fornex cannot hold a Null MX, "0 ." (RFC 7505); prio 1 with the value "." is closest, but whether mail servers accept it as one is unverified';
  }
  return "; where 0 is required, as by Microsoft 365, write 1, or any number lower than those of the zone's other MX records";
}
