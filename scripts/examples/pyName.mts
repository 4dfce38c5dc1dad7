/** A name as Pulumi's generator writes it in Python (pulumi/pulumi, pkg/codegen/python/python.go, `PyName`). */

const KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except exec finally for from global if import in is lambda nonlocal not or pass print raise return try while with yield".split(
    " ",
  ),
);

/** `planId` becomes `plan_id`, `vpsIPs` `vps_ips`, `points24H` `points24_h`. */
export function pyName(name: string): string {
  const snake = name
    // The last capital of several begins the next word, unless a digit or the s of a plural follows.
    .replace(/([A-Z]+)([A-Z])(?=[^A-Z\ds])/g, "$1_$2")
    .replace(/([^A-Z_])([A-Z])/g, "$1_$2")
    .toLowerCase();
  return KEYWORDS.has(snake) ? `${snake}_` : snake;
}
