const colours = process.stdout.isTTY && !process.env.NO_COLOR;

/** A heading between two steps of the story. */
export function heading(text: string): void {
  console.log(`\n${colours ? `\u001b[1m${text}\u001b[0m` : text}`);
}

/** A command as the reader would type it. */
export function command(text: string): void {
  console.log(`${colours ? `\u001b[36m$ ${text}\u001b[0m` : `$ ${text}`}`);
}

/** A plain remark. */
export function remark(text: string): void {
  console.log(text);
}
