/** The assessment for a terminal, to be read by somebody who sees it for the first time: answer first, then why, then the places. */
import Table from "cli-table3";
import pc from "picocolors";
import stringWidth from "string-width";
import type { Assessment, Hotspot } from "./assessment";
import {
  boundName,
  effortRange,
  percent,
  plural,
  recommendationName,
  shareOf,
  skippedByReason,
  speedupRange,
  targetName,
  visible,
} from "./words";

export interface TerminalOptions {
  /** Columns of the terminal; 80 when it is not known. */
  readonly width: number;
  readonly color: boolean;
  /** Without: ASCII only. */
  readonly unicode: boolean;
}

const narrowest = 60;
const widest = 160;
const pathsShown = 3;
/** Blanks between columns. */
const gap = 2;

export function renderTerminal(assessment: Assessment, options: TerminalOptions): string {
  const width = Math.min(widest, Math.max(narrowest, options.width));
  const paint = pc.createColors(options.color);
  const view = { assessment, width, paint, unicode: options.unicode };
  const parts = [verdict(view), workloads(view), hotspots(view), skipped(view), problems(view), nextStep(view)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

interface View {
  readonly assessment: Assessment;
  readonly width: number;
  readonly paint: ReturnType<typeof pc.createColors>;
  readonly unicode: boolean;
}

function verdict({ assessment, width, paint }: View): string {
  const { verdict: found, project, hotspots: places } = assessment;
  const head = paint.bold(recommendationName(found.recommendation));
  const sure = `How sure: ${found.confidence}. ${found.confidenceReasons.join(" ")}`;
  const { python, native, io } = project.mix;
  const time = `Where the time goes: ${boundName(found.bound)} (${places.some((it) => it.measured) ? "measured and estimated" : "estimated"}: ${percent(python)} Python, ${percent(native)} native, ${percent(io)} waiting).`;
  const size = `${plural(project.files, "file")}, ${plural(project.lines, "line")}, ${plural(project.functions, "function")}${project.python ? `, Python ${project.python}` : ""}`;
  return [
    paint.dim(`${visible(project.root)}: ${size}`),
    "",
    head,
    ...wrap(visible(found.summary), width),
    "",
    ...wrap(visible(sure), width),
    ...wrap(time, width),
    ...found.evidence.flatMap((line) => wrap(visible(line), width, "  - ")),
  ].join("\n");
}

function workloads({ assessment, width, paint }: View): string {
  const found = assessment.verdict.workloads;
  if (found.length === 0) return "";
  return [
    paint.bold("Workloads"),
    ...found.flatMap(({ kind, share, evidence }) => wrap(visible(`${kind}: ${percent(share)}. ${evidence.join("; ")}`), width, "  - ")),
  ].join("\n");
}

/** A line of figures for each place, and below it why. */
function hotspots(view: View): string {
  const { assessment, width, paint, unicode } = view;
  if (assessment.hotspots.length === 0) return "";
  const measured = assessment.hotspots.some((it) => it.measured !== undefined);
  const head = ["#", "CPU", "Advice", "Speedup", "Effort", "Where and why"];
  const rows = assessment.hotspots.map((hotspot) => figures(hotspot, view));
  const fixed = rows[0]?.map((_, column) => Math.max(...[head, ...rows].map((row) => stringWidth(row[column] as string)))) ?? [];
  const rest = width - fixed.reduce((sum, it) => sum + it + gap, 0);
  const table = new Table({
    head: head.map((title) => paint.dim(title)),
    colWidths: [...fixed.map((it) => it + gap), rest + gap],
    wordWrap: true,
    chars: lines(unicode),
    style: { head: [], border: [], "padding-left": 0, "padding-right": gap, compact: true },
  });
  let previous = "";
  for (const [index, hotspot] of assessment.hotspots.entries()) {
    const why = reason(hotspot);
    table.push([...(rows[index] as string[]), `${breakPath(place(hotspot), rest)}\n${paint.dim(why === previous ? "as above" : why)}`]);
    previous = why;
  }
  const title = paint.bold(`Hotspots (share of CPU ${measured ? "measured where a profile says, else " : ""}estimated)`);
  const body = table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
  return [title, ...body].join("\n");
}

function figures(hotspot: Hotspot, { paint }: View): string[] {
  const best = hotspot.advice[0] as Hotspot["advice"][number];
  const kept = best.target === "keep";
  const name = targetName(best.target);
  return [
    String(hotspot.rank),
    percent(shareOf(hotspot)),
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
    return wrap(`${visible(reason)}: ${shown}${more}`, width, "  - ");
  });
  return [paint.bold("Skipped"), ...text].join("\n");
}

function problems({ assessment, width, paint }: View): string {
  const found = assessment.project.problems;
  if (found.length === 0) return "";
  const shown = found
    .slice(0, 10)
    .flatMap(({ path, line, message }) => wrap(visible(`${path}${line === undefined ? "" : `:${line}`}: ${message}`), width, "  - "));
  const more = found.length > 10 ? [`  and ${found.length - 10} more (--format json lists all)`] : [];
  return [paint.bold(paint.yellow("Problems")), ...shown, ...more].join("\n");
}

function nextStep({ assessment, width, paint }: View): string {
  const { verdict: found, hotspots: places } = assessment;
  const steps: string[] = [];
  const first = places[0];
  if (found.confidence === "low")
    steps.push(
      "This is an estimate from source alone, and a weak one here: measure where the time goes with a profiler before you act on it.",
    );
  if (first !== undefined) {
    const rule = first.advice[0]?.code ?? "";
    steps.push(
      `More on an advice: breakeven explain ${rule}. How a place got its share: breakeven explain ${visible(first.path)}:${first.startLine}`,
    );
  }
  for (const change of found.wouldChange) steps.push(`What would change the verdict: ${visible(change)}`);
  if (steps.length === 0) return "";
  return [paint.bold("Next"), ...steps.flatMap((step) => wrap(step, width, "  - "))].join("\n");
}

/** A path longer than its column breaks after a slash, else anywhere. */
function breakPath(cell: string, width: number): string {
  return cell
    .split("\n")
    .flatMap((line) => {
      const parts: string[] = [];
      let rest = line;
      while (stringWidth(rest) > width) {
        const slash = rest.lastIndexOf("/", width - 1);
        const cut = slash > width / 3 ? slash + 1 : width;
        parts.push(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      return [...parts, rest];
    })
    .join("\n");
}

/** Words filled into lines of `width` columns; `bullet` before the first, as much blank before the others. */
function wrap(text: string, width: number, bullet = ""): string[] {
  const indent = " ".repeat(stringWidth(bullet));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((it) => it !== "")) {
    if (line !== "" && stringWidth(bullet) + stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines.map((it, index) => `${index === 0 ? bullet : indent}${it}`);
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
