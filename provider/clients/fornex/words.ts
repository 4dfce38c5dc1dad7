/** The record types Fornex documents. */
export const RECORD_TYPES = ["A", "AAAA", "CAA", "CNAME", "MX", "NS", "SRV", "TXT"] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** Seconds resolvers may keep a record. */
export const TTLS = [120, 300, 600, 900, 1800, 3600, 7200, 18000, 43200, 86400] as const;

/** What a VPS has statistics of. */
export const STATS_FIELDS = ["cpu", "disk", "inodes", "io", "memory", "traffic"] as const;

/** Spans of time that traffic is summed up over. */
export const PERIODS = ["month", "year"] as const;

/** All words of Fornex's closed sets that requests hold. */
export const WORDS: readonly string[] = [...RECORD_TYPES, ...TTLS.map(String), ...STATS_FIELDS, ...PERIODS];
