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

export interface Handing {
  /** Qualified name of the function that hands it over. */
  readonly caller: string | undefined;
  /** Library function that it is handed to, and the call. */
  readonly external: string;
  readonly call: CallExpression;
}

/** The first call of a library function that gets the function as its first argument, as in `frame.apply(function, axis=1)`, and is accepted. */
export function handingTo(
  { graph, function: node }: RuleContext,
  accepts: (external: string, call: CallExpression) => boolean,
): Handing | undefined {
  for (const { caller, kind, sites } of graph.calls.incoming[node.id] ?? []) {
    // Most callers call it: only those that name it need to be looked through.
    if (kind !== "reference") continue;
    const places = new Set(sites.map(({ range }) => range.start));
    for (const call of callsOf(caller, graph)) {
      const [handed] = call.args;
      if (handed === undefined || !places.has(handed.start)) continue;
      const target = graph.resolve(caller, call.callee);
      if (target.kind === "external" && accepts(target.name, call))
        return { caller: graph.functions[caller]?.fact.qualname, external: target.name, call };
    }
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
