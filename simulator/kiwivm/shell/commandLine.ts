import { type Part, ShellSyntaxError, type Token } from "./words";

/** `2>> file`: which output goes where. */
export interface Redirection {
  readonly from: "out" | "err";
  readonly mode: "write" | "append" | "same";
  /** A file name; for "same" the other output. */
  readonly to: readonly Part[];
}

/** One command and what must have come before it to run it. */
export interface Command {
  readonly when: "always" | "after-success" | "after-failure";
  readonly words: readonly (readonly Part[])[];
  readonly redirections: readonly Redirection[];
}

const CONDITIONS: Readonly<Record<string, Command["when"]>> = {
  ";": "always",
  "&&": "after-success",
  "||": "after-failure",
};

/** Commands in their order; `&&` and `||` bind equally, as in POSIX. */
export function parse(tokens: readonly Token[]): Command[] {
  const commands: Command[] = [];
  const rest = [...tokens];
  let when: Command["when"] = "always";
  while (rest.length > 0) {
    const command = takeCommand(rest, when);
    const isEmpty = command.words.length + command.redirections.length === 0;
    const next = rest.shift();
    const operator = next && "operator" in next ? next.operator : ";";
    if (isEmpty && (when !== "always" || operator !== ";")) throw unexpected(operator);
    if (!isEmpty) commands.push(command);
    // A line may end after && and ||.
    while (operator !== ";" && isNewCommand(rest[0])) rest.shift();
    when = CONDITIONS[operator] ?? "always";
  }
  if (when !== "always") throw unexpected("end of file");
  return commands;
}

function isNewCommand(token: Token | undefined): boolean {
  return token !== undefined && "operator" in token && token.operator === ";";
}

function takeCommand(rest: Token[], when: Command["when"]): Command {
  const words: (readonly Part[])[] = [];
  const redirections: Redirection[] = [];
  while (rest[0] && !("operator" in rest[0] && rest[0].operator in CONDITIONS)) {
    const token = rest.shift();
    if (token && "word" in token) words.push(token.word);
    else if (token) redirections.push(redirection(token.operator, rest));
  }
  return { when, words, redirections };
}

function redirection(operator: string, rest: Token[]): Redirection {
  const from = operator.startsWith("2") ? "err" : "out";
  if (operator.includes("&")) return { from: operator.endsWith("2") ? "out" : "err", mode: "same", to: [] };
  const target = rest.shift();
  if (!target || !("word" in target)) throw unexpected(operator);
  return { from, mode: operator.includes(">>") ? "append" : "write", to: target.word };
}

function unexpected(token: string): ShellSyntaxError {
  return new ShellSyntaxError(`syntax error near unexpected token \`${token}'`);
}
