/** The error `work` fails with, of the given class; a test that expects one fails when there is none. */
export async function failureOf<E extends Error>(
  work: Promise<unknown> | (() => unknown),
  // biome-ignore lint/suspicious/noExplicitAny: a constructor of any arguments
  kind: new (...args: any[]) => E,
): Promise<E> {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  throw new Error(`expected a ${kind.name}, but nothing was thrown`);
}
