/** Something the person at the terminal can mend: its text is the whole message, no stack trace is shown. */
export class Problem extends Error {
  override readonly name = "Problem";
}

/** Ends the process with a text that says what is wrong; only an error nobody expected is shown with its stack. */
export function fail(error: unknown): never {
  console.error(error instanceof Problem || isSystemError(error) ? `\n${error.message}\n` : error);
  process.exit(1);
}

/** The operating system's refusals ("EACCES: permission denied, mkdir '/x'") say it all. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}
