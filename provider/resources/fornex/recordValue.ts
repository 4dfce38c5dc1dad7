import { isIPv4, isIPv6 } from "node:net";
import type { RecordType } from "../../clients/fornex/words";
import { canonicalName, isName } from "../../dnsName";
import { notationProblem, quoted, shownText, writtenText } from "./txtValue";

/** The longest that Fornex documents; of TXT the text counts, not the quotes around it. */
const LONGEST = 1024;

/** The one form of a record's value, as a person writes it; what is not valid for its type keeps its own spelling. */
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
      return quoted(writtenText(value));
    default:
      return text;
  }
}

/** What is wrong with a value for its type, without the value; undefined when nothing is. */
export function valueProblem(type: RecordType, value: string): string | undefined {
  const text = value.trim();
  if (text === "" || (type === "TXT" && writtenText(value) === "")) return "must not be empty";
  if (sentValue(type, value).length > LONGEST) return `must have at most ${LONGEST} characters`;
  switch (type) {
    case "A":
      return isIPv4(text) ? undefined : "must be an IPv4 address for type A, such as 192.0.2.10";
    case "AAAA":
      return canonicalIPv6(text) ? undefined : "must be an IPv6 address for type AAAA, such as 2001:db8::1";
    case "CNAME":
    case "MX":
    case "NS":
      return isTarget(text) ? undefined : `must be a host name for type ${type}`;
    case "SRV":
      return canonicalService(text)
        ? undefined
        : 'must be "weight port target" for type SRV (the priority goes into prio), such as "5 5060 sip.example.com"';
    case "CAA":
      return canonicalAuthority(text)
        ? undefined
        : 'must be "flags tag value" for type CAA, such as 0 issue "letsencrypt.org"';
    case "TXT":
      return notationProblem(value);
  }
}

/**
 * What is sent to Fornex: the user's spelling, but for TXT the bare text, since that is the form in which other clients
 * of this API have been seen to work; whether Fornex would take quotes as part of the text is unverified.
 */
export function sentValue(type: string, value: string): string {
  if (type.toUpperCase() !== "TXT") return value.trim();
  const text = writtenText(value);
  // Text that itself looks quoted would be read as something else.
  return shownText(text) === text ? text : quoted(text);
}

/** What Fornex shows, as a person would write it: a text that looks like a notation is none there, and gets quotes. */
export function shownValue(type: string, value: string): string {
  switch (type.toUpperCase()) {
    case "CAA":
      return canonicalAuthority(value.trim()) === undefined ? quotedAuthority(value.trim()) : value;
    case "TXT": {
      const text = shownText(value);
      const isPlain = text.trim() !== "" && notationProblem(value) === undefined && writtenText(value) === text;
      return isPlain ? value : quoted(text);
    }
    default:
      return value;
  }
}

/** Shown bare, a text with quotes inside, or none at all, is no value that a person may write. */
function quotedAuthority(text: string): string {
  const [, flags, tag, content = ""] = /^(\d{1,3})\s+([a-z0-9]+)(?:\s+(.*))?$/i.exec(text) ?? [];
  const written = `${flags} ${tag} ${quoted(content)}`;
  return canonicalAuthority(written) === undefined ? text : written;
}

function canonicalIPv6(text: string): string | undefined {
  if (!isIPv6(text) || text.includes("%")) return undefined;
  return new URL(`http://[${text}]`).hostname.slice(1, -1);
}

function canonicalService(text: string): string | undefined {
  const match = /^(\d{1,5})\s+(\d{1,5})\s+(\S+)$/.exec(text);
  if (!match?.[1] || !match[2] || !match[3] || !isTarget(match[3])) return undefined;
  if (Number(match[1]) > 65535 || Number(match[2]) > 65535) return undefined;
  return `${Number(match[1])} ${Number(match[2])} ${canonicalName(match[3]) || "."}`;
}

function canonicalAuthority(text: string): string | undefined {
  const match = /^(\d{1,3})\s+([a-z0-9]+)\s+(\S.*)$/i.exec(text);
  if (!match?.[1] || !match[2] || !match[3] || Number(match[1]) > 255) return undefined;
  const content = shownText(match[3].trim());
  // A quote that belongs to no quoted string would be sent as a part of the text.
  if (content === match[3].trim() && content.includes('"')) return undefined;
  return `${Number(match[1])} ${match[2].toLowerCase()} ${quoted(content)}`;
}

/** The name that a record points to; `.` says that there is none. */
function isTarget(text: string): boolean {
  return text === "." || (isName(text, "record") && !isIPv4(canonicalName(text)));
}
