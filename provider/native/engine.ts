import { type Client, credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb.js";
import type { Line } from "../operation";

/** The engine, as far as it shows what it is told. */
export interface EngineLog {
  /** Shows a line at the resource with this URN. Never throws: a line that is lost harms nobody. */
  tell(urn: string, line: Line): void;
  close(): void;
}

/** Lines of one resource are told no faster; of those that come sooner, the last one is. */
const PAUSE_MS = 1_000;

/** The engine behind this address; one that hears nothing where there is none. */
export function engineAt(address: string | undefined): EngineLog {
  if (!address) return { tell: () => {}, close: () => {} };
  const client = new EngineClient(address, credentials.createInsecure()) as EngineClient & Client;
  const waiting = new Map<string, { line?: Line; timer: NodeJS.Timeout }>();
  const send = (urn: string, { level, text }: Line) => {
    const request = new LogRequest();
    request.setUrn(urn);
    request.setMessage(text);
    request.setSeverity(level === "warning" ? LogSeverity.WARNING : LogSeverity.INFO);
    // Not repeated at the end of a run, unless it is a warning.
    request.setEphemeral(level !== "warning");
    client.log(request, () => {});
  };
  const later = (urn: string) => {
    const { line } = waiting.get(urn) ?? {};
    if (line === undefined) waiting.delete(urn);
    else waiting.set(urn, { timer: setTimeout(() => later(urn), PAUSE_MS).unref() });
    if (line !== undefined) send(urn, line);
  };
  return {
    tell(urn, line) {
      if (line.level === "warning") return send(urn, line);
      const present = waiting.get(urn);
      if (present) present.line = line;
      else {
        waiting.set(urn, { timer: setTimeout(() => later(urn), PAUSE_MS).unref() });
        send(urn, line);
      }
    },
    close() {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      client.close();
    },
  };
}
