import fc from "fast-check";
import { type KeysOf, Listing } from "../../../../provider/lifecycle/runtime/listing";

interface Thing {
  id: number;
  color: string;
  shapes: string[];
}
type Step = { put: Thing } | { remove: number };

const idOf = ({ id }: Thing) => String(id);
const byColor: KeysOf<Thing> = ({ color }) => [color];
const byShape: KeysOf<Thing> = ({ shapes }) => shapes;

/** Few of each, so that they meet. */
const ids = fc.nat(5);
const colors = fc.constantFrom("red", "green");
const shapes = fc.constantFrom("round", "flat", "small");
const things: fc.Arbitrary<Thing> = fc.record({
  id: ids,
  color: colors,
  shapes: fc.subarray(["round", "flat", "small"]),
});
const steps: fc.Arbitrary<Step> = fc.oneof(fc.record({ put: things }), fc.record({ remove: ids }));

test("a listing answers whatever it has learnt like a scan of the list that it stands for", () => {
  const lists = fc.uniqueArray(things, { selector: idOf });
  fc.assert(
    fc.property(
      lists,
      fc.array(steps),
      ids,
      colors,
      shapes,
      fc.boolean(),
      (first, learnt, id, color, shape, isEarly) => {
        const listing = new Listing(first, idOf);
        // An index that was asked for before must keep up; one that is asked for later must not have missed anything.
        if (isEarly) listing.by(byColor, color);
        let scanned = first;
        for (const step of learnt) {
          if ("put" in step) listing.put(step.put);
          else listing.remove(String(step.remove));
          const gone = "put" in step ? step.put.id : step.remove;
          scanned = [...scanned.filter((one) => one.id !== gone), ...("put" in step ? [step.put] : [])];
          expect(listing.by(byShape, shape)).toEqual(scanned.filter((one) => one.shapes.includes(shape)));
        }
        expect([...listing]).toEqual(scanned);
        expect(listing.byId(String(id))).toEqual(scanned.find((one) => one.id === id));
        expect(listing.by(byColor, color)).toEqual(scanned.filter((one) => one.color === color));
      },
    ),
  );
});

test("what was answered is not changed by what is learnt later", () => {
  const listing = new Listing([{ id: 1, color: "red", shapes: [] }], idOf);
  const red = listing.by(byColor, "red");
  listing.put({ id: 2, color: "red", shapes: [] });
  expect(red.map(idOf)).toEqual(["1"]);
});

test("keys are told once per object, and once more when it leaves, however often it is looked for", () => {
  const keysOf = jest.fn(byColor);
  const many = Array.from({ length: 100 }, (_, id) => ({ id, color: "red", shapes: [] }));
  const listing = new Listing(many, idOf);
  for (let look = 0; look < 10; look++) listing.by(keysOf, "green");
  expect(keysOf).toHaveBeenCalledTimes(100);
  listing.put({ id: 100, color: "green", shapes: [] });
  listing.put({ id: 100, color: "red", shapes: [] });
  expect(listing.by(keysOf, "green")).toEqual([]);
  expect(keysOf).toHaveBeenCalledTimes(103);
});
