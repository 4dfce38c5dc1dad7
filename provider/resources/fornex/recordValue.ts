import { isIPv4, isIPv6 } from "node:net";
import type { RecordType } from "../../clients/fornex/words";
import { canonicalName } from "./names";

/** The one form of a record's value; what is not valid for its type keeps its own spelling. */
export function canonicalValue(type: string, value: string): string {
  const text = value.trim();
  switch (type.toUpperCase()) {
    case "AAAA":
      return canonicalIPv6(text) ?? text;
    case "CNAME":
    case "MX":
    case "NS":
      return canonicalName(text);
    case "SRV":
      return canonicalService(text) ?? text;
    case "CAA":
      return canonicalAuthority(text) ?? text;
    case "TXT":
      return quoted(textContent(value));
    default:
      return text;
  }
}

/** What is wrong with a value for its type, without the value; undefined when nothing is. */
export function valueProblem(type: RecordType, value: string): string | undefined {
  const text = value.trim();
  if (text === "" || (type === "TXT" && textContent(value) === "")) return "must not be empty";
  switch (type) {
    case "A":
      return isIPv4(text) ? undefined : "must be an IPv4 address for type A, such as 192.0.2.10";
    case "AAAA":
      return canonicalIPv6(text) ? undefined : "must be an IPv6 address for type AAAA, such as 2001:db8::1";
    case "CNAME":
    case "MX":
    case "NS":
      return isName(text) ? undefined : `must be a host name for type ${type}`;
    case "SRV":
      return canonicalService(text)
        ? undefined
        : 'must be "weight port target" for type SRV (the priority goes into prio), such as "5 5060 sip.example.com"';
    case "CAA":
      return canonicalAuthority(text)
        ? undefined
        : 'must be "flags tag value" for type CAA, such as 0 issue "letsencrypt.org"';
    case "TXT":
      return undefined;
  }
}

/**
 * What is sent to Fornex: the user's spelling, but for TXT the bare text, since that is the form in which other clients
 * of this API have been seen to work; whether Fornex would take quotes as part of the text is unverified.
 */
export function sentValue(type: string, value: string): string {
  if (type.toUpperCase() !== "TXT") return value.trim();
  const text = textContent(value);
  // Text that itself looks quoted would be read as something else.
  return textContent(text) === text ? text : quoted(text);
}

function canonicalIPv6(text: string): string | undefined {
  if (!isIPv6(text) || text.includes("%")) return undefined;
  return new URL(`http://[${text}]`).hostname.slice(1, -1);
}

function canonicalService(text: string): string | undefined {
  const match = /^(\d{1,5})\s+(\d{1,5})\s+(\S+)$/.exec(text);
  if (!match?.[1] || !match[2] || !match[3] || !isName(match[3])) return undefined;
  if (Number(match[1]) > 65535 || Number(match[2]) > 65535) return undefined;
  return `${Number(match[1])} ${Number(match[2])} ${canonicalName(match[3]) || "."}`;
}

function canonicalAuthority(text: string): string | undefined {
  const match = /^(\d{1,3})\s+([a-z0-9]+)\s+(\S.*)$/i.exec(text);
  if (!match?.[1] || !match[2] || !match[3] || Number(match[1]) > 255) return undefined;
  return `${Number(match[1])} ${match[2].toLowerCase()} ${quoted(textContent(match[3].trim()))}`;
}

function isName(text: string): boolean {
  return text === "." || (/^[^\s"/\\@:]+$/.test(text.replace(/\.$/, "")) && !text.includes("..") && !isIPv4(text));
}

/** The text of a TXT value: as it is, or, when it consists of quoted strings only, those joined and unescaped. */
function textContent(value: string): string {
  const chunks = /^\s*(?:"(?:[^"\\]|\\[\s\S])*"\s*)+$/.test(value) ? value.match(/"(?:[^"\\]|\\[\s\S])*"/g) : null;
  if (!chunks) return value;
  try {
    // Chunks are cut by bytes, so one letter may stand in two of them.
    const bytes = Buffer.concat(chunks.map((chunk) => unescaped(chunk.slice(1, -1))));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return value;
  }
}

/** Bytes of a quoted string: `\DDD` is the byte of that decimal number, a backslash before anything else that thing itself. */
function unescaped(text: string): Buffer {
  const parts = text.match(/\\\d{3}|\\[\s\S]|[^\\]+/gu) ?? [];
  return Buffer.concat(
    parts.map((part) => {
      const byte = /^\\\d{3}$/.test(part) ? Number(part.slice(1)) : 256;
      return byte < 256 ? Buffer.of(byte) : Buffer.from(part.startsWith("\\") ? part.slice(1) : part);
    }),
  );
}

/** Quoted once more, so that a canonical form read as a value gives itself again. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
