/** A whole number. TypeScript has no type of its own for it; schema.json does, and so do other languages. */
export type integer = number;
