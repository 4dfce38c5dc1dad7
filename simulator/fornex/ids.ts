import type { FornexState } from "./state";

/** Numbers that go up, skip what is taken and are never given twice. */
class Counter {
  #last: number;

  constructor(first: number) {
    this.#last = first - 1;
  }

  next(isTaken: (id: string) => boolean): string {
    do this.#last += 1;
    while (isTaken(String(this.#last)));
    return String(this.#last);
  }
}

/** The ids of the account; the first ones follow the reference's examples. */
export class FornexIds {
  readonly #entries = new Counter(366182);
  readonly #sshKeys = new Counter(68);
  readonly #jobs = new Counter(222287);

  /** Unique among all domains. */
  entry(state: FornexState): string {
    const domains = Object.values(state.domains);
    return this.#entries.next((id) => domains.some(({ entries }) => Object.hasOwn(entries, id)));
  }

  sshKey(state: FornexState): string {
    return this.#sshKeys.next((id) => Object.hasOwn(state.sshKeys, id));
  }

  /** Unique among all servers. */
  job(state: FornexState): string {
    const orders = Object.values(state.orders);
    return this.#jobs.next((id) => orders.some(({ vps }) => vps !== null && Object.hasOwn(vps.log, id)));
  }
}
