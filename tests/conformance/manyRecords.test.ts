import { Listing } from "../../provider/lifecycle/runtime/listing";
import { canonicalValue } from "../../provider/resources/fornex/recordValue";
import type { Program } from "./engine";
import { clean, forEachAdapter } from "./scenario";

jest.mock("../../provider/resources/fornex/recordValue", () => {
  const actual = jest.requireActual("../../provider/resources/fornex/recordValue");
  return { ...actual, canonicalValue: jest.fn(actual.canonicalValue) };
});

const ZONE = "example.com";

/** One is made after the other, so that each is looked for, made and told of by itself. */
function records(count: number): Program {
  const declared = Array.from({ length: count }, (_, index) => {
    const inputs = { domain: ZONE, host: `ours-${index}`, type: "A", value: "192.0.2.1" };
    return [`ours-${index}`, { type: "FornexDnsRecord", inputs, after: index === 0 ? [] : [`ours-${index - 1}`] }];
  });
  return Object.fromEntries(declared);
}

/** How often the records of a zone are gone through, and how often a value is brought into its one form: no clock is needed to see growth. */
forEachAdapter((world) => {
  const walks = jest.spyOn(Listing.prototype, Symbol.iterator);
  afterAll(() => walks.mockRestore());

  async function counted(strangers: number, program: Program) {
    world.simulator.reset();
    const others = Array.from({ length: strangers }, (_, index) => ({ host: `other-${index}`, value: "192.0.2.2" }));
    const entries = Object.fromEntries(others.map((entry, index) => [String(1_000 + index), entry]));
    world.simulator.patch({ fornex: { domains: { [ZONE]: { entries } } } });
    const engine = world.engine();
    const steps = [
      () => engine.preview(program),
      () => engine.up(program),
      () => engine.refresh(),
      () => engine.up(program),
      () => engine.destroy(),
    ];
    const counts: { walks: number; forms: number }[] = [];
    for (const step of steps) {
      walks.mockClear();
      jest.mocked(canonicalValue).mockClear();
      clean(await step());
      counts.push({ walks: walks.mock.calls.length, forms: jest.mocked(canonicalValue).mock.calls.length });
    }
    return counts;
  }

  test("a zone is gone through as often for many records as for few", async () => {
    const few = await counted(10, records(5));
    const many = await counted(10, records(50));
    expect(many.map((one) => one.walks)).toEqual(few.map((one) => one.walks));
  });

  test("of each record that a zone holds beside, the one form is made once a command at most", async () => {
    const few = await counted(10, records(20));
    const many = await counted(110, records(20));
    const more = many.map(({ forms }, index) => forms - (few[index]?.forms ?? 0));
    expect(Math.max(...more)).toBeLessThanOrEqual(100);
  });
});
