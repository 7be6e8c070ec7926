import type { Expression } from "../../syntax";
import type { RuleContext } from "../contract";

/** Part of the calls that has to be unknown. */
const mostCalls = 0.5;
/** Expressions for each unknown call: code that does more around them works by itself. */
const mostExpressions = 12;

/**
 * Whether the work is probably out of sight: what repeats are mostly calls that the source does not resolve, in a file that uses a
 * library of native code or of waiting (`loss_fn(model(x), y)` beside `import torch`). What they cost counts as interpreter work only
 * because nothing better is known.
 */
export function isWorkUnseen(context: RuleContext): boolean {
  const repeated = new Set<Expression>(context.loops.flatMap(({ expressions }) => expressions));
  const size = repeated.size === 0 ? context.expressions.length : repeated.size;
  const calls = context.calls.filter(({ call }) => repeated.size === 0 || repeated.has(call));
  const unknown = calls.filter(
    ({ external, callees, call }) => external === undefined && callees.length === 0 && isUnknown(call.callee, context),
  );
  if (unknown.length === 0 || unknown.length < mostCalls * calls.length || size > mostExpressions * unknown.length) return false;
  return usesOtherKindsOfTime(context);
}

function isUnknown(callee: Expression, { graph, function: node }: RuleContext): boolean {
  return graph.resolve(node.id, callee).kind === "unknown";
}

function usesOtherKindsOfTime({ graph, knowledge: { libraries }, function: { path } }: RuleContext): boolean {
  return graph.externalImports(path).some((name) => {
    const isStandard = libraries.isStandardLibrary(name.split(".")[0] as string);
    return !isStandard && (libraries.find(name)?.time ?? "python") !== "python";
  });
}
