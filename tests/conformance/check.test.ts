import { HOSTERS, type HosterName, PULUMI_UNKNOWN, type Setting, type SettingInfo } from "./provider";
import { full } from "./rows";
import { clean, declare, describeEach, expectSettled, forEachRow, impatient, made } from "./scenario";

/** The setting without which nothing can be asked of a hoster. */
function credentialOf(hoster: HosterName): Setting {
  const settings = Object.entries(HOSTERS[hoster].settings) as [Setting, SettingInfo][];
  const [credential] = settings.find(([, { secret }]) => secret) ?? [];
  if (credential === undefined) throw new Error(`${hoster} has no credential.`);
  return credential;
}

forEachRow((row, world) => {
  const { schemaNames, isOptional, hoster, name: resource } = row.subject;
  const credential = credentialOf(hoster);

  /** Refused before anything is asked of the hoster. */
  async function expectRefused(inputs: Record<string, unknown>, words: string[], settings = {}): Promise<void> {
    const engine = world.engine(settings);
    const { result, requests } = await world.requestsDuring(async () => [
      await engine.preview(declare(row, inputs)),
      await engine.up(declare(row, inputs)),
    ]);
    for (const { errors } of result) {
      expect(errors.length).toBeGreaterThan(0);
      for (const word of words) expect(errors.join("\n")).toContain(word);
    }
    expect(requests).toEqual([]);
    expect(engine.state).toEqual([]);
  }

  const required = schemaNames.filter((name) => !isOptional(name));
  describeEach(required, "without %s", (name) => {
    test("refused", async () => {
      const { [name]: _, ...rest } = full(row);
      await expectRefused(rest, [name, "required"]);
      await expectRefused({ ...rest, [name]: null }, [name, "required"]);
    });
  });

  test.each(schemaNames)("%s of a wrong shape: refused without the value", async (name) => {
    // A map of texts would be right for some.
    const wrong = { ...full(row), [name]: [{ hidden: "s3cret-value" }] };
    await expectRefused(wrong, [name]);
    const { errors } = await world.engine().up(declare(row, wrong));
    expect(errors.join()).not.toContain("s3cret-value");
  });

  test("an argument that does not exist: refused with those that do", async () => {
    await expectRefused({ ...full(row), colour: "red" }, ["colour", ...schemaNames]);
  });

  test("what the API version cannot say is refused, naming argument and API version", async () => {
    if (world.apiVersion === "2") return;
    for (const name of row.newerApiVersion ?? []) {
      await expectRefused({ ...full(row), ...row.others[name] }, [`${name}: `, "API version 0.1"]);
    }
  });

  test("without a credential: refused with both ways to set it", async () => {
    await expectRefused(full(row), [`vps:${credential}`, "environment variable"], {
      [credential]: "",
    });
  });

  test.each(schemaNames)(
    "%s not known yet: a preview of a create and of an update, which replaces nothing",
    async (name) => {
      const inputs = { ...full(row), [name]: PULUMI_UNKNOWN };
      expect(clean(await world.engine().preview(declare(row, inputs))).operations).toEqual(["create it"]);
      const { engine } = await made(row, world, full(row));
      // What exists is adopted no more, so that is no difference, known or not.
      const step = name === "adopt" ? "same it" : "update it";
      expect(clean(await engine.preview(declare(row, inputs))).operations).toEqual([step]);
      await expectSettled(world, engine, declare(row, full(row)));
    },
  );

  test("errors are one line without the credential", async () => {
    // A refresh asks nothing about an action.
    if (row.action) return;
    const engine = impatient(world, (await made(row, world, full(row))).engine);
    const credentials = credentialsIn(world.settings()[credential] ?? "");
    for (const kind of ["html", "cut", "status", "reset-before"] as const) {
      world.simulator.fault({ hoster, kind, times: 1_000_000 });
      const { errors } = await engine.refresh();
      world.simulator.clearFaults();
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(/\b(GET|POST) \//);
      for (const credential of credentials) expect(errors[0]).not.toContain(credential);
      expect(errors[0]).not.toMatch(/\n|\bat \w+.*:\d+/);
    }
    for (const credential of credentials) expect(JSON.stringify(engine.state)).not.toContain(credential);
    expect(resource).toBe(engine.get("it").type);
  });
});

/** KiwiVM's setting holds a key per machine. */
function credentialsIn(setting: string): string[] {
  return setting.startsWith("{") ? Object.values(JSON.parse(setting) as Record<string, string>) : [setting];
}
