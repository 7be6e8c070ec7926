/**
 * Heat fixtures: readable Python that says what the estimate must find.
 *
 *     #- shop/prices.py                       another file of the same project
 *     #! ranks: inner > outer > helper        hotter first; a line of its own, qualnames
 *     #! entry: shop/main.py:run              an entry point that is named
 *     for x in range(64):  # trips: 64                  exact count
 *     for line in open(p): # trips: lines of a file     words of the evidence
 *     for x in xs:         # dependence: reduction
 *     def helper():        # cold: test
 *     def main():          # starts: console-script     is an entry point of that kind; in the first line, the file itself
 *     def walk(node):      # recursion: branching
 */
import { lineAt } from "../../src/base";
import { buildGraph, type FunctionNode, type ProjectGraph } from "../../src/graph";
import { estimateHeat, type HeatMap, type HeatOptions, type LoopHeat } from "../../src/heat";
import { loadProjectKnowledge } from "../support/knowledge";
import { extractFacts } from "../support/python-parser";

export interface Estimated {
  readonly graph: ProjectGraph;
  readonly heat: HeatMap;
}

/** Files by path. */
export async function estimate(files: Readonly<Record<string, string>>, options: HeatOptions = {}): Promise<Estimated> {
  const facts = await Promise.all(Object.entries(files).map(([path, text]) => extractFacts(path, text)));
  const knowledge = loadProjectKnowledge();
  const graph = buildGraph(facts, { libraryTypes: knowledge.types });
  return { graph, heat: estimateHeat(graph, knowledge, options) };
}

export function functionNamed({ graph }: Estimated, qualname: string): FunctionNode {
  const found = graph.functions.find((node) => node.fact.qualname === qualname);
  if (found === undefined) throw new Error(`no function ${qualname}`);
  return found;
}

/** Rank of a function, 0 for the hottest. */
export function rankOf(estimated: Estimated, qualname: string): number {
  return estimated.heat.ranking.indexOf(functionNamed(estimated, qualname).id);
}

export function heatOf(estimated: Estimated, qualname: string): number {
  return estimated.heat.functions[functionNamed(estimated, qualname).id]?.heat ?? 0;
}

/** What is wrong with a fixture, one line each. */
export async function problemsOf(text: string): Promise<readonly string[]> {
  const files = splitFiles(text);
  const entryPoints = markersOf(text, "entry");
  const estimated = await estimate(files, entryPoints.length > 0 ? { entryPoints } : {});
  const problems = markersOf(text, "ranks").flatMap((ranks) => problemsOfRanks(estimated, ranks));
  for (const [path, source] of Object.entries(files)) {
    for (const [index, line] of source.split("\n").entries()) {
      for (const [, kind, expected] of line.matchAll(/# (trips|dependence|cold|starts|recursion): (.*?)(?=\s+# |$)/g)) {
        const found = foundAt(estimated, path, index + 1, kind as string);
        if (!meets(found, (expected as string).trim(), kind as string)) {
          problems.push(`${path}:${index + 1}: expected ${kind} ${expected}, found ${found}`);
        }
      }
    }
  }
  return problems;
}

function markersOf(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`^#! ${name}: (.*)$`, "gm"))].map(([, value]) => (value as string).trim());
}

function splitFiles(text: string): Record<string, string> {
  const files: Record<string, string> = {};
  let path = "app.py";
  for (const line of text.split("\n")) {
    const separator = /^#- (\S+)/.exec(line);
    if (separator) path = separator[1] as string;
    else if (!line.startsWith("#!")) files[path] = `${files[path] ?? ""}${line}\n`;
  }
  return files;
}

function problemsOfRanks(estimated: Estimated, ranks: string): string[] {
  const names = ranks.split(">").map((name) => name.trim());
  const problems: string[] = [];
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    if (next !== undefined && heatOf(estimated, name) <= heatOf(estimated, next)) {
      problems.push(`${name} (${heatOf(estimated, name).toFixed(4)}) is not hotter than ${next} (${heatOf(estimated, next).toFixed(4)})`);
    }
  }
  return problems;
}

function meets(found: string | undefined, expected: string, kind: string): boolean {
  return kind === "trips" && !/^\d/.test(expected) ? (found ?? "").includes(expected) : found === expected;
}

function foundAt(estimated: Estimated, path: string, line: number, kind: string): string | undefined {
  if (kind === "trips" || kind === "dependence") {
    const loop = loopAt(estimated, path, line);
    if (kind === "dependence") return loop?.dependence;
    return loop?.trips.exact ? String(loop.trips.mid) : loop?.trips.evidence;
  }
  const inFile = estimated.graph.functions.filter((item) => item.path === path);
  const node = inFile.find((item) => item.fact.index > 0 && defLine(item) === line) ?? (line === 1 ? inFile[0] : undefined);
  if (node === undefined) return undefined;
  const heat = estimated.heat.functions[node.id];
  if (kind === "cold") return heat?.cold;
  if (kind === "recursion") return heat?.recursive;
  return estimated.heat.entryPoints.find((entry) => entry.id === node.id)?.kind;
}

function defLine(node: FunctionNode): number {
  return lineAt(node.file.lineStarts, node.fact.nameRange.start);
}

function loopAt({ graph, heat }: Estimated, path: string, line: number): LoopHeat | undefined {
  for (const node of graph.functions) {
    if (node.path !== path) continue;
    const fact = node.fact.loops.find((loop) => lineAt(node.file.lineStarts, loop.start) === line);
    if (fact) return heat.functions[node.id]?.loops.find((loop) => loop.index === fact.index);
  }
  return undefined;
}
