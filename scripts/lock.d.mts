/**
 * Runs `work` while no other process holds `file`, waiting for a live holder and taking over from a dead one.
 *
 * @param onWait called once, with the holder's process number, when there is something to wait for
 * @param signal ends the waiting; the work itself must listen to it on its own
 */
export function withLock<T>(
  file: string,
  onWait: (pid: number) => void,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T>;
