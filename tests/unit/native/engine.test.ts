import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb.js";
import { engineAt } from "../../../provider/native/engine";

const mockLog = jest.fn();
jest.mock("@pulumi/pulumi/proto/engine_grpc_pb.js", () => ({
  EngineClient: class {
    log = mockLog;
    close() {}
  },
}));

const URN = "urn:pulumi:test::project::vps:index:VpsOrgServer::web";
const OTHER = `${URN}-2`;
const shown = () =>
  mockLog.mock.calls.map(([request]: [LogRequest]) => [
    request.getUrn(),
    request.getMessage(),
    request.getSeverity() === LogSeverity.WARNING ? "warning" : "info",
    request.getEphemeral(),
  ]);

beforeEach(() => {
  jest.useFakeTimers();
  mockLog.mockClear();
});
afterEach(() => jest.useRealTimers());

test("of each resource one line a second is shown, the latest, and not kept; a warning is shown at once, and kept", () => {
  const engine = engineAt("127.0.0.1:1");
  const tell = (urn: string, text: string) => engine.tell(urn, { level: "info", text });
  tell(URN, "provisioning");
  tell(URN, "booting");
  tell(OTHER, "provisioning");
  tell(URN, "nearly there");
  engine.tell(URN, { level: "warning", text: "it is suspended" });
  const first = [
    [URN, "provisioning", "info", true],
    [OTHER, "provisioning", "info", true],
    [URN, "it is suspended", "warning", false],
  ];
  expect(shown()).toEqual(first);
  jest.advanceTimersByTime(999);
  expect(shown()).toEqual(first);
  jest.advanceTimersByTime(1);
  expect(shown().slice(3)).toEqual([[URN, "nearly there", "info", true]]);
  // What comes within a second of that waits again.
  tell(URN, "active");
  expect(shown()).toHaveLength(4);
  jest.advanceTimersByTime(1_000);
  expect(shown().at(-1)).toEqual([URN, "active", "info", true]);
  jest.advanceTimersByTime(10_000);
  expect(shown()).toHaveLength(5);
  engine.close();
});

test("without an engine a line is told to nobody, and after the end of a run none is", () => {
  engineAt(undefined).tell(URN, { level: "info", text: "alone" });
  const engine = engineAt("127.0.0.1:1");
  engine.tell(URN, { level: "info", text: "one" });
  engine.tell(URN, { level: "info", text: "two" });
  engine.close();
  jest.advanceTimersByTime(10_000);
  expect(shown()).toHaveLength(1);
});
