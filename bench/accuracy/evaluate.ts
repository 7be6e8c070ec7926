/**
 * Scores rankings of the measured programs under several settings of the priors. Programs with the same sources are parsed and linked
 * once, and only one program is in memory at a time.
 */
import { join } from "node:path";
import { buildGraph } from "../../src/graph";
import { estimateHeat } from "../../src/heat";
import type { Knowledge } from "../../src/knowledge";
import type { PythonParser } from "../../src/syntax";
import { SPOTS, spotsOf } from "./assess-program";
import { type PriorChanges, withPriors } from "./knowledge-variants";
import { perturbedScore } from "./perturbed-score";
import { readProgram } from "./read-program";
import { type Score, scoreRanking } from "./score";
import type { TruthProgram } from "./truth";

export interface Evaluation {
  readonly program: TruthProgram;
  /** One score per setting, in their order. */
  readonly scores: readonly Score[];
  /** The same averaged over small changes of the heats: what settings are chosen by. */
  readonly perturbed: readonly Score[];
}

/** Places that small changes may bring into a report. */
const WIDE = 3 * SPOTS;

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
    const rankings = settings.map((changes) => {
      const heat = estimateHeat(graph, withPriors(knowledge, changes));
      return { spots: spotsOf(graph, heat, WIDE), heats: heat.ranking.slice(0, WIDE).map((id) => heat.functions[id]?.heat ?? 0) };
    });
    for (const program of group) {
      evaluations.push({
        program,
        scores: rankings.map(({ spots }) => scoreRanking(program, spots.slice(0, SPOTS))),
        perturbed: rankings.map(({ spots, heats }) => perturbedScore(program, spots, heats, SPOTS)),
      });
    }
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
