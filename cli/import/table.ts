import type { Survey } from "./model";
import { leftOut } from "./words";

/** What was found, for a person: what is new, what the stack holds already, what stays unmanaged and why. */
export function tableOf(survey: Survey): string {
  const { found, held } = survey;
  const rows = [
    ...found.map(({ kind, name, importId }) => [kind, name, importId, ""]),
    ...held.map(({ kind, name, id }) => [kind, name, id, "in the stack already"]),
  ];
  const left = leftOut(survey).map(({ kind, ids, why }) => `  ${kind}${ids && ` ${ids}`}: ${why}`);
  const parts = [
    ...(rows.length > 0 ? [columns([["KIND", "NAME", "ID", ""], ...rows])] : []),
    ...(left.length > 0 ? [["Stays unmanaged:", ...left].join("\n")] : []),
  ];
  return parts.join("\n\n");
}

function columns(rows: readonly string[][]): string {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
