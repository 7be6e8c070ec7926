import type { FunctionId } from "../../graph";
import { type CallExpression, expressionsOf, walkExpressions, walkStatements } from "../../syntax";
import type { RuleContext } from "../contract";

/** `frame.apply(function, axis=1)`. */
export function isRowWise(call: CallExpression): boolean {
  const axis = call.keywords.find(({ name }) => name === "axis")?.value ?? call.args[1];
  return axis?.kind === "constant" && (axis.number === 1 || axis.text === "columns");
}

/** Whether a call's first argument is a lambda or a function of the project, not the name of an operation or a table. */
export function handsFunction({ args: [first] }: CallExpression, { graph, function: node }: RuleContext): boolean {
  if (first === undefined) return false;
  if (first.kind === "lambda") return true;
  return (first.kind === "name" || first.kind === "attribute") && graph.resolve(node.id, first).kind === "function";
}

/**
 * The name of a caller that hands the function to a call of the named library function, as `frame.apply(function, axis=1)` does; `accepts`
 * may look at the call as well.
 */
export function callerHandingTo(
  { graph, function: node }: RuleContext,
  accepts: (external: string, call: CallExpression) => boolean,
): string | undefined {
  for (const { caller, sites } of graph.calls.incoming[node.id] ?? []) {
    const places = new Set(sites.map(({ range }) => range.start));
    const found = callsOf(caller, graph).some((call) => {
      const [handed] = call.args;
      if (handed === undefined || !places.has(handed.start)) return false;
      const target = graph.resolve(caller, call.callee);
      return target.kind === "external" && accepts(target.name, call);
    });
    if (found) return graph.functions[caller]?.fact.qualname;
  }
  return undefined;
}

function callsOf(id: FunctionId, graph: RuleContext["graph"]): CallExpression[] {
  const calls: CallExpression[] = [];
  walkStatements(graph.functions[id]?.fact.body ?? [], (statement) => {
    for (const expression of expressionsOf(statement)) {
      walkExpressions(expression, (it) => {
        if (it.kind === "call") calls.push(it);
      });
    }
  });
  return calls;
}
