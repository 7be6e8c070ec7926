import type { CallSite, FunctionNode } from "../../graph";
import type { Expression, LoopFact } from "../../syntax";
import type { RuleContext } from "../contract";

const scalarMath = /^(math\.\w+|builtins\.(abs|min|max|round|float|int|pow))$/;

/**
 * The caller that runs a function of plain arithmetic once for each element of an array, when all its callers do: written for whole arrays,
 * both become a few array operations. Undefined where the function does anything else, or a round needs the one before.
 */
export function perElementCaller(context: RuleContext): FunctionNode | undefined {
  const { function: node, graph, calls, loops } = context;
  const isArithmetic = calls.every(({ external, callees }) => callees.length === 0 && scalarMath.test(external ?? ""));
  if (loops.length > 0 || node.fact.index === 0 || !isArithmetic || !context.expressions.some(({ kind }) => kind === "binary"))
    return undefined;
  const edges = graph.calls.incoming[node.id] ?? [];
  if (edges.length === 0 || !edges.every(({ caller, sites }) => sites.every((site) => isPerElement(site, caller, context))))
    return undefined;
  return graph.functions[edges[0]?.caller as number];
}

function isPerElement({ range, expression }: CallSite, caller: number, { graph, heat }: RuleContext): boolean {
  const loops = (graph.functions[caller]?.fact.loops ?? []).filter(({ start, end }) => start <= range.start && range.end <= end);
  const loop = loops.reduce<LoopFact | undefined>((inner, it) => (inner === undefined || it.depth > inner.depth ? it : inner), undefined);
  if (loop?.iterable === undefined || expression.kind !== "call") return false;
  if (heat.functions[caller]?.loops.find(({ index }) => index === loop.index)?.dependence === "loop-carried") return false;
  const isArray = (it: Expression) => graph.typeOf(caller, it)?.name === "numpy.ndarray";
  const run = loop.iterable.kind === "call" ? [loop.iterable, ...loop.iterable.args] : [loop.iterable];
  return run.some(isArray) || expression.args.some((it) => it.kind === "subscript" && isArray(it.value));
}
