/** What Breakeven says of a kernel's Python version when it sees nothing else: the model's input, and its advice. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type AdvisedHotspot, adviseProject, type Range3 } from "../../src/advice";
import type { RuleContext } from "../../src/advice/contract";
import { createContext } from "../../src/advice/create-context";
import type { CodeKind } from "../../src/advice/define-rule";
import { classifyCode } from "../../src/advice/payoff/classify-code";
import { workThatMoves } from "../../src/advice/payoff/frame-kinds";
import { weighWork } from "../../src/advice/payoff/weigh-work";
import { byClass, type WorkByClass, workClasses } from "../../src/advice/payoff/work-classes";
import { rules } from "../../src/advice/rules";
import { buildGraph } from "../../src/graph";
import { estimateHeat } from "../../src/heat";
import type { Knowledge } from "../../src/knowledge";
import { decodeSource, type PythonParser } from "../../src/syntax";

export interface AssessedKernel {
  /** Kind of the hottest function, as the product names it. */
  readonly kind: CodeKind;
  /** What all functions of the file do, by class, weighted by their heat, or what their frames do; sums to 1. */
  readonly work: WorkByClass;
  /** By target, what the product says of a replacement that it knows by name, measured elsewhere: `zlib.crc32` for a checksum by hand. */
  readonly named: ReadonlyMap<string, Range3>;
  readonly hotspots: readonly AdvisedHotspot[];
}

const settings = { disabledRules: [], ignoredPaths: [], hotspotLimit: 20, minimumShare: 0, rustExperience: "fluent" } as const;

export function assessKernel(parser: PythonParser, name: string, knowledge: Knowledge): AssessedKernel {
  const path = "python_version.py";
  const file = parser.extract(path, decodeSource(readFileSync(join(resolve("bench/payoff/kernels"), name, path))));
  const graph = buildGraph([file], { libraryTypes: knowledge.types });
  const heat = estimateHeat(graph, knowledge, { entryPoints: [`${path}:run`] });
  const input = { graph, heat, knowledge, settings };
  const work = byClass(() => 0);
  for (const id of heat.ranking) {
    const part = heat.functions[id]?.heat ?? 0;
    const shares = weighWork(createContext(input, id, 1));
    for (const it of workClasses) work[it] += part * shares[it];
  }
  const { hotspots } = adviseProject(input);
  const hottest = createContext(input, heat.ranking[0] as number, 1);
  const kind = kindOf(hottest, hotspots);
  return { kind, work: workThatMoves(kind, work), named: namedReplacements(hotspots), hotspots };
}

/** Part of the file's time that the replacement has to stand for, so that its figure is the file's. */
const wholePart = 0.6;

function namedReplacements(hotspots: readonly AdvisedHotspot[]): ReadonlyMap<string, Range3> {
  const named = new Map<string, Range3>();
  for (const { advice } of hotspots) {
    for (const { rule, target, speedup, wholeProgram } of advice) {
      if (rule !== "written-by-hand" || named.has(target)) continue;
      // Amdahl's law, asked for the share.
      const part = (1 - 1 / wholeProgram.mid) / (1 - 1 / speedup.mid);
      if (part >= wholePart) named.set(target, speedup);
    }
  }
  return named;
}

/** As the product's own first advice for the hottest function has it, else by what the function does most. */
function kindOf(context: RuleContext, hotspots: readonly AdvisedHotspot[]): CodeKind {
  const advice = hotspots.find(({ function: node }) => node.id === context.function.id)?.advice ?? [];
  for (const { rule: id } of advice) {
    for (const { kind } of rules.find((rule) => rule.id === id)?.check(context) ?? []) if (kind !== undefined) return kind;
  }
  return classifyCode(context);
}
