import { pause } from "../../operation";

/** Resolves for one caller after the other, in the order they came, with at least this pause in between. */
export function pace(pauseSeconds: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = performance.now();
    const mine = Math.max(now, next);
    next = mine + pauseSeconds * 1000;
    if (mine > now) await pause((mine - now) / 1000);
  };
}
