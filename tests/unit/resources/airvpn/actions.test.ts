import { UNKNOWN } from "../../../../provider/lifecycle/unknown";
import { airVpnDisconnect } from "../../../../provider/resources/airvpn/disconnect";
import { airVpnNotification } from "../../../../provider/resources/airvpn/notification";
import { refusals } from "../../support/run";

describe("a message", () => {
  const MESSAGE = { subject: "Deployed", body: "Version 1 is up." };

  test.each([MESSAGE, { ...MESSAGE, triggers: ["1", UNKNOWN] }, { subject: UNKNOWN, body: UNKNOWN }])(
    "fine: %j",
    (args) => {
      expect(refusals(airVpnNotification, args)).toEqual([]);
    },
  );

  test.each<[object, RegExp]>([
    [{ ...MESSAGE, subject: "" }, /^subject: must not be empty/],
    [{ ...MESSAGE, body: " \n" }, /^body: must not be empty/],
    [{ subject: "Deployed" }, /^body: is required/],
    [{ ...MESSAGE, triggers: "1" }, /^triggers: /],
  ])("refused: %j", (args, reason) => {
    expect(refusals(airVpnNotification, args)).toEqual([expect.stringMatching(reason)]);
  });
});

describe("a disconnection", () => {
  test.each([
    { server: "Alderamin" },
    { device: "laptop" },
    { server: "Alderamin", device: "laptop", all: false },
    { device: "laptop", all: true },
    { all: true },
    { all: UNKNOWN },
    { device: UNKNOWN },
    { server: UNKNOWN, all: false },
  ])("fine: %j", (args) => {
    expect(refusals(airVpnDisconnect, args)).toEqual([]);
  });

  test.each<[object, RegExp]>([
    [{}, /^all: must be true to end every session; to end only some, set server or device/],
    [{ all: false }, /^all: must be true/],
    [{ server: null, device: null, triggers: ["1"] }, /^all: must be true/],
    [{ server: "" }, /^server: must not be empty/],
    [{ device: " ", all: true }, /^device: must not be empty/],
    [{ all: "true" }, /^all: must be a boolean/],
    [{ device: UNKNOWN, server: "" }, /^server: must not be empty/],
  ])("refused, with one reason: %j", (args, reason) => {
    expect(refusals(airVpnDisconnect, args)).toEqual([expect.stringMatching(reason)]);
  });
});
