/** Small questions that several rules ask of loops. */
import type { CallExpression, Expression } from "../../syntax";
import type { CallView, LoopView, RuleContext } from "../contract";

/** `value[...]` expressions in a loop's body whose index reads a name that the loop or one inside it binds. */
export function indexedByLoop(loop: LoopView): readonly Extract<Expression, { kind: "subscript" }>[] {
  return loop.expressions.filter(
    (it): it is Extract<Expression, { kind: "subscript" }> =>
      it.kind === "subscript" && it.index.kind !== "slice" && readsBound(it.index, loop),
  );
}

/** Whether an index such as `i`, `i + 1` or `(i, j)` reads a name bound in the loop. */
function readsBound(index: Expression, loop: LoopView): boolean {
  if (index.kind === "name") return loop.assigned.has(index.name);
  if (index.kind === "binary") return readsBound(index.left, loop) || readsBound(index.right, loop);
  if (index.kind === "unary") return readsBound(index.operand, loop);
  return index.kind === "tuple" && index.elements.some((element) => readsBound(element, loop));
}

/** Calls that each round of some loop runs, with that loop; not what only follows an exception. */
export function* callsInLoops({ calls, loops, statements }: RuleContext): Iterable<CallView & { readonly inside: LoopView }> {
  const handlers = statements.flatMap((it) => (it.kind === "try" ? it.handlers : []));
  for (const view of calls) {
    const inside = view.loop === undefined ? undefined : loops[view.loop];
    if (inside === undefined) continue;
    const around = handlers.filter(({ start, end }) => start <= view.call.start && view.call.end <= end);
    if (around.every(({ start }) => start < inside.fact.start)) yield { ...view, inside };
  }
}

/** The receiver of `receiver.method(...)`. */
export function receiverOf(call: CallExpression): Expression | undefined {
  return call.callee.kind === "attribute" ? call.callee.value : undefined;
}

export function isWholeNumber(expression: Expression | undefined, number: number): boolean {
  return expression?.kind === "constant" && expression.type === "int" && expression.number === number;
}

/** A loop is worth a word when it may run often. */
export function runsOften(loop: LoopView, context: RuleContext): boolean {
  const { trips } = loop.heat;
  if (trips.exact && trips.mid <= tinyTrips) return false;
  return context.functionHeat.cold === undefined;
}

/** So few rounds cost nothing whatever they do. */
export const tinyTrips = 8;

/** Rounds in words with what they rest on. */
export function tripsEvidence(loop: LoopView, { lineOf }: RuleContext): { readonly message: string; readonly line: number } {
  const { low, high, mid, exact, evidence } = loop.heat.trips;
  const rounds = exact
    ? `${mid.toLocaleString("en")} rounds`
    : `${Math.round(low).toLocaleString("en")} to ${Math.round(high).toLocaleString("en")} rounds`;
  return { message: `${rounds}: ${evidence}`, line: lineOf(loop.fact.start) };
}

/** Every name and attribute that is read, as text: `self.items` and `items`. */
export function sameExpression(a: Expression, b: Expression): boolean {
  if (a.kind === "name" && b.kind === "name") return a.name === b.name;
  if (a.kind === "attribute" && b.kind === "attribute") return a.name === b.name && sameExpression(a.value, b.value);
  return a.kind === "constant" && b.kind === "constant" && a.type === b.type && a.number === b.number && a.text === b.text;
}
