/** What one file of an assessment shows in an editor: its hotspots and findings, and the hints made of them. */
import { type Assessment, type Finding, type Hotspot, type HotspotAdvice, movableShare, speedupRange } from "../report";
import { effortText, shareText } from "./words";

export interface FileView {
  /** Hottest first. */
  readonly hotspots: readonly Hotspot[];
  readonly findings: readonly Finding[];
  readonly hints: readonly Hint[];
}

/** One line-level message. Lines 1-based, columns 0-based; `endColumn` undefined stands for the end of the line. */
export interface Hint {
  readonly rule: string;
  readonly code: string;
  readonly message: string;
  readonly hotspot: string | undefined;
  readonly startLine: number;
  /** Undefined: where the line's text starts. */
  readonly startColumn: number | undefined;
  readonly endLine: number;
  readonly endColumn: number | undefined;
}

/** Views of every file that has something to show, by path. `minimumShare` as in the settings. */
export function viewFiles(assessment: Assessment, minimumShare: number): ReadonlyMap<string, FileView> {
  const paths = new Map<string, { hotspots: Hotspot[]; findings: Finding[] }>();
  const at = (path: string) => {
    const known = paths.get(path);
    if (known !== undefined) return known;
    const made = { hotspots: [], findings: [] };
    paths.set(path, made);
    return made;
  };
  const byId = new Map(assessment.hotspots.map((hotspot) => [hotspot.id, hotspot]));
  // Where a profile ranks, what it has not seen does not matter, however hot it was estimated to be: its share is 0.
  const isShown = (hotspot: Hotspot) =>
    movableShare(hotspot) >= minimumShare && (hotspot.measured === undefined || movableShare(hotspot) > 0);
  for (const hotspot of assessment.hotspots) if (isShown(hotspot)) at(hotspot.path).hotspots.push(hotspot);
  for (const finding of assessment.findings) if (matters(finding, byId, isShown)) at(finding.path).findings.push(finding);
  return new Map([...paths].map(([path, found]) => [path, { ...found, hints: hintsOf(found, byId) }]));
}

/** Nothing is said about code that is best left as it is, or too cold to matter. */
function matters(finding: Finding, byId: ReadonlyMap<string, Hotspot>, isShown: (hotspot: Hotspot) => boolean): boolean {
  if (finding.target === "keep") return false;
  const hotspot = finding.hotspot === undefined ? undefined : byId.get(finding.hotspot);
  return hotspot === undefined || isShown(hotspot);
}

function hintsOf({ hotspots, findings }: Pick<FileView, "hotspots" | "findings">, byId: ReadonlyMap<string, Hotspot>): Hint[] {
  const hints = findings.map((finding) => hintOfFinding(finding, byId.get(finding.hotspot ?? "")));
  for (const hotspot of hotspots) {
    const best = hotspot.advice[0];
    if (best === undefined || best.target === "keep" || findings.some((finding) => isCovered(finding, hotspot, best))) continue;
    hints.push(hintOfAdvice(hotspot, best));
  }
  return hints.sort((a, b) => a.startLine - b.startLine);
}

/** A finding of the same rule says it already, and more exactly. */
function isCovered(finding: Finding, hotspot: Hotspot, advice: HotspotAdvice): boolean {
  return finding.hotspot === hotspot.id && finding.rule === advice.rule;
}

/** Of a finding over several lines the first one: a whole loop underlined would say nothing about where. */
function hintOfFinding(finding: Finding, hotspot: Hotspot | undefined): Hint {
  const { rule, code, startLine, startColumn, endLine } = finding;
  const advice = hotspot?.advice.find((candidate) => candidate.rule === rule);
  const message = withFigures(finding.message, hotspot, advice);
  const endColumn = endLine === startLine ? finding.endColumn : undefined;
  return { rule, code, message, hotspot: finding.hotspot, startLine, startColumn, endLine: startLine, endColumn };
}

function hintOfAdvice(hotspot: Hotspot, advice: HotspotAdvice): Hint {
  const line = advice.startLine;
  return {
    rule: advice.rule,
    code: advice.code,
    message: withFigures(advice.message, hotspot, advice),
    hotspot: hotspot.id,
    startLine: line,
    startColumn: undefined,
    endLine: line,
    endColumn: undefined,
  };
}

function withFigures(message: string, hotspot: Hotspot | undefined, advice: HotspotAdvice | undefined): string {
  const sentence = /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
  if (hotspot === undefined) return sentence;
  const gain =
    advice === undefined || advice.target === "keep" ? "" : ` ${speedupRange(advice.speedup)} here, ${effortText(advice.effort)}.`;
  return `${sentence}${gain} ${shareText(hotspot)}.`;
}
