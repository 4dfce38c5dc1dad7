import { BUGS_URL, VERSION } from "../version";
import { withCode } from "./codes";
import { HttpError } from "./httpError";
import { messageOf, VpsError } from "./vpsError";

/** The text of an error as it leaves the package: with its code, once. `where` is what was being done, for a bug report. */
export function printedError(error: unknown, where: string): string {
  const bug = bugBehind(error);
  return bug === undefined ? withCode(messageOf(error), codeOf(error)) : bugReport(bug.cause, where);
}

/** The code as printed: of a request, also how it failed; of an error that only passes another one on, the other one's. */
function codeOf(error: unknown): string {
  if (error instanceof HttpError) return `http-${error.kind}`;
  if (!(error instanceof VpsError)) return "unforeseen";
  const { code, cause } = error;
  return cause instanceof VpsError && cause.code === code ? codeOf(cause) : code;
}

/** What this package did not expect, if `error` is that, or only passes it on. */
function bugBehind(error: unknown): { cause: unknown } | undefined {
  if (!(error instanceof VpsError)) return { cause: error };
  return error.code === "unforeseen" ? bugBehind(error.cause) : undefined;
}

/** Without the message of `bug`: an engine's own messages may quote a value ("… is not valid JSON"), and any value may be a secret. */
function bugReport(bug: unknown, where: string): string {
  const kind = bug instanceof Error ? bug.constructor.name : `a thrown ${typeof bug}`;
  return [
    withCode(`This is a bug in pulumi-vps. Please report it at ${BUGS_URL}`, "unforeseen"),
    `${where}: ${kind}, pulumi-vps ${VERSION}, Node.js ${process.versions.node}`,
    ...framesOf(bug),
  ].join("\n");
}

/** Where a stack's frames begin, only its message tells: that may have lines that look like frames. */
function framesOf(bug: unknown): string[] {
  if (!(bug instanceof Error) || bug.stack === undefined) return [];
  const { stack, message } = bug;
  const start = stack.indexOf(message);
  if (start < 0) return [];
  const frames = stack.slice(start + message.length).split("\n");
  return frames.filter((line) => /^\s+at .+/.test(line)).map((line) => `    ${line.trim()}`);
}
