/** What can be chosen on the command line, apart from what loads the provider. */

/** Languages that a program can be written in. */
export const LANGUAGES = ["typescript", "yaml"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Hosters that have something to be taken over; a test compares them with the kinds of resources. */
export const HOSTERS = ["vpsorg", "fornex", "kiwivm"] as const;
