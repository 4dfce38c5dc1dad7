import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { SETTINGS } from "../../../provider/config/allSettings";
import type { SettingInfo } from "../../../provider/config/setting";

const README = readFileSync(resolve(__dirname, "../../../README.md"), "utf8");

test.each(Object.entries(SETTINGS))(
  "the README's table has %s, with its variables and its default",
  (name, setting) => {
    const { environment, secret, default: fallback }: SettingInfo = setting;
    const row = README.split("\n").find((line) => line.startsWith(`| \`${name}\``));
    expect(row).toBeDefined();
    for (const variable of environment) expect(row).toContain(`\`${variable}\``);
    if (fallback !== undefined) expect(row).toContain(`\`${fallback}\``);
    expect(/^\| `\w+` \([^)]*secret/.test(row ?? "")).toBe(secret);
  },
);
