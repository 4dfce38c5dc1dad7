/** A question that is asked once. */
export interface Once<T> {
  /** Callers at the same time share one answer, later ones get it again; a failure is not kept. */
  (): Promise<T>;
  /** The answer, if there is one already. */
  known: () => T | undefined;
}

export function once<T>(ask: () => Promise<T>): Once<T> {
  let asked: Promise<T> | undefined;
  let answer: T | undefined;
  const answered = async () => {
    try {
      answer = await ask();
      return answer;
    } catch (error) {
      asked = undefined;
      throw error;
    }
  };
  const question = () => {
    asked ??= answered();
    return asked;
  };
  return Object.assign(question, { known: () => answer });
}
