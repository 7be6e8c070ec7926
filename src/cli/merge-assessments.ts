/**
 * Many assessments as one ranking. Shares of different programs have no common unit, so places are ranked by what the best advice is
 * expected to do to its own program as a whole, multiplied by the weight that the program was given. Only the best places and a line per
 * project are kept, so the memory does not grow with the size of the reports.
 */
import type { Assessment } from "../report";

export const mergedSchemaId = "breakeven.merged/1";

export interface MergedProject {
  /** File of the assessment, as typed. */
  readonly source: string;
  readonly name: string;
  readonly weight: number;
  readonly files: number;
  readonly lines: number;
  readonly isMeasured: boolean;
  readonly recommendation: Assessment["verdict"]["recommendation"];
  readonly confidence: Assessment["verdict"]["confidence"];
  readonly summary: string;
  /** Hotspots whose best advice is to move, in the report. */
  readonly toMove: number;
}

export interface MergedHotspot {
  readonly rank: number;
  /** Index in `projects`. */
  readonly project: number;
  readonly path: string;
  readonly qualname: string;
  readonly startLine: number;
  readonly share: number;
  readonly isMeasured: boolean;
  readonly rule: string;
  readonly code: string;
  readonly target: Assessment["hotspots"][number]["advice"][number]["target"];
  readonly confidence: Assessment["verdict"]["confidence"];
  readonly speedup: { readonly low: number; readonly high: number };
  /** How much faster its whole program is expected to be. */
  readonly wholeProgram: { readonly low: number; readonly mid: number; readonly high: number };
  readonly effort: { readonly lowHours: number; readonly highHours: number };
}

export interface MergedAssessment {
  readonly schema: typeof mergedSchemaId;
  readonly tool: { readonly name: "breakeven"; readonly version: string };
  readonly projects: readonly MergedProject[];
  /** Best first, at most as many as asked for. */
  readonly hotspots: readonly MergedHotspot[];
  /** How many there were to choose from. */
  readonly candidates: number;
}

type Candidate = Omit<MergedHotspot, "rank"> & { readonly gain: number };

export interface Merge {
  add(source: string, assessment: Assessment, weight: number): void;
  result(version: string): MergedAssessment;
}

export function createMerge(limit: number): Merge {
  const projects: MergedProject[] = [];
  let best: Candidate[] = [];
  let candidates = 0;
  const cut = () => {
    best = best.sort(compare).slice(0, limit);
  };
  return {
    add(source, assessment, weight) {
      const found = candidatesOf(assessment, projects.length, weight);
      projects.push(projectOf(source, assessment, weight, found.length));
      candidates += found.length;
      best.push(...found);
      cut();
    },
    result: (version) => ({
      schema: mergedSchemaId,
      tool: { name: "breakeven", version },
      projects,
      hotspots: best.map(({ gain: _, ...hotspot }, index) => ({ rank: index + 1, ...hotspot })),
      candidates,
    }),
  };
}

function projectOf(source: string, assessment: Assessment, weight: number, toMove: number): MergedProject {
  const { project, verdict } = assessment;
  return {
    source,
    name:
      project.root
        .replace(/[\\/]+$/, "")
        .split(/[\\/]/)
        .at(-1) || project.root,
    weight,
    files: project.files,
    lines: project.lines,
    isMeasured: assessment.profile?.ranks === true,
    recommendation: verdict.recommendation,
    confidence: verdict.confidence,
    summary: verdict.summary,
    toMove,
  };
}

function candidatesOf(assessment: Assessment, project: number, weight: number): Candidate[] {
  return assessment.hotspots.flatMap(({ path, qualname, startLine, heat, measured, advice }) => {
    const first = advice[0];
    if (first === undefined || first.target === "keep") return [];
    const { rule, code, target, confidence, speedup, wholeProgram, effort } = first;
    return {
      project,
      path,
      qualname,
      startLine,
      share: measured?.share ?? heat,
      isMeasured: measured !== undefined,
      rule,
      code,
      target,
      confidence,
      speedup: { low: speedup.low, high: speedup.high },
      wholeProgram,
      effort,
      // The part of the program's time that goes away.
      gain: weight * (1 - 1 / Math.max(1, wholeProgram.mid)),
    };
  });
}

/** Equal ones in the order of the arguments, then of the report. */
function compare(a: Candidate, b: Candidate): number {
  return b.gain - a.gain || a.project - b.project;
}
