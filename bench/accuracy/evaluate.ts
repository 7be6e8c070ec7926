/**
 * Scores rankings of the measured programs under several settings of the priors. Programs with the same sources are parsed and linked
 * once, and only one program is in memory at a time.
 */
import { join } from "node:path";
import { lineAt } from "../../src/base";
import { buildGraph, type ProjectGraph } from "../../src/graph";
import { estimateHeat, type HeatMap, type HeatOptions } from "../../src/heat";
import type { Knowledge } from "../../src/knowledge";
import type { PythonParser } from "../../src/syntax";
import { type PriorChanges, withPriors } from "./knowledge-variants";
import { readProgram } from "./read-program";
import { type RankedSpot, type Score, scoreRanking } from "./score";
import type { TruthProgram } from "./truth";

/** How many hotspots a report holds, as in `breakeven assess`. */
export const SPOTS = 50;

export interface Evaluation {
  readonly program: TruthProgram;
  /** One score per setting, in their order. */
  readonly scores: readonly Score[];
}

export function evaluate(
  parser: PythonParser,
  sources: string,
  programs: readonly TruthProgram[],
  knowledge: Knowledge,
  settings: readonly PriorChanges[],
  options: HeatOptions = {},
): readonly Evaluation[] {
  const evaluations: Evaluation[] = [];
  for (const group of sameSources(programs)) {
    const first = group[0] as TruthProgram;
    const graph = linkProgram(parser, join(sources, first.program), knowledge);
    const rankings = settings.map((changes) => spotsOf(graph, estimateHeat(graph, withPriors(knowledge, changes), options)));
    for (const program of group) evaluations.push({ program, scores: rankings.map((spots) => scoreRanking(program, spots)) });
  }
  return evaluations;
}

export function linkProgram(parser: PythonParser, folder: string, knowledge: Knowledge): ProjectGraph {
  return buildGraph([...readProgram(parser, folder).values()], { libraryTypes: knowledge.types });
}

/** Groups of programs that were measured on the same files. */
export function sameSources(programs: readonly TruthProgram[]): readonly (readonly TruthProgram[])[] {
  const groups = new Map<string, TruthProgram[]>();
  for (const program of programs) {
    const { kind, package: name, version, roots } = program.source;
    const key = JSON.stringify([kind, name, version, roots]);
    const group = groups.get(key);
    if (group) group.push(program);
    else groups.set(key, [program]);
  }
  return [...groups.values()];
}

export function spotsOf(graph: ProjectGraph, heat: HeatMap, limit = SPOTS): readonly RankedSpot[] {
  return heat.ranking.slice(0, limit).map((id) => {
    const { path, fact, file } = graph.functions[id] as ProjectGraph["functions"][number];
    return { path, qualname: fact.qualname, startLine: lineAt(file.lineStarts, fact.start), endLine: lineAt(file.lineStarts, fact.end) };
  });
}
