import { Context } from "../../../../provider/lifecycle/runtime/context";
import { withMutex } from "../../../../provider/lifecycle/runtime/withMutex";
import { offlineRun } from "../../support/run";

test("one piece of work at a time per key, also after a failure", async () => {
  const cx = new Context(offlineRun(), "it");
  const begun: string[] = [];
  let fail: (error: Error) => void = () => {};
  const first = withMutex(cx, "a", () => {
    begun.push("first");
    return new Promise<void>((_, reject) => {
      fail = reject;
    });
  });
  const second = withMutex(cx, "a", async () => begun.push("second"));
  await withMutex(cx, "b", async () => begun.push("other"));
  expect(begun).toEqual(["first", "other"]);
  fail(new Error("no"));
  await expect(first).rejects.toThrow("no");
  await second;
  expect(begun).toEqual(["first", "other", "second"]);
});
