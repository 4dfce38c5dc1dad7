/** The parts of a description in schema.json, which a page shows in places of their own. */

/** Code by its language, as schema.json names it. */
export type Example = Record<string, string>;

export interface Description {
  /** What it is, one paragraph each. */
  paragraphs: string[];
  /** The paragraph that says what a resource's id is. */
  id: string | undefined;
  /** Sentences that say what nobody could try. */
  unverified: string[];
  /** The examples, each in all languages. */
  examples: Example[];
  /** How an existing object of a resource is imported. */
  importing: string | undefined;
}

const IMPORT = "\n\n## Import\n\n";

const EXAMPLE = /\{\{% example %\}\}(.*?)\{\{% \/example %\}\}/gs;

const FENCE = /```(\w+)\n(.*?)\n```/gs;

export function partsOf(whole: string): Description {
  const [description = "", importing] = whole.split(IMPORT);
  const [told = ""] = description.split("{{% examples %}}");
  const all = told.trim().split("\n\n").map(sentences);
  // A remark in brackets belongs to what stands before it.
  const isUnverified = (sentence: string) => /(?<!\()\bunverified\b/.test(sentence);
  const paragraphs = all.map((one) => one.filter((sentence) => !isUnverified(sentence)).join(" ")).filter(Boolean);
  const isId = (paragraph: string) => paragraph.startsWith("Its id ");
  return {
    paragraphs: paragraphs.filter((paragraph) => !isId(paragraph)),
    id: paragraphs.find(isId),
    unverified: all.flat().filter(isUnverified),
    examples: [...description.matchAll(EXAMPLE)].map(([, text = ""]) => codes(text)),
    importing,
  };
}

function codes(text: string): Example {
  return Object.fromEntries([...text.matchAll(FENCE)].map(([, language = "", code = ""]) => [language, code]));
}

/** What the index says of it. */
export function firstSentence(description: string): string {
  return sentences(description.split("\n\n")[0] ?? "")[0] ?? "";
}

function sentences(paragraph: string): string[] {
  return paragraph.split(/(?<=\.) (?=[A-Z`])/);
}
