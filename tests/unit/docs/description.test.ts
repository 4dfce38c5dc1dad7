import { firstSentence, partsOf } from "../../../scripts/docs/description.mts";

const EXAMPLE = `{{% example %}}

\`\`\`typescript
new Thing();

new Thing();
\`\`\`

\`\`\`python
vps.Thing()
\`\`\`

{{% /example %}}`;
const CODES = { typescript: "new Thing();\n\nnew Thing();", python: "vps.Thing()" };
const DESCRIPTION = `A thing (unverified). It costs money.

\`protect\` helps.

Its id is its number, such as \`v1. A\`. Whether it works is unverified; ask. So nobody knows.

{{% examples %}}

## Example Usage

${EXAMPLE}

${EXAMPLE}

{{% /examples %}}`;

test("a description falls into what it is, its id, what is unverified, and its examples", () => {
  expect(partsOf(DESCRIPTION)).toEqual({
    paragraphs: ["A thing (unverified). It costs money.", "`protect` helps."],
    id: "Its id is its number, such as `v1. A`. So nobody knows.",
    unverified: ["Whether it works is unverified; ask."],
    examples: [CODES, CODES],
  });
});

test("a description may be nothing but a sentence", () => {
  expect(partsOf("A thing.")).toEqual({ paragraphs: ["A thing."], id: undefined, unverified: [], examples: [] });
});

test("the index shows the first sentence", () => {
  expect(firstSentence(DESCRIPTION)).toBe("A thing (unverified).");
});
