import { lenientGraphs, lenientPoints, lenientSnapshots } from "../../../../provider/clients/kiwivm/lenient";

const POINTS = { remaining_points_15min: 997, remaining_points_24h: 19852 };

test.each([[{ error: 0 }], [{ error: "0" }], [{ error: null }], [{}]])(
  "%j is a success with what was asked for",
  (envelope) => {
    expect(lenientPoints.parse({ ...envelope, ...POINTS })).toEqual(POINTS);
  },
);

test.each([
  [{ error: "s3cret", ...POINTS }, "error must be 0"],
  [{ error: false, ...POINTS }, "error must be 0"],
  [{ error: 0 }, "must hold remaining_points_15min or remaining_points_24h"],
  [[POINTS], "error must be 0"],
])("%j is no answer", (answer, problem) => {
  expect(lenientPoints.safeParse(answer).error?.issues.map(({ message }) => message)).toEqual([problem]);
});

test("what is listed must be snapshots", () => {
  const snapshots = (list: unknown) => lenientSnapshots.safeParse({ error: 0, snapshots: list }).data?.snapshots.length;
  expect([[], null, [{ fileName: "a" }], { "1": { fileName: "a" } }].map(snapshots)).toEqual([0, 0, 1, 1]);
  expect([[1], "text", { detail: "x" }, [{ os: "debian" }]].map(snapshots)).toEqual(Array(4).fill(undefined));
});

test("an answer of which nothing is documented says at least that it is one", () => {
  expect(lenientGraphs.parse({ error: 0, url: "/graph" })).toEqual({ error: 0, url: "/graph" });
  for (const answer of [{}, { detail: "x" }, { error: "x" }, []])
    expect(lenientGraphs.safeParse(answer).success).toBe(false);
});
