import timers from "node:timers/promises";

/** In the tests of one file time begins at 0 (1970) and passes only while somebody sleeps. */
export function useClock() {
  let now = 0;
  beforeEach(() => {
    now = 0;
    jest.spyOn(performance, "now").mockImplementation(() => now);
    jest.spyOn(Date, "now").mockImplementation(() => now);
    const sleep: jest.SpyInstance = jest.spyOn(timers, "setTimeout");
    sleep.mockImplementation(async (milliseconds = 0) => {
      now += milliseconds;
    });
  });
  afterEach(() => jest.restoreAllMocks());
  return {
    /** Seconds since the beginning of the test. */
    get seconds() {
      return now / 1000;
    },
  };
}
