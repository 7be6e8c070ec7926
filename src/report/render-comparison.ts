import type { ProfileComparison } from "./comparison";
import { fillLines } from "./fill-lines";
import { codeCell, escapeMarkdown } from "./markdown-text";
import { percent, plural, visible } from "./words";

type Row = ProfileComparison["functions"][number];

const changes: Readonly<Record<Row["change"], string>> = {
  more: "more",
  less: "less",
  unclear: "may be chance",
  untested: "not tested",
};

/** For people: `width` columns of text, or Markdown. `limit` rows at most. */
export function renderComparison(
  comparison: ProfileComparison,
  form: "terminal" | "markdown",
  { limit = 30, width = 100 }: { readonly limit?: number; readonly width?: number } = {},
): string {
  const shown = comparison.functions.slice(0, limit);
  const rest = comparison.functions.length - shown.length;
  const more = rest > 0 ? [`and ${plural(rest, "smaller difference")}`] : [];
  const none = comparison.functions.length === 0 ? ["No function of the project has a different share."] : [];
  if (form === "markdown") {
    const rows = shown.map(
      (row) => `| ${codeCell(row.qualname)} | ${escapeMarkdown(row.path)}:${row.startLine} | ${figures(row).join(" | ")} |`,
    );
    const table = shown.length === 0 ? [] : ["| function | place | before | after | difference | |", "|---|---|--:|--:|--:|---|", ...rows];
    return `${["# Before and after", "", headline(comparison), "", ...table, ...none, "", ...more, "", ...comparison.notes.map((note) => `* ${escapeMarkdown(note)}`)].join("\n")}\n`;
  }
  const names = shown.map((row) => `${visible(row.qualname)} (${visible(row.path)}:${row.startLine})`);
  const cells = [["before", "after", "difference", ""], ...shown.map(figures)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => (row[column] as string).length)));
  const lines = cells.map((row, index) => {
    const columns = row.map((cell, column) => (column === 3 ? cell.padEnd(widths[3] as number) : cell.padStart(widths[column] as number)));
    return `  ${columns.join("  ")}  ${index === 0 ? "function" : names[index - 1]}`.trimEnd();
  });
  const notes = comparison.notes.flatMap((note) => fillLines(note, width, "- "));
  return `${[...fillLines(headline(comparison), width), "", ...(shown.length === 0 ? none : lines), ...more.map((it) => `  ${it}`), "", ...notes].join("\n")}\n`;
}

function headline({ before, after, functions }: ProfileComparison): string {
  const runs = `${plural(before.files.length, "run")} before, ${plural(after.files.length, "run")} after`;
  const time =
    before.seconds === undefined || after.seconds === undefined
      ? "The formats do not tell seconds, so only shares are compared."
      : `CPU time of a run: ${seconds(before.seconds)} before, ${seconds(after.seconds)} after${factor(before.seconds, after.seconds)}.`;
  return `${runs}. ${time} ${verdict(functions)}`;
}

function verdict(functions: readonly Row[]): string {
  const tested = functions.filter(({ change }) => change !== "untested");
  if (tested.length === 0 && functions.length > 0)
    return "Whether the differences are more than chance cannot be told from these profiles.";
  const changed = tested.filter(({ change }) => change !== "unclear").length;
  if (changed === 0) return "No function's share changed by more than chance.";
  return changed === 1
    ? "The share of 1 function changed by more than chance."
    : `The shares of ${changed} functions changed by more than chance.`;
}

/** A twentieth more or less is within what runs differ by. */
const sameTime = 1.05;

function factor(before: number, after: number): string {
  if (before === 0 || after === 0) return "";
  const ratio = before / after;
  if (ratio < sameTime && ratio > 1 / sameTime) return " (about the same)";
  return ratio >= 1 ? ` (${Number(ratio.toPrecision(2))}x as fast)` : ` (${Number((1 / ratio).toPrecision(2))}x as slow)`;
}

function seconds(value: number): string {
  return `${Number(value.toPrecision(3))} s`;
}

function figures({ before, after, error, change }: Row): string[] {
  const points = (after - before) * 100;
  const sign = points > 0 ? "+" : points < 0 ? "-" : "";
  const spread = error === undefined ? "" : ` ± ${(error * 100).toFixed(1)}`;
  return [percent(before), percent(after), `${sign}${Math.abs(points).toFixed(1)}${spread} points`, changes[change]];
}
