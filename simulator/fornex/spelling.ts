import { domainToASCII, domainToUnicode } from "node:url";
import { compressIpv6, expandIpv6 } from "../ipv6";
import { convertLabels } from "./names";
import type { FornexEntry } from "./state";
import type { FornexSwitches } from "./switches";

/*
 * The same record can come back in other clothes than it was sent in. Which ones Fornex uses is known for the apex
 * only [fornex.md 3]; the others are what DNS hosters do, one switch each.
 */

const TARGET_TYPES = new Set(["CNAME", "MX", "NS", "SRV"]);
const SPACED_TYPES = new Set(["SRV", "CAA"]);

export function spellHost(host: string, zone: string, switches: FornexSwitches): string {
  if (host === "") return spellApex(zone, switches);
  const name = spellName(host, switches);
  if (switches.hostSpelling === "as-sent" || name.endsWith(".")) return name;
  return `${name}.${zone}${switches.hostSpelling === "fqdn." ? "." : ""}`;
}

function spellApex(zone: string, switches: FornexSwitches): string {
  if (switches.apexSpelling === "zone") return zone;
  if (switches.apexSpelling === "zone.") return `${zone}.`;
  return switches.apexSpelling;
}

export function spellValue({ type, value }: FornexEntry, switches: FornexSwitches): string {
  if (type === "TXT") return spellTxt(value, switches);
  if (type === "AAAA") return spellIpv6(value, switches);
  const quoted = type === "CAA" ? spellCaa(value, switches) : value;
  const target = TARGET_TYPES.has(type) ? spellTarget(quoted, switches) : quoted;
  return SPACED_TYPES.has(type) ? spellSpaces(target, switches) : target;
}

/** The target is the last word of the value. */
function spellTarget(value: string, switches: FornexSwitches): string {
  return value.replace(/\S+$/, (target) => spellEnd(spellName(target, switches), switches));
}

/** The root is "." in every spelling: without its dot it would be no name. */
function spellEnd(target: string, switches: FornexSwitches): string {
  if (switches.targetSpelling === "as-sent" || target === ".") return target;
  const bare = target.replace(/\.$/, "");
  return switches.targetSpelling === "dot" ? `${bare}.` : bare;
}

function spellName(name: string, switches: FornexSwitches): string {
  const encoded = spellIdn(name, switches);
  if (switches.caseSpelling === "upper") return encoded.toUpperCase();
  if (switches.caseSpelling === "lower") return encoded.toLowerCase();
  return encoded;
}

function spellIdn(name: string, switches: FornexSwitches): string {
  if (switches.idnSpelling === "as-sent") return name;
  return convertLabels(name, switches.idnSpelling === "punycode" ? domainToASCII : domainToUnicode);
}

function spellTxt(value: string, switches: FornexSwitches): string {
  if (switches.txtSpelling === "as-sent") return value;
  const content = unquote(value);
  if (switches.txtSpelling === "bare") return content;
  const pieces = switches.txtSpelling === "chunked" ? chunks(content) : [content];
  return pieces.map(quote).join(" ");
}

function quote(content: string): string {
  return `"${content.replace(/["\\]/g, "\\$&")}"`;
}

/** `"a" "b"` is `ab`; what has no quotes around it stays. */
function unquote(value: string): string {
  if (!/^"(?:[^"\\]|\\.)*"(?:\s+"(?:[^"\\]|\\.)*")*$/.test(value)) return value;
  const pieces = value.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  return Buffer.concat(pieces.map((piece) => unescaped(piece.slice(1, -1)))).toString("utf8");
}

/** `\065` is the byte of that number, a backslash before anything else that thing itself [RFC 1035 5.1]. */
function unescaped(text: string): Buffer {
  const parts = text.match(/\\\d{3}|\\?[^\\]|\\\\/gu) ?? [];
  return Buffer.concat(
    parts.map((part) =>
      /^\\\d{3}$/.test(part) ? Buffer.of(Number(part.slice(1))) : Buffer.from(part.replace("\\", "")),
    ),
  );
}

/** Pieces of at most 255 bytes that split no letter. */
function chunks(content: string): string[] {
  const pieces = [""];
  for (const letter of content) {
    const last = pieces[pieces.length - 1] ?? "";
    if (Buffer.byteLength(last + letter) > 255) pieces.push(letter);
    else pieces[pieces.length - 1] = last + letter;
  }
  return pieces;
}

function spellIpv6(value: string, switches: FornexSwitches): string {
  if (switches.ipv6Spelling === "compressed") return compressIpv6(value);
  if (switches.ipv6Spelling === "expanded") return expandIpv6(value);
  return value;
}

/** Spaces inside quotes are content. */
function spellSpaces(value: string, switches: FornexSwitches): string {
  if (switches.spacing === "as-sent") return value;
  const parts = value.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  return parts.join(switches.spacing === "double" ? "  " : " ");
}

function spellCaa(value: string, switches: FornexSwitches): string {
  const parts = /^(\S+\s+\S+\s+)(.*)$/.exec(value);
  if (switches.caaSpelling === "as-sent" || !parts) return value;
  const content = unquote(parts[2] ?? "");
  // Without quotes these would say something else.
  const needsQuotes = content.trim() !== content || unquote(content) !== content;
  return `${parts[1]}${switches.caaSpelling === "quoted" || needsQuotes ? quote(content) : content}`;
}
