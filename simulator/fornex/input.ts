import { isIPv4, isIPv6 } from "node:net";
import { z } from "zod";
import { domainName } from "./names";
import { ENTRY_TYPES, type FornexEntryType, TTLS } from "./state";

/** Forms send numbers as text and null as the empty text. */
function numeric(message: string) {
  const digits = z.string().regex(/^\d+$/).transform(Number);
  const nothing = z.literal("").transform(() => null);
  return z.union([z.int(), z.null(), digits, nothing], message).optional();
}

const string = (message = "Not a valid string.") => z.string(message);

export const domainSchema = z.object({
  name: string()
    .min(1, "This field may not be blank.")
    .max(128, "Ensure this field has no more than 128 characters.")
    .transform((text, context) => {
      const name = domainName(text);
      if (name !== undefined) return name;
      context.addIssue("Enter a valid domain name.");
      return z.NEVER;
    }),
  ip: string().refine(isIPv4, "Enter a valid IPv4 address."),
});

const PRIO_MAX = 4294967295;

/** [fornex.md 2]; that addresses are checked by type is unverified. */
export const entrySchema = z
  .object({
    host: string().max(255, "Ensure this field has no more than 255 characters.").optional(),
    type: z.enum(ENTRY_TYPES, "Not a valid choice."),
    value: string()
      .min(1, "This field may not be blank.")
      .max(1024, "Ensure this field has no more than 1024 characters."),
    prio: numeric("A valid integer is required.").refine(
      (prio) => prio === undefined || prio === null || (prio >= 0 && prio <= PRIO_MAX),
      `Ensure this value is between 0 and ${PRIO_MAX}.`,
    ),
    ttl: numeric("Not a valid choice.").refine(
      (ttl) => ttl === undefined || ttl === null || TTLS.has(ttl),
      "Not a valid choice.",
    ),
  })
  .superRefine((entry, context) => {
    const message = addressProblem(entry.type, entry.value);
    if (message) context.addIssue({ code: "custom", path: ["value"], message });
  });

export type EntryInput = z.infer<typeof entrySchema>;

function addressProblem(type: FornexEntryType, value: string): string | undefined {
  if (type === "A" && !isIPv4(value)) return "Enter a valid IPv4 address.";
  if (type === "AAAA" && !isIPv6(value)) return "Enter a valid IPv6 address.";
  return undefined;
}

/** A form with one tag sends a text, a form with several a list. */
export const tagsSchema = z.object({
  tags: z.preprocess(
    (tags) => (typeof tags === "string" ? [tags] : tags),
    z.array(string().min(1, "This field may not be blank."), "Expected a list of items."),
  ),
});

export const nssSchema = z.object({ nss: string().min(1, "This field may not be blank.") });
