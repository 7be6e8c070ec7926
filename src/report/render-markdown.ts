/** The assessment as Markdown for a pull request, a wiki or a meeting. */
import type { Assessment, Hotspot, HotspotAdvice } from "./assessment";
import { codeCell, codeSpan, escapeMarkdown } from "./markdown-text";
import { isWorthARow } from "./offload";
import { profileLines, shareCell, totalCell } from "./profile-words";
import { effortRange, percent, plural, recommendationName, skippedByReason, speedupRange, targetName, timeSentence } from "./words";

export function renderMarkdown(assessment: Assessment): string {
  const { verdict, project, hotspots } = assessment;
  return [
    `# Breakeven: ${recommendationName(verdict.recommendation)}`,
    "",
    escapeMarkdown(verdict.summary),
    "",
    `* How sure: **${verdict.confidence}**. ${escapeMarkdown(verdict.confidenceReasons.join(" "))}`,
    ...[timeSentence(assessment)].filter((it) => it !== "").map((it) => `* ${escapeMarkdown(it)}`),
    `* Assessed: ${plural(project.files, "file")}, ${plural(project.lines, "line")}, ${plural(project.functions, "function")}`,
    ...verdict.evidence.map((line) => `* ${escapeMarkdown(line)}`),
    ...section(
      "Workloads",
      verdict.workloads.map(({ kind, evidence }) => `* ${escapeMarkdown(kind)}: ${escapeMarkdown(evidence.join("; "))}`),
    ),
    ...section(
      "Profile",
      profileLines(assessment).map((line) => `* ${escapeMarkdown(line)}`),
    ),
    ...hotspotTable(assessment),
    ...hotspots.flatMap(details),
    ...section(
      "What would change this",
      verdict.wouldChange.map((line) => `* ${escapeMarkdown(line)}`),
    ),
    ...section(
      "Skipped",
      skippedByReason(project.skipped).map(
        ({ reason, paths }) => `* ${escapeMarkdown(reason)}: ${plural(paths.length, "place")}, such as ${codeSpan(paths[0] ?? "")}`,
      ),
    ),
    ...section(
      "Problems",
      project.problems.map(
        ({ path, line, message }) => `* ${codeSpan(line === undefined ? path : `${path}:${line}`)}: ${escapeMarkdown(message)}`,
      ),
    ),
    "",
    `Breakeven ${assessment.tool.version}. Shares and speedups are estimates unless they say measured; each names what it rests on.`,
    "",
  ].join("\n");
}

/** The same model says the same of the work: once is enough. */
function sameModel(other: HotspotAdvice["alternatives"][number], { speedup }: HotspotAdvice): boolean {
  const isModel = (figure: string | undefined) => figure?.startsWith("gains-") === true;
  return isModel(other.speedup.figure) && isModel(speedup.figure);
}

function hotspotTable({ hotspots, profile }: Assessment): string[] {
  if (hotspots.length === 0) return [];
  const isMeasured = profile?.ranks === true;
  const shown = hotspots.filter(isWorthARow);
  const left = hotspots.length - shown.length;
  const rows = shown.map((hotspot) => {
    const best = hotspot.advice[0] as Hotspot["advice"][number];
    const kept = best.target === "keep";
    const cells = [
      String(hotspot.rank),
      ...(isMeasured ? [shareCell(hotspot, true), totalCell(hotspot)] : [percent(hotspot.heat)]),
      codeCell(`${hotspot.path}:${hotspot.startLine} ${hotspot.qualname}`),
      targetName(best.target),
      kept ? "" : speedupRange(best.speedup),
      kept ? "" : effortRange(best.effort),
      escapeMarkdown(best.message),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "",
    "## Hotspots",
    "",
    `| # | ${isMeasured ? "CPU (measured) | Total (measured)" : "CPU (estimated)"} | Where | Advice | Speedup | Effort | Why |`,
    `|---|---|---|---|---|---|---|${isMeasured ? "---|" : ""}`,
    ...rows,
    ...(left > 0 ? ["", `And ${plural(left, "smaller place")}, best left as ${left === 1 ? "it is" : "they are"}.`] : []),
  ];
}

function details(hotspot: Hotspot): string[] {
  const moves = hotspot.advice.filter((it) => it.target !== "keep");
  if (moves.length === 0) return [];
  return [
    "",
    `### ${hotspot.rank}. ${codeSpan(hotspot.qualname)}`,
    "",
    ...hotspot.loops.map(
      ({ startLine, trips }) =>
        `* Loop in line ${startLine}: ${trips.low === trips.high ? "" : "about "}${trips.mid.toLocaleString("en")} rounds (${escapeMarkdown(trips.evidence)})`,
    ),
    ...moves.flatMap((item) => [
      `* **${targetName(item.target)}** (${item.code}), confidence ${item.confidence}: ${speedupRange(item.speedup)} here, ${speedupRange(item.wholeProgram)} for the whole program, ${effortRange(item.effort)}. ${escapeMarkdown(item.speedup.basis)}`,
      ...(item.paysBack === undefined ? [] : [`  * ${escapeMarkdown(item.paysBack.text)}`]),
      ...(item.paysFrom === undefined ? [] : [`  * Pays ${escapeMarkdown(item.paysFrom)}`]),
      ...item.evidence.map(({ message, line }) => `  * ${escapeMarkdown(line === undefined ? message : `${message} (line ${line})`)}`),
      ...item.blockers.map((blocker) => `  * In the way, line ${blocker.line}: ${escapeMarkdown(blocker.message)}`),
      ...item.alternatives.map(
        (other) =>
          `  * Or ${targetName(other.target)}: ${speedupRange(other.speedup)}, ${effortRange(other.effort)}.${other.note === other.speedup.basis && sameModel(other, item) ? "" : ` ${escapeMarkdown(other.note)}`}`,
      ),
    ]),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `## ${title}`, "", ...lines];
}
