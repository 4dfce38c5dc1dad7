import { untilOver } from "../../../../provider/clients/http/teardown";
import { HttpError } from "../../../../provider/errors/httpError";
import { startOperation } from "../../support/operation";

const unanswered = () => new HttpError("broken", "no answer came");
const never = () => new Promise<never>(() => {});

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("a request that must not be sent twice is given up within two seconds of a cancel, and not long before", async () => {
  const { run, cancel } = startOperation();
  const ended = jest.fn();
  void run(() => untilOver("once", never, unanswered)).catch(ended);
  cancel();
  await jest.advanceTimersByTimeAsync(1_500);
  expect(ended).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(500);
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ message: "no answer came" }));
});

test.each(["read", "repeatable"] as const)("one that is %s is given up at once", async (effect) => {
  const { run, cancel } = startOperation();
  const ended = jest.fn();
  void run(() => untilOver(effect, never, unanswered)).catch(ended);
  cancel();
  await jest.advanceTimersByTimeAsync(0);
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ code: "cancelled" }));
});
