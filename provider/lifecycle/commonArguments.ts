import type { Argument } from "./definition";

/** Why an argument cannot be a secret. */
export const IS_ID = "it is the resource's id, which Pulumi stores in plain text";
export const IS_PART_OF_ID = "it is part of the resource's id, which Pulumi stores in plain text";

/** The argument `adopt`, wherever there is one. */
export const ADOPT = {
  role: "control",
  reason: "only create looks at it",
  createOnly: true,
  nonSecret: "it becomes the resource's id, which Pulumi stores in plain text",
} as const satisfies Argument<unknown>;

/** The argument `allowReplace`, wherever there is one. */
export const ALLOW_REPLACE = {
  role: "control",
  reason: "consent to a replacement",
  createOnly: true,
} as const satisfies Argument<unknown>;
