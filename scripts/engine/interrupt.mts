const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs `work` so that Ctrl-C and kill let it clean up: the signal given to `work` is aborted, its `finally` blocks run,
 * and only then does the process end, by the same signal. May be nested: the inner one cleans up first.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (name: NodeJS.Signals) => {
    received ??= name;
    controller.abort(new Error(`Interrupted by ${name}.`));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal);
    if (received) {
      process.kill(process.pid, received);
      // The signal arrives a moment later; nothing after the interrupted work may run until then.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
