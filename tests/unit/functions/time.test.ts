import { isoTime } from "../../../provider/functions/airvpn/time";

test.each([
  [1_580_551_200, "", "2020-02-01T10:00:00Z"],
  [undefined, "2020-02-01 10:00:00", "2020-02-01T10:00:00Z"],
  [Number.NaN, "2020-02-01 10:00:00", "2020-02-01T10:00:00Z"],
  [0, "0000-00-00 00:00:00", ""],
  [undefined, "", ""],
  [1e300, "soon", ""],
])("%p and %j: %j", (unix, date, expected) => {
  expect(isoTime(unix, date)).toBe(expected);
});
