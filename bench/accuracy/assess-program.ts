/** Assesses one measured program with the pure stages, as the session does. */
import { join } from "node:path";
import { lineAt } from "../../src/base";
import { buildGraph, type ProjectGraph } from "../../src/graph";
import { estimateHeat, type HeatMap, type HeatOptions } from "../../src/heat";
import type { Knowledge } from "../../src/knowledge";
import type { FileFacts, PythonParser } from "../../src/syntax";
import { readProgram } from "./read-program";
import type { RankedSpot } from "./score";
import type { TruthProgram } from "./truth";

/** How many hotspots a report holds, as in `breakeven assess`. */
export const SPOTS = 50;

export interface AssessedProgram {
  readonly graph: ProjectGraph;
  readonly heat: HeatMap;
}

export function assessFiles(files: Iterable<FileFacts>, knowledge: Knowledge, options: HeatOptions = {}): AssessedProgram {
  const graph = buildGraph([...files], { libraryTypes: knowledge.types });
  return { graph, heat: estimateHeat(graph, knowledge, options) };
}

export function assessProgram(parser: PythonParser, sources: string, program: TruthProgram, knowledge: Knowledge): AssessedProgram {
  return assessFiles(readProgram(parser, join(sources, program.program)).values(), knowledge);
}

/** The first hotspots as a report lists them. */
export function spotsOf(graph: ProjectGraph, heat: HeatMap, limit = SPOTS): readonly RankedSpot[] {
  return heat.ranking.slice(0, limit).map((id) => {
    const { path, fact, file } = graph.functions[id] as ProjectGraph["functions"][number];
    return { path, qualname: fact.qualname, startLine: lineAt(file.lineStarts, fact.start), endLine: lineAt(file.lineStarts, fact.end) };
  });
}
