import type { FunctionId } from "../../graph";
import { type CallExpression, expressionsOf, walkExpressions, walkStatements } from "../../syntax";
import type { RuleContext } from "../contract";

/** `frame.apply(function, axis=1)`. */
export function isRowWise(call: CallExpression): boolean {
  const axis = call.keywords.find(({ name }) => name === "axis")?.value ?? call.args[1];
  return axis?.kind === "constant" && (axis.number === 1 || axis.text === "columns");
}

/** Whether some caller hands the function to `apply` for every row of a data frame: the name of the caller. */
export function rowWiseCaller({ graph, function: node }: RuleContext): string | undefined {
  for (const { caller, sites } of graph.calls.incoming[node.id] ?? []) {
    const places = new Set(sites.map(({ range }) => range.start));
    const found = callsOf(caller, graph).some((call) => {
      const [handed] = call.args;
      if (handed === undefined || !places.has(handed.start) || !isRowWise(call)) return false;
      const target = graph.resolve(caller, call.callee);
      return target.kind === "external" && target.name === "pandas.DataFrame.apply";
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
