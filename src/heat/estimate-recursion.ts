/**
 * How much a function's own calls of itself multiply its frequency. Direct self-calls are left out of the call graph's system and
 * counted here by their shape: one call (a list walk), or several and calls in loops (tree walks, backtracking, divide and conquer).
 */
import type { FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { Expression } from "../syntax";
import type { FunctionWork } from "./measure-work";
import type { Weights } from "./parameters";

export type RecursionShape = "none" | "linear" | "branching";

export function recursionShape(graph: ProjectGraph, id: FunctionId, work: FunctionWork): RecursionShape {
  let expected = 0;
  let sites = 0;
  for (const edge of graph.calls.outgoing[id] ?? []) {
    if (edge.callee !== id || edge.kind === "reference" || edge.share < 0.5) continue;
    sites += edge.sites.length;
    for (const site of edge.sites) expected += work.sites.get(site.expression) ?? 0;
  }
  if (sites === 0) return "none";
  return expected > 1.2 || sites > 1 ? "branching" : "linear";
}

export function recursionGain(shape: RecursionShape, weights: Weights): number {
  return shape === "none" ? 1 : shape === "linear" ? weights.recursionLinear : weights.recursionBranching;
}

const cacheDecorators = new Set([
  "functools.lru_cache",
  "functools.cache",
  "functools.cached_property",
  "django.utils.functional.cached_property",
  "cachetools.cached",
  "cachetools.cachedmethod",
  "joblib.Memory.cache",
  "werkzeug.utils.cached_property",
]);

/** A decorator answers repeated calls from a cache. */
export function isMemoised(graph: ProjectGraph, node: FunctionNode): boolean {
  return node.fact.decorators.some((decorator) => {
    const callee: Expression = decorator.kind === "call" ? decorator.callee : decorator;
    if (callee.kind !== "name" && callee.kind !== "attribute") return false;
    const target = graph.resolve(node.parent ?? graph.functionId(node.path, 0), callee);
    return target.kind === "external" && cacheDecorators.has(target.name);
  });
}
