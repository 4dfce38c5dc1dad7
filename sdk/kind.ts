/** What the package knows of a kind of resource at run time, without the provider; the types come from the provider's interfaces. */
export interface Kind {
  name: string;
  /** Every argument and output. Listing them is what makes Pulumi create the outputs. */
  shows: readonly string[];
  /** Those of them that are secrets in state, whatever the program says. */
  secret: readonly string[];
  /** Arguments in which a secret is refused, and why. */
  nonSecret: Readonly<Record<string, string>>;
}
