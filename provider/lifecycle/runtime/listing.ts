/** Reads off an object the keys under which it is found. The same object always has the same ones. */
export type KeysOf<O> = (object: O) => readonly string[];

/** A complete list of a hoster's objects, in which one is found at the same cost however many there are. */
export interface Listed<O> extends Iterable<O> {
  byId(id: string): O | undefined;
  /** Those that have this key among those that `keysOf` tells; it must be the same function each time, since each has an index. */
  by(keysOf: KeysOf<O>, key: string): readonly O[];
}

/** A list that learns what changes, and keeps its indexes as it does. */
export class Listing<O> implements Listed<O> {
  readonly #idOf: (object: O) => string;
  readonly #objects = new Map<string, O>();
  /** Each is made when it is asked for the first time. */
  readonly #indexes = new Map<KeysOf<O>, Index<O>>();

  constructor(objects: Iterable<O>, idOf: (object: O) => string) {
    this.#idOf = idOf;
    for (const object of objects) this.#objects.set(idOf(object), object);
  }

  [Symbol.iterator](): Iterator<O> {
    return this.#objects.values();
  }

  get size(): number {
    return this.#objects.size;
  }

  byId(id: string): O | undefined {
    return this.#objects.get(id);
  }

  by(keysOf: KeysOf<O>, key: string): readonly O[] {
    let index = this.#indexes.get(keysOf);
    if (index === undefined) {
      index = new Index(keysOf, this);
      this.#indexes.set(keysOf, index);
    }
    return index.get(key);
  }

  /** Adds an object at the end, in place of the one with its id. */
  put(object: O): void {
    const id = this.#idOf(object);
    this.remove(id);
    this.#objects.set(id, object);
    for (const index of this.#indexes.values()) index.add(object);
  }

  remove(id: string): void {
    const object = this.#objects.get(id);
    if (object === undefined) return;
    this.#objects.delete(id);
    for (const index of this.#indexes.values()) index.remove(object);
  }
}

/** Objects by the keys that one function tells. */
class Index<O> {
  readonly #keysOf: KeysOf<O>;
  readonly #byKey = new Map<string, O[]>();

  constructor(keysOf: KeysOf<O>, objects: Iterable<O>) {
    this.#keysOf = keysOf;
    for (const object of objects) this.add(object);
  }

  get(key: string): readonly O[] {
    return this.#byKey.get(key)?.slice() ?? [];
  }

  add(object: O): void {
    for (const key of this.#keysOf(object)) {
      const same = this.#byKey.get(key);
      if (same) same.push(object);
      else this.#byKey.set(key, [object]);
    }
  }

  remove(object: O): void {
    for (const key of this.#keysOf(object)) {
      const others = this.#byKey.get(key)?.filter((one) => one !== object) ?? [];
      if (others.length > 0) this.#byKey.set(key, others);
      else this.#byKey.delete(key);
    }
  }
}
