/**
 * Scores rankings of the measured programs under several settings of the priors. Programs with the same sources are parsed and linked
 * once, and only one program is in memory at a time.
 */
import { join } from "node:path";
import { buildGraph } from "../../src/graph";
import { estimateHeat } from "../../src/heat";
import type { Knowledge } from "../../src/knowledge";
import type { PythonParser } from "../../src/syntax";
import { spotsOf } from "./assess-program";
import { type PriorChanges, withPriors } from "./knowledge-variants";
import { readProgram } from "./read-program";
import { type Score, scoreRanking } from "./score";
import type { TruthProgram } from "./truth";

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
): readonly Evaluation[] {
  const evaluations: Evaluation[] = [];
  for (const group of sameSources(programs)) {
    const first = group[0] as TruthProgram;
    const files = readProgram(parser, join(sources, first.program));
    const graph = buildGraph([...files.values()], { libraryTypes: knowledge.types });
    const rankings = settings.map((changes) => spotsOf(graph, estimateHeat(graph, withPriors(knowledge, changes))));
    for (const program of group) evaluations.push({ program, scores: rankings.map((spots) => scoreRanking(program, spots)) });
  }
  return evaluations;
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
