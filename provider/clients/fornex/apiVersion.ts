/** Fornex's two API versions: 2.x, the live one, and 0.1, the one before. */
export const FORNEX_API_VERSIONS = ["2", "0.1"] as const;
export type FornexApiVersion = (typeof FORNEX_API_VERSIONS)[number];

/** What only some API versions have a call or a field for. */
export type FornexFeature = "tags" | "defaultKey" | "orderName";
