import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";

/** A resource as a stack holds it. */
export interface Stored {
  id: string;
  outs: object;
}

interface Place {
  start: number;
  length: number;
}

/** The states of many resources in a file, of which the process holds only where each one lies. */
export class StateFile {
  readonly #path: string;
  readonly #file: number;
  readonly #places: Map<string, Place>;
  #end: number;

  constructor(path: string, isNew: boolean) {
    this.#path = path;
    this.#file = openSync(path, isNew ? "w+" : "a+");
    this.#end = fstatSync(this.#file).size;
    this.#places = new Map(isNew || this.#end === 0 ? [] : placesIn(path));
  }

  get(zone: string, index: number): Stored {
    const place = this.#places.get(`${zone} ${index}`);
    if (place === undefined) throw new Error(`the stack has no record ${index}`);
    const bytes = Buffer.alloc(place.length);
    readSync(this.#file, bytes, 0, place.length, place.start);
    return JSON.parse(bytes.toString()) as Stored;
  }

  set(zone: string, index: number, stored: Stored): void {
    const bytes = Buffer.from(JSON.stringify(stored));
    writeSync(this.#file, bytes, 0, bytes.length, this.#end);
    this.#places.set(`${zone} ${index}`, { start: this.#end, length: bytes.length });
    this.#end += bytes.length;
  }

  close(): void {
    closeSync(this.#file);
    writeFileSync(`${this.#path}.places`, JSON.stringify([...this.#places]));
  }
}

function placesIn(path: string): [string, Place][] {
  return JSON.parse(readFileSync(`${path}.places`, "utf8")) as [string, Place][];
}
