/** A program as every language can write it: what the TypeScript of an `@example` comes down to. */

export interface Program {
  statements: Statement[];
}

export type Statement = Constant | Resource | Export;

/** A name for a value, or for what a function answers. */
export interface Constant {
  kind: "constant";
  name: string;
  value: Value;
  comment: string | undefined;
}

export interface Resource {
  kind: "resource";
  /** The name of its class. */
  type: string;
  /** What the program calls it; without that, no other statement refers to it. */
  variable: string | undefined;
  name: string;
  args: Entry[];
  options: Entry[];
  comment: string | undefined;
}

export interface Export {
  kind: "export";
  name: string;
  value: Access;
  comment: string | undefined;
}

export type Value = Literal | List | Dictionary | Text | File | Configuration | Access | Call;

export interface Literal {
  kind: "literal";
  value: string | number | boolean;
}

export interface List {
  kind: "list";
  items: Value[];
}

/** Its keys keep their spelling in all languages. */
export interface Dictionary {
  kind: "dictionary";
  entries: Entry[];
}

/** A text with constants in it. */
export interface Text {
  kind: "text";
  parts: (string | Access)[];
}

/** The text of a file of the project. */
export interface File {
  kind: "file";
  path: string;
}

/** A value that the stack's configuration must have. */
export interface Configuration {
  kind: "configuration";
  name: string;
  secret: boolean;
}

/** A constant or a resource, or a property of it or of an answer, at any depth. */
export interface Access {
  kind: "access";
  of: string | Call;
  path: (string | number)[];
}

export interface Call {
  kind: "call";
  /** Without `Output` at its end. */
  function: string;
  /** Whether it takes and answers outputs. */
  output: boolean;
  args: Entry[];
}

export type Entry = Property | Remark;

export interface Property {
  kind: "property";
  name: string;
  value: Value;
}

/** A comment on a line of its own. */
export interface Remark {
  kind: "remark";
  /** A property that it names with a value, as if it were there. */
  property: Property | undefined;
  text: string;
}

export function isProperty(entry: Entry): entry is Property {
  return entry.kind === "property";
}
