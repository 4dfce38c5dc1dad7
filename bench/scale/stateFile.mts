import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";

/** A resource as a stack holds it. */
export interface Stored {
  id: string;
  outs: object;
}

/** Where the states of a zone's records lie, by their numbers. Bare numbers, so that the process holds as little as it can of what is Pulumi's. */
interface Places {
  starts: number[];
  lengths: number[];
}

/** The states of many resources in a file, of which the process holds only where each one lies. */
export class StateFile {
  readonly #path: string;
  readonly #file: number;
  readonly #places: Map<string, Places>;
  #end: number;

  constructor(path: string, isNew: boolean) {
    this.#path = path;
    this.#file = openSync(path, isNew ? "w+" : "a+");
    this.#end = fstatSync(this.#file).size;
    this.#places = new Map(isNew || this.#end === 0 ? [] : placesIn(path));
  }

  get(zone: string, index: number): Stored {
    const { starts, lengths } = this.#placesOf(zone);
    const [start, length] = [starts[index], lengths[index]];
    if (start === undefined || length === undefined) throw new Error(`the stack has no record ${index}`);
    const bytes = Buffer.alloc(length);
    readSync(this.#file, bytes, 0, length, start);
    return JSON.parse(bytes.toString()) as Stored;
  }

  set(zone: string, index: number, stored: Stored): void {
    const bytes = Buffer.from(JSON.stringify(stored));
    writeSync(this.#file, bytes, 0, bytes.length, this.#end);
    const { starts, lengths } = this.#placesOf(zone);
    starts[index] = this.#end;
    lengths[index] = bytes.length;
    this.#end += bytes.length;
  }

  close(): void {
    closeSync(this.#file);
    writeFileSync(`${this.#path}.places`, JSON.stringify([...this.#places]));
  }

  #placesOf(zone: string): Places {
    const places = this.#places.get(zone) ?? { starts: [], lengths: [] };
    this.#places.set(zone, places);
    return places;
  }
}

function placesIn(path: string): [string, Places][] {
  return JSON.parse(readFileSync(`${path}.places`, "utf8")) as [string, Places][];
}
