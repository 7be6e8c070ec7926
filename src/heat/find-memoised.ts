/** Functions whose decorator answers repeated calls from a cache. */
import type { FunctionNode, ProjectGraph } from "../graph";
import type { Expression } from "../syntax";

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
