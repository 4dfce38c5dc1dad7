import { type Answer, json, text } from "../http";
import type { Json } from "../json";

type Format = (value: Json) => Answer;

/**
 * The four output formats [S0]. No answer in xml, php or text has ever been published, so their details are unverified:
 * the root and the names of list items in xml, how text writes booleans and null, and every content type.
 */
const FORMATS = new Map<string, Format>([
  ["xml", (value) => text(200, `<?xml version="1.0" encoding="UTF-8"?>\n${element("root", value)}\n`, "text/xml")],
  ["php", (value) => text(200, serialize(value))],
  ["text", (value) => text(200, rows(value).join("\n"))],
]);

/** An answer in the format that was asked for; json when none was, or one that does not exist [the latter unverified]. */
export function inFormat(name: string | undefined, value: Json): Answer {
  return FORMATS.get(name ?? "")?.(value) ?? json(200, value);
}

function element(name: string, value: Json): string {
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: Json): string {
  if (Array.isArray(value)) return value.map((item) => element("item", item)).join("");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([key, item]) => element(key, item))
      .join("");
  return plain(value).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** As PHP's serialize() does: lists are arrays with numbers as keys, lengths count bytes. */
function serialize(value: Json): string {
  if (value === null) return "N;";
  if (typeof value === "boolean") return `b:${value ? 1 : 0};`;
  if (typeof value === "number") return `${Number.isInteger(value) ? "i" : "d"}:${value};`;
  if (typeof value === "string") return `s:${Buffer.byteLength(value)}:"${value}";`;
  const items = keyed(value).map(([key, item]) => serialize(key) + serialize(item));
  return `a:${items.length}:{${items.join("")}}`;
}

/** `user.login=name`: a row per value, what is nested grouped by dots [S0]. */
function rows(value: Json, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${path}=${plain(value)}`];
  return keyed(value).flatMap(([key, item]) => rows(item, path === "" ? String(key) : `${path}.${key}`));
}

function keyed(value: Json[] | { [key: string]: Json }): [string | number, Json][] {
  return Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(value);
}

/** PHP's text of a value: true is "1", false and null are empty. */
function plain(value: string | number | boolean | null): string {
  if (typeof value === "boolean") return value ? "1" : "";
  return String(value ?? "");
}
