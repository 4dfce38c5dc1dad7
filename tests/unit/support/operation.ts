import { type Operation, printed, withOperation } from "../../../provider/operation";

/** An operation that can be cancelled, and what it told. */
export function startOperation(more: Partial<Operation> = {}) {
  const controller = new AbortController();
  const lines: string[] = [];
  const operation: Operation = { signal: controller.signal, report: (line) => lines.push(printed(line)), ...more };
  return {
    operation,
    lines,
    cancel: () => controller.abort(),
    run: <T>(work: () => T): T => withOperation(operation, work),
  };
}

/** Does work whose lines end in `lines`. */
export function telling<T>(lines: string[], work: () => T): T {
  return startOperation({ report: (line) => lines.push(printed(line)) }).run(work);
}
