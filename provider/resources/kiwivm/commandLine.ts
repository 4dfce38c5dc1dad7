/** `text` as one word of a POSIX shell: in single quotes everything but a single quote means itself. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** One line that does all a command needs, since no two commands share a shell. */
export function commandLine(
  command: string,
  directory: string | undefined,
  environment: Readonly<Record<string, string>>,
): string {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`);
  return [
    ...(directory === undefined ? [] : [`cd ${quoted(directory)} || exit`]),
    ...(variables.length === 0 ? [] : [`export ${variables.join(" ")}`]),
    command,
  ].join("; ");
}
