import { z } from "zod";

const text = z.string("Not a valid string.");
const BLANK = "This field may not be blank.";

/**
 * The schema wants 1 to 64 characters, the prose lets "" clear the name [fornex.md 1]. That space around texts is lost, as
 * in Django REST framework, is unverified.
 */
export function orderChangeSchema(emptyNameClears: boolean) {
  const name = text.trim().max(64, "Ensure this field has no more than 64 characters.");
  return z.object({
    name: (emptyNameClears ? name : name.min(1, BLANK)).optional(),
    // A form with one tag sends a text, a form with several a list.
    tags: z
      .preprocess(
        (tags) => (typeof tags === "string" ? [tags] : tags),
        z.array(text.trim().min(1, BLANK), "Expected a list of items."),
      )
      .optional(),
    // The simulated account has no projects.
    project: z.null("Invalid pk - object does not exist.").optional(),
  });
}

/** `now` is documented as not supported yet [fornex.md 1]; that it is refused is unverified. */
export const cancelSchema = z.object({
  when: z.enum(["expired"], "Not a valid choice.").default("expired"),
  save_backup: z.boolean("Must be a valid boolean.").default(true),
});

/** Forms send numbers as text. */
export const keyLinkSchema = z.object({
  key_pk: z.union(
    [z.int().transform(String), z.string().regex(/^\d+$/).transform(String)],
    "A valid integer is required.",
  ),
});

export const sshKeySchema = z.object({
  key: text
    .max(16384, "Ensure this field has no more than 16384 characters.")
    .refine((key) => key.trim() !== "", BLANK),
  title: text.trim().min(1, BLANK).max(128, "Ensure this field has no more than 128 characters."),
  default: z
    .preprocess(
      (value) => (value === "true" ? true : value === "false" ? false : value),
      z.boolean("Must be a valid boolean."),
    )
    .default(false),
});
