/** Fornex's two dialects: 2.x, the live one, and 0.1, the one before. */
export const FORNEX_DIALECTS = ["2", "0.1"] as const;
export type FornexDialect = (typeof FORNEX_DIALECTS)[number];

/** What only some dialects have a call or a field for. */
export type FornexFeature = "tags" | "defaultKey" | "orderName";
