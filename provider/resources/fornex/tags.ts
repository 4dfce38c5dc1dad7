import { z } from "zod";

/** Text with something in it beside space. */
export const filledText = z.string().refine((text) => text.trim() !== "", "must not be empty");

/** Shape of the tags of a zone or an order. */
export const tagList = z.array(filledText);

/** The one form of tags: a set, without space around each. */
export function canonicalTags(tags: readonly string[]): string[] {
  return sentTags(tags).sort();
}

/** Tags as they are sent: in the user's order. */
export function sentTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()))];
}
