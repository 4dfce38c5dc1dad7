const LINE_EVERY_MS = 15_000;
const REDRAW_EVERY_MS = 1_000;

/** Shows how far a long piece of work is: one changing line on a terminal, a line every 15 seconds anywhere else. */
export function showProgress(describe: () => string): { stop: () => void } {
  const started = Date.now();
  const terminal = process.stderr.isTTY === true;
  const line = () => `  ${duration(Date.now() - started)}  ${describe()}`;
  const draw = () => {
    if (!terminal) return void process.stderr.write(`${line()}\n`);
    process.stderr.write(`\r\x1b[2K${line().slice(0, (process.stderr.columns || 80) - 1)}`);
  };
  const timer = setInterval(draw, terminal ? REDRAW_EVERY_MS : LINE_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      if (terminal) process.stderr.write("\r\x1b[2K");
    },
  };
}

/** "4 min 12 s" */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
