// A whole number: TypeScript has no type of its own for it, schema.json and other languages do. (No TSDoc here: it would
// stand in for that of a property that has none, and so hide that it has none.)
export type integer = number;
