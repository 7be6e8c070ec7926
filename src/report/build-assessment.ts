/** Puts what the stages worked out into the one object that every surface shows. Decides nothing. */
import { type AdviceResult, type AdvisedHotspot, hotspotId, type Advice as StageAdvice } from "../advice";
import { lineAt, positionAt } from "../base";
import type { FunctionNode, ProjectGraph } from "../graph";
import type { Knowledge } from "../knowledge";
import { type Assessment, type AssessmentProfile, assessmentSchemaId, type Finding, type Hotspot, type HotspotAdvice } from "./assessment";

export interface AssessmentParts {
  readonly version: string;
  readonly root: string;
  /** `requires-python` or the setting. */
  readonly python?: string;
  readonly skipped: Assessment["project"]["skipped"];
  readonly problems: Assessment["project"]["problems"];
  readonly assumptions: NonNullable<Assessment["assumptions"]>;
  readonly graph: ProjectGraph;
  readonly advice: AdviceResult;
  readonly knowledge: Knowledge;
}

/** Callers listed with a hotspot. */
const callersShown = 5;

export function buildAssessment(parts: AssessmentParts): Assessment {
  const { graph, advice, knowledge } = parts;
  // With the word of a profile in it, where one ranks.
  const { heat } = advice;
  const files = [...graph.files.values()];
  const hotspots = advice.hotspots.map((hotspot, index) => buildHotspot(hotspot, index + 1, parts));
  const ids = new Map(advice.hotspots.map((hotspot, index) => [hotspot.function.id, (hotspots[index] as Hotspot).id]));
  return {
    schema: assessmentSchemaId,
    tool: { name: "breakeven", version: parts.version },
    project: {
      root: parts.root,
      files: files.length,
      lines: files.reduce((sum, file) => sum + file.nonBlankLines, 0),
      functions: files.reduce((sum, file) => sum + file.functions.length - 1, 0),
      python: parts.python,
      ...dependencies(graph, knowledge),
      skipped: [...parts.skipped],
      problems: [...parts.problems, ...suppressionProblems(advice, graph)],
      mix: clampMix(heat.mix),
      entryPoints: heat.entryPoints.map(({ id, kind, evidence }) => {
        const node = graph.functions[id] as FunctionNode;
        return { path: node.path, qualname: node.fact.qualname, kind, evidence };
      }),
    },
    profile: advice.profile && buildProfile(advice.profile),
    verdict: {
      recommendation: advice.verdict.recommendation,
      summary: advice.verdict.summary,
      confidence: advice.verdict.confidence,
      confidenceReasons: [...heat.confidence.reasons],
      dominantConstraint: advice.verdict.dominantConstraint,
      constraints: advice.verdict.constraints.map(({ id, evidence }) => ({ id, evidence: [...evidence] })),
      bound: heat.bound.kind,
      workloads: advice.verdict.workloads.map(({ kind, share, evidence }) => ({ kind, share: clamp(share), evidence: [...evidence] })),
      evidence: [...heat.bound.evidence, ...advice.verdict.evidence],
      wouldChange: [...advice.verdict.wouldChange],
    },
    hotspots,
    findings: advice.findings.map((finding): Finding => {
      const lineStarts = graph.functions[finding.function]?.file.lineStarts ?? [0];
      const start = positionAt(lineStarts, finding.range.start);
      const end = positionAt(lineStarts, finding.range.end);
      return {
        rule: finding.rule,
        code: codeOf(knowledge, finding.rule),
        target: finding.target,
        path: finding.path,
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
        message: finding.message,
        hotspot: ids.get(finding.function),
      };
    }),
    assumptions: parts.assumptions,
  };
}

function buildHotspot(
  { function: node, heat, advice, measured }: AdvisedHotspot,
  rank: number,
  { graph, knowledge }: AssessmentParts,
): Hotspot {
  const { lineStarts } = node.file;
  const lines = (range: { start: number; end: number }) => ({
    startLine: lineAt(lineStarts, range.start),
    endLine: lineAt(lineStarts, Math.max(range.start, range.end - 1)),
  });
  return {
    id: hotspotId(node),
    rank,
    path: node.path,
    qualname: node.fact.qualname,
    ...lines(node.fact),
    heat: clamp(heat.heat),
    measured: measured && buildMeasured(measured),
    mix: clampMix(heat.mix),
    loops: heat.loops.flatMap(({ index, trips }) => {
      const loop = node.fact.loops[index];
      if (loop === undefined) return [];
      const { low, mid, high, evidence } = trips;
      return [{ ...lines(loop), kind: loop.kind, depth: loop.depth, trips: { low, mid, high, evidence } }];
    }),
    callers: heat.callers.slice(0, callersShown).flatMap(({ caller, frequency }) => {
      const from = caller === "entry" ? undefined : graph.functions[caller];
      if (from === undefined) return [];
      return [{ path: from.path, qualname: from.fact.qualname, line: lineAt(from.file.lineStarts, from.fact.start), frequency }];
    }),
    frequency: heat.frequency,
    advice: advice.map((item) => buildAdvice(item, knowledge, lines)),
  };
}

function buildMeasured({ share, withLibraries, total, mix, lines, ...rest }: NonNullable<AdvisedHotspot["measured"]>): Hotspot["measured"] {
  return {
    ...rest,
    share: clamp(share),
    withLibraries: clamp(withLibraries),
    total: clamp(total),
    ...(mix === undefined ? {} : { mix: clampMix(mix) }),
    lines: lines.map((it) => ({ line: it.line, share: clamp(it.share), native: clamp(it.native), total: clamp(it.total) })),
  };
}

function buildProfile({ measured, agreement }: NonNullable<AdviceResult["profile"]>): AssessmentProfile {
  const { python, native, waiting } = measured.mix;
  return {
    sources: measured.sources.map((source) => ({ ...source })),
    ranks: measured.ranks,
    samples: measured.samples,
    mappedShare: clamp(measured.mappedShare),
    ownMappedShare: clamp(measured.ownMappedShare),
    mix: { python: clamp(python), native: clamp(native), library: clamp(measured.library), waiting: clamp(waiting) },
    libraries: measured.libraries.map(({ name, share }) => ({ name, share: clamp(share) })),
    agreement: { ...agreement },
    unmapped: measured.unmapped.map((it) => ({ ...it, share: clamp(it.share) })),
    warnings: [...measured.warnings],
  };
}

function buildAdvice(
  item: StageAdvice,
  knowledge: Knowledge,
  lines: (range: { start: number; end: number }) => { startLine: number; endLine: number },
): HotspotAdvice {
  return {
    rule: item.rule,
    code: codeOf(knowledge, item.rule),
    target: item.target,
    confidence: item.confidence,
    message: item.message,
    speedup: { ...item.speedup },
    wholeProgram: { low: item.wholeProgram.low, mid: item.wholeProgram.mid, high: item.wholeProgram.high },
    effort: { ...item.effort },
    paysBack: item.paysBack && { ...item.paysBack },
    blockers: item.blockers.map((blocker) => ({ ...blocker })),
    evidence: item.evidence.map((evidence) => ({ ...evidence })),
    sources: [...item.sources],
    alternatives: item.alternatives.map(({ target, speedup, effort, note }) => ({
      target,
      speedup: { ...speedup },
      effort: { ...effort },
      note,
    })),
    paysFrom: item.paysFrom,
    ...lines(item.range),
  };
}

/** Frameworks by category of what is imported; packages whose time is spent in native code. */
function dependencies(graph: ProjectGraph, knowledge: Knowledge): { frameworks: string[]; nativeDependencies: string[] } {
  const imported = new Set(
    [...graph.files.keys()].flatMap((path) => graph.externalImports(path).map((name) => name.split(".")[0] as string)),
  );
  const packages = [...imported].filter((name) => !knowledge.libraries.isStandardLibrary(name)).sort();
  const entries = packages.map((name) => ({ name, entry: knowledge.libraries.find(name) }));
  return {
    frameworks: entries.filter(({ entry }) => entry?.category?.endsWith("framework")).map(({ name }) => name),
    nativeDependencies: entries.filter(({ entry }) => entry?.time === "native").map(({ name }) => name),
  };
}

function suppressionProblems(advice: AdviceResult, graph: ProjectGraph): Assessment["project"]["problems"] {
  return advice.suppressionProblems.map(({ path, range, message }) => ({
    path,
    line: lineAt(graph.files.get(path)?.lineStarts ?? [0], range.start),
    message,
    kind: "suppression" as const,
  }));
}

function codeOf(knowledge: Knowledge, rule: string): string {
  return knowledge.rules.get(rule)?.code ?? rule;
}

/** Sums of floating point numbers may pass 1 by a rounding error. */
function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function clampMix(mix: { readonly python: number; readonly native: number; readonly io: number }): Hotspot["mix"] {
  return { python: clamp(mix.python), native: clamp(mix.native), io: clamp(mix.io) };
}
