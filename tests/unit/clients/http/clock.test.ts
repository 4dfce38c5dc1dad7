import { HosterClock } from "../../../../provider/clients/http/clock";

const NOW = Date.parse("2026-03-01T12:00:00.500Z");

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

test("until an answer says what time it is, ours counts", () => {
  const clock = new HosterClock();
  clock.hear(undefined);
  clock.hear("soon");
  expect(clock.now()).toBe("2026-03-01T12:00:00.500Z");
});

test.each([
  ["ahead", "Sun, 01 Mar 2026 12:07:00 GMT", "2026-03-01T12:07:10.000Z", "2026-03-01T11:07:10.000Z"],
  ["behind", "Sun, 01 Mar 2026 11:50:00 GMT", "2026-03-01T11:50:10.000Z", "2026-03-01T10:50:10.000Z"],
])("a hoster that is %s of us by minutes", (_how, date, tenSecondsLater, anHourBefore) => {
  const clock = new HosterClock();
  clock.hear(date);
  jest.advanceTimersByTime(10_000);
  expect(clock.now()).toBe(tenSecondsLater);
  expect(clock.before(3600)).toBe(anHourBefore);
});

test("an answer that was long on its way does not turn it back", () => {
  const clock = new HosterClock();
  clock.hear("Sun, 01 Mar 2026 12:00:00 GMT");
  jest.advanceTimersByTime(900);
  const before = clock.now();
  clock.hear("Sun, 01 Mar 2026 12:00:00 GMT");
  expect(clock.now()).toBe(before);
});

test.each([
  ["forward", 1],
  ["back", -1],
])("ours is set %s by an hour in the middle: the hoster's is not", (_how, sign) => {
  const clock = new HosterClock();
  clock.hear("Sun, 01 Mar 2026 12:00:00 GMT");
  jest.setSystemTime(NOW + sign * 3_600_000);
  jest.advanceTimersByTime(10_000);
  clock.hear("Sun, 01 Mar 2026 12:00:10 GMT");
  expect(clock.now()).toBe("2026-03-01T12:00:10.000Z");
});
