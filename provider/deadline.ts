/**
 * Does work with a signal that fires after some time, or with `outer`. Unlike `AbortSignal.timeout` and `AbortSignal.any`, which
 * keep what hangs on them until they fire or until a full garbage collection, it leaves nothing behind.
 */
export async function withDeadline<T>(
  outer: AbortSignal,
  milliseconds: number,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(late()), milliseconds);
  const follow = () => end.abort(outer.reason);
  if (outer.aborted) follow();
  outer.addEventListener("abort", follow, { once: true });
  try {
    return await work(end.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener("abort", follow);
  }
}
