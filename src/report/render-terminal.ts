/** The assessment for a terminal, to be read by somebody who sees it for the first time: answer first, then why, then the places. */
import Table from "cli-table3";
import pc from "picocolors";
import stringWidth from "string-width";
import type { Assessment, Hotspot } from "./assessment";
import { fillLines } from "./fill-lines";
import { isWorthARow } from "./offload";
import { profileLines, shareCell, totalCell } from "./profile-words";
import { effortRange, plural, recommendationName, skippedByReason, speedupRange, targetName, timeSentence, visible } from "./words";

export interface TerminalOptions {
  /** Columns of the terminal; 80 when it is not known. */
  readonly width: number;
  readonly color: boolean;
  /** Without: ASCII only. */
  readonly unicode: boolean;
  /** So many hotspots at most, and none below a thousandth that stays as it is; without, all. */
  readonly rows?: number;
}

const narrowest = 60;
const widest = 160;
const pathsShown = 3;
/** Blanks between columns. */
const gap = 2;
/** A reason with less room than this beside the figures goes below them. */
const roomForReason = 50;
const indentOfReason = 4;
/** Narrower, the estimate of a place without measured time is left to the other formats. */
const roomForEstimate = 100;

export function renderTerminal(assessment: Assessment, options: TerminalOptions): string {
  const width = Math.min(widest, Math.max(narrowest, options.width));
  const paint = pc.createColors(options.color);
  const view = { assessment, width, paint, unicode: options.unicode, rows: options.rows };
  const parts = [verdict(view), profile(view), workloads(view), hotspots(view), skipped(view), problems(view), nextStep(view)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

interface View {
  readonly assessment: Assessment;
  readonly width: number;
  readonly paint: ReturnType<typeof pc.createColors>;
  readonly unicode: boolean;
  readonly rows: number | undefined;
}

function verdict({ assessment, width, paint }: View): string {
  const { verdict: found, project } = assessment;
  const head = paint.bold(recommendationName(found.recommendation));
  const sure = `How sure: ${found.confidence}. ${found.confidenceReasons.join(" ")}`;
  const size = `${plural(project.files, "file")}, ${plural(project.lines, "line")}, ${plural(project.functions, "function")}${project.python ? `, Python ${project.python}` : ""}`;
  return [
    ...fillLines(`${visible(project.root)}: ${size}`, width).map(paint.dim),
    "",
    head,
    ...fillLines(visible(withoutTitle(found.summary, recommendationName(found.recommendation))), width),
    "",
    ...fillLines(visible(sure), width),
    ...fillLines(timeSentence(assessment), width),
    ...found.evidence.flatMap((line) => fillLines(visible(line), width, "  - ")),
  ].join("\n");
}

/** The summary is said alone elsewhere; below its title it need not repeat it. */
function withoutTitle(summary: string, title: string): string {
  if (!summary.startsWith(`${title}: `)) return summary;
  const rest = summary.slice(title.length + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function profile({ assessment, width, paint }: View): string {
  const found = profileLines(assessment);
  if (found.length === 0) return "";
  return [paint.bold("Profile"), ...found.flatMap((line) => fillLines(visible(line), width, "  - "))].join("\n");
}

function workloads({ assessment, width, paint }: View): string {
  const found = assessment.verdict.workloads;
  if (found.length === 0) return "";
  return [
    paint.bold("Workloads"),
    ...found.flatMap(({ kind, evidence }) => fillLines(visible(`${kind}: ${evidence.join("; ")}`), width, "  - ")),
  ].join("\n");
}

/** A line of figures for each place, and beside or below it why. */
function hotspots(view: View): string {
  const { assessment, width, paint, unicode } = view;
  const shown = shownHotspots(view);
  if (shown.length === 0) return "";
  const isMeasured = assessment.profile?.ranks === true;
  const rows = shown.map((hotspot) => figures(hotspot, view));
  const titles = ["#", "CPU", ...(isMeasured ? ["Total"] : []), "Advice", "Speedup", "Effort"];
  const fixed = titles.map((title, column) => Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[column] as string))));
  const rest = width - fixed.reduce((sum, it) => sum + it + gap, 0);
  const isBeside = rest >= roomForReason;
  const table = new Table({
    head: [...titles, isBeside ? "Where and why" : "Where"].map((title) => paint.dim(title)),
    colWidths: [...fixed.map((it) => it + gap), rest + gap],
    chars: lines(unicode),
    style: { head: [], border: [], "padding-left": 0, "padding-right": gap, compact: true },
  });
  let previous = "";
  for (const [index, hotspot] of shown.entries()) {
    const why = reason(hotspot);
    const words = why === previous ? "as above" : why;
    const where = fillLines(place(hotspot), rest);
    const indent = " ".repeat(indentOfReason);
    const because = isBeside ? fillLines(words, rest) : fillLines(words, width, indent);
    if (isBeside) where.push(...because.map(paint.dim));
    table.push([...(rows[index] as string[]), where.join("\n")]);
    if (!isBeside) table.push([{ colSpan: titles.length + 1, content: because.map(paint.dim).join("\n") }]);
    previous = why;
  }
  const title = isMeasured ? "Hotspots (share of CPU measured; total with callees)" : "Hotspots (share of CPU estimated)";
  const body = table
    .toString()
    .split("\n")
    // The rule below the head goes on under the blanks after the last column.
    .map((line) => (/^[─-]+$/.test(line) ? line.slice(0, width) : line.trimEnd()));
  return [...fillLines(title, width).map(paint.bold), ...body, ...left(assessment.hotspots.length - shown.length, view)].join("\n");
}

function shownHotspots({ assessment, rows }: View): readonly Hotspot[] {
  if (rows === undefined) return assessment.hotspots;
  return assessment.hotspots.filter((hotspot, index) => index < rows && isWorthARow(hotspot));
}

function left(count: number, { assessment, paint }: View): string[] {
  if (count === 0) return [];
  return [paint.dim(`and ${plural(count, "smaller place")} (--limit ${assessment.hotspots.length} shows all)`)];
}

function figures(hotspot: Hotspot, { assessment: { profile: imported }, width, paint }: View): string[] {
  const best = hotspot.advice[0] as Hotspot["advice"][number];
  const kept = best.target === "keep";
  const name = targetName(best.target);
  return [
    String(hotspot.rank),
    shareCell(hotspot, width >= roomForEstimate),
    ...(imported?.ranks === true ? [totalCell(hotspot)] : []),
    kept ? paint.dim(name) : paint.green(name),
    kept ? "-" : speedupRange(best.speedup),
    kept ? "-" : effortRange(best.effort),
  ];
}

function place({ path, startLine, qualname }: Hotspot): string {
  return `${visible(path)}:${startLine} ${visible(qualname)}`;
}

function reason({ advice: [best] }: Hotspot): string {
  return best === undefined ? "" : visible(`${best.message} [${best.code}]`);
}

function skipped({ assessment, width, paint }: View): string {
  const groups = skippedByReason(assessment.project.skipped);
  if (groups.length === 0) return "";
  const text = groups.flatMap(({ reason, paths }) => {
    const shown = paths.slice(0, pathsShown).map(visible).join(", ");
    const more = paths.length > pathsShown ? ` and ${paths.length - pathsShown} more` : "";
    return fillLines(`${visible(reason)}: ${shown}${more}`, width, "  - ");
  });
  return [paint.bold("Skipped"), ...text].join("\n");
}

function problems({ assessment, width, paint }: View): string {
  const found = assessment.project.problems;
  if (found.length === 0) return "";
  const shown = found
    .slice(0, 10)
    .flatMap(({ path, line, message }) => fillLines(visible(`${path}${line === undefined ? "" : `:${line}`}: ${message}`), width, "  - "));
  const more = found.length > 10 ? [`  and ${found.length - 10} more (--format json lists all)`] : [];
  return [paint.bold(paint.yellow("Problems")), ...shown, ...more].join("\n");
}

function nextStep({ assessment, width, paint }: View): string {
  const { verdict: found, hotspots: places } = assessment;
  const steps: string[] = [];
  const first = places[0];
  if (found.confidence === "low" && assessment.profile?.ranks !== true)
    steps.push(
      "This is an estimate from source alone, and a weak one here: measure where the time goes with a profiler before you act on it.",
    );
  if (first !== undefined) {
    const best = first.advice[0];
    const code = best?.code ?? "";
    if (best?.paysBack?.unit === "running-hours")
      steps.push("To see in days when it pays back: set runs-per-day and seconds-per-run in [tool.breakeven]");
    steps.push(`What ${code} means: breakeven explain ${code}`);
    steps.push(`How a place got its share (in the folder assessed): breakeven explain ${visible(first.path)}:${first.startLine}`);
  }
  const sections = [
    { title: "What would change the verdict", lines: found.wouldChange.map(visible) },
    { title: "Next", lines: steps },
  ];
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [paint.bold(title), ...lines.flatMap((line) => fillLines(line, width, "  - "))].join("\n"))
    .join("\n\n");
}

/** A rule below the head and between rows, no other lines. */
function lines(unicode: boolean): Record<string, string> {
  const none = [
    "top",
    "top-mid",
    "top-left",
    "top-right",
    "bottom",
    "bottom-mid",
    "bottom-left",
    "bottom-right",
    "left",
    "right",
    "middle",
    "left-mid",
    "right-mid",
    "mid-mid",
  ];
  return { ...Object.fromEntries(none.map((name) => [name, ""])), mid: unicode ? "─" : "-", "mid-mid": unicode ? "─" : "-" };
}
