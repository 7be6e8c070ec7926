/** Says in words how the heat of one function came about: how often it runs and for whom, what one call costs, and how sure that is. */
import { lineAt } from "../base";
import type { FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { ColdReason, FunctionHeat, HeatMap, LoopDependence, LoopHeat, OperationMix } from "./contract";

/** Several lines of plain text, for `breakeven explain PATH:LINE`. `functionId` must be a function of `graph`. */
export function explainHeat(graph: ProjectGraph, heatMap: HeatMap, functionId: FunctionId): string {
  const node = graph.functions[functionId] as FunctionNode;
  const heat = heatMap.functions[functionId] as FunctionHeat;
  return [
    headline(heatMap, node, heat),
    ...(heat.cold ? [`It counts as rarely run: ${coldWords[heat.cold]}.`] : []),
    "",
    "How often it runs",
    ...frequencyLines(graph, heatMap, heat),
    "",
    "What one call costs",
    ...costLines(node, heat),
    "",
    `How sure: ${heatMap.confidence.level} for the project as a whole.`,
    ...heatMap.confidence.reasons.map((reason) => `  - ${reason}`),
  ].join("\n");
}

const coldWords: Readonly<Record<ColdReason, string>> = {
  test: "it is test code",
  documentation: "it belongs to the documentation",
  example: "it is example code",
  setup: "it builds or installs the project",
  migration: "it is a migration, which runs once",
  generated: "it is generated code",
  "import-time": "it runs once, when its module is imported",
  configuration: "it describes a command line or a configuration",
  error: "it belongs to an exception, which is made when something goes wrong",
  formatting: "it formats an object for people to read",
  "unreachable-from-entry": "no entry point that you named reaches it",
};

function headline(heatMap: HeatMap, node: FunctionNode, heat: FunctionHeat): string {
  const rank = heatMap.ranking.indexOf(node.id) + 1;
  return `${nameOf(node)}: about ${percent(heat.heat)} of the project's Python time, rank ${rank} of ${heatMap.functions.length}.`;
}

function nameOf(node: FunctionNode): string {
  return `${node.fact.qualname} (${node.path}:${lineAt(node.file.lineStarts, node.fact.nameRange.start)})`;
}

function frequencyLines(graph: ProjectGraph, heatMap: HeatMap, heat: FunctionHeat): readonly string[] {
  const lines = [`  Estimated ${amount(heat.frequency)} calls, in the measure in which an entry point counts 1.`];
  const entry = heatMap.entryPoints.find((item) => item.id === heat.id);
  if (entry) lines.push(`  It is an entry point: ${entry.evidence}.`);
  for (const { caller, frequency } of heat.callers) {
    const share = heat.frequency === 0 ? 0 : frequency / heat.frequency;
    if (share < 0.01) continue;
    lines.push(`  ${percent(Math.min(1, share))} ${caller === "entry" ? "from outside the project" : callerWords(graph, caller, heat.id)}`);
  }
  if (heat.recursive === "linear") lines.push("  It calls itself once per call, which multiplies its calls.");
  if (heat.recursive === "branching")
    lines.push("  It calls itself several times per call (a tree walk, backtracking or divide and conquer).");
  if (heat.memoised) lines.push("  A cache answers most of its calls, so that its body and what it calls run seldom.");
  return lines;
}

function callerWords(graph: ProjectGraph, caller: FunctionId, callee: FunctionId): string {
  const node = graph.functions[caller] as FunctionNode;
  const edges = (graph.calls.outgoing[caller] ?? []).filter((edge) => edge.callee === callee);
  const places = new Set(edges.flatMap((edge) => edge.sites.map((site) => lineAt(node.file.lineStarts, site.range.start))));
  const lines = [...places].sort((left, right) => left - right);
  const shown = lines.slice(0, 5).join(", ") + (lines.length > 5 ? ", ..." : "");
  const guess = edges.length > 0 && edges.every((edge) => edge.kind === "ambiguous-name" || edge.kind === "unique-name");
  return `from ${nameOf(node)}, ${lines.length === 1 ? "line" : "lines"} ${shown}${guess ? " (matched by name only)" : ""}`;
}

function costLines(node: FunctionNode, heat: FunctionHeat): readonly string[] {
  const { python, native, io } = heat.work;
  const total = python + native + io;
  const lines = [
    `  About ${amount(total)} units (1 unit: adding two small integers): ${mixWords(heat.mix)}; calls of project functions not counted.`,
  ];
  if (heat.loops.length === 0) lines.push("  It holds no loop: its time comes from how often it is called.");
  const hottest = [...heat.loops].sort((left, right) => right.heat - left.heat).slice(0, 6);
  for (const loop of hottest.sort((left, right) => left.index - right.index)) lines.push(loopWords(node, heat, loop));
  return lines;
}

const dependenceWords: Readonly<Record<LoopDependence, string>> = {
  elementwise: "iterations do not depend on each other",
  reduction: "iterations only add up to a result",
  "loop-carried": "each iteration needs the one before",
  unknown: "whether iterations depend on each other cannot be seen",
};

function loopWords(node: FunctionNode, heat: FunctionHeat, loop: LoopHeat): string {
  const fact = node.fact.loops[loop.index];
  const line = fact ? lineAt(node.file.lineStarts, fact.start) : 0;
  const share = heat.heat === 0 ? 0 : loop.heat / heat.heat;
  const trips = loop.trips.exact
    ? `${amount(loop.trips.mid)} iterations`
    : `about ${amount(loop.trips.mid)} iterations (${amount(loop.trips.low)} to ${amount(loop.trips.high)})`;
  const indent = "  ".repeat(Math.max(1, fact?.depth ?? 1));
  return `${indent}Line ${line}: ${fact?.kind ?? "loop"} loop, ${trips}: ${loop.trips.evidence}; ${percent(share)} of its time; ${dependenceWords[loop.dependence]}.`;
}

function mixWords(mix: OperationMix): string {
  const parts = [
    [mix.python, "Python"],
    [mix.native, "native code"],
    [mix.io, "waiting"],
  ] as const;
  return parts
    .filter(([share]) => share >= 0.005)
    .map(([share, word]) => `${percent(share)} ${word}`)
    .join(", ");
}

function percent(share: number): string {
  const value = share * 100;
  return `${value >= 10 || value === 0 ? Math.round(value) : Number(value.toPrecision(2))} %`;
}

/** Two significant digits; an estimate has no more. */
function amount(value: number): string {
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(2))} million`;
  return String(value >= 100 ? Math.round(Number(value.toPrecision(2))) : Number(value.toPrecision(2)));
}
