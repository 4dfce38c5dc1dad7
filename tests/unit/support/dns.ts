import { isIPv4 } from "node:net";
import { domainToASCII } from "node:url";
import fc from "fast-check";

/** Changes the case of some letters. */
export function anyCase(text: string): fc.Arbitrary<string> {
  return fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((letter, index) => (upper[index] ? letter.toUpperCase() : letter)).join(""));
}

/** `text` with a dot at its end or without. */
export function maybeDot(text: string): fc.Arbitrary<string> {
  return fc.constantFrom(text, `${text}.`);
}

/** One or more spaces or tabs. */
export const space = fc.constantFrom(" ", "  ", "\t", " \t ");

/** A label as DNS records have it, in lower case: letters, digits, hyphens inside, or an underscore in front. */
export const label = fc
  .stringMatching(/^_?[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/)
  .filter((text) => !text.startsWith("xn--"));

/** A name of one to three labels, relative, in lower case. */
export const relativeName = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join("."));

/** A whole name below one of a few zones. */
export const wholeName = relativeName.map((name) => `${name}.example.com`);

/** A label with letters beyond ASCII, and the same in punycode. */
export const internationalLabel = fc
  .string({ unit: fc.constantFrom(..."abzäöüßéñøжшяиλω中文本ไทย-0"), minLength: 1, maxLength: 8 })
  .map((unicode) => ({ unicode, punycode: domainToASCII(`${unicode}.a`).replace(/\.a$/, "") }))
  .filter(({ punycode }) => punycode.startsWith("xn--"));

/** Any text a TXT record can hold, quotes, backslashes and letters beyond ASCII included. */
export const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('"', "\\", " ", "a", "0", "1", ";", "ü", "\t"), minLength: 1, maxLength: 20 }),
  fc.string({ unit: "grapheme-ascii", minLength: 250, maxLength: 600 }),
);

/** `text` as one or more quoted strings: cut anywhere between letters, escaped in one of the ways a zone file allows. */
export function quotedChunks(content: string): fc.Arbitrary<string> {
  const letters = [...content];
  const shape = fc.record({ cut: fc.boolean(), gap: space, way: fc.constantFrom("least", "backslash", "decimal") });
  return fc.array(shape, { minLength: letters.length, maxLength: letters.length }).map((shapes) => {
    const spelled = letters.map((letter, index) => {
      const { cut, gap, way } = shapes[index] as { cut: boolean; gap: string; way: string };
      return (cut && index > 0 ? `"${gap}"` : "") + escaped(letter, way);
    });
    return `"${spelled.join("")}"`;
  });
}

function escaped(letter: string, way: string): string {
  if (way === "decimal") {
    return [...Buffer.from(letter)].map((byte) => `\\${String(byte).padStart(3, "0")}`).join("");
  }
  // A digit after a backslash would be taken for the first of a decimal number.
  const mayEscape = way === "backslash" && !/\d/.test(letter);
  return letter === '"' || letter === "\\" || mayEscape ? `\\${letter}` : letter;
}

/** `content` in quoted strings of at most 255 bytes, cut between bytes as zone files are: half a letter is spelled by its bytes. */
export function byteChunks(content: string): string {
  const bytes = Buffer.from(content);
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += 255) {
    const spelled = [...bytes.subarray(start, start + 255)].map((byte) =>
      byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c
        ? String.fromCharCode(byte)
        : `\\${String(byte).padStart(3, "0")}`,
    );
    chunks.push(`"${spelled.join("")}"`);
  }
  return chunks.join(" ");
}

/** The eight numbers of an IPv6 address; runs of zeros are as frequent as in real life. */
export const ipv6Groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
  minLength: 8,
  maxLength: 8,
});

/** The address in any spelling: leading zeros or not, a run of zeros left out or not, the end as IPv4 or not. */
export function ipv6Spelling(groups: number[]): fc.Arbitrary<string> {
  return fc
    .record({
      padding: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      start: fc.nat(7),
      compress: fc.boolean(),
      embedded: fc.boolean(),
    })
    .map(({ padding, start, compress, embedded }) => {
      const words = groups.map((group, index) => {
        const word = group.toString(16);
        return padding[index] ? word.padStart(4, "0") : word;
      });
      const [seventh = 0, eighth = 0] = groups.slice(6);
      const ipv4 = [seventh >> 8, seventh & 255, eighth >> 8, eighth & 255].join(".");
      const tail = embedded && isIPv4(ipv4) ? [ipv4] : words.slice(6);
      const parts = [...words.slice(0, 6), ...tail];
      const numbers = [...groups.slice(0, 6), ...(tail.length === 1 ? [1] : groups.slice(6))];
      let end = start;
      while (numbers[end] === 0) end++;
      if (!compress || end === start || end - start === parts.length + 1) return parts.join(":");
      return `${parts.slice(0, start).join(":")}::${parts.slice(end).join(":")}`;
    });
}
