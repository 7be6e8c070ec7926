/** How many values a generator hands out, from the loops around its `yield`s; and what a plain function returns. */
import type { Expression, FunctionFact, Statement, WhileStatement } from "../syntax";

/** Half of the conditions in a generator hold. */
const CONDITION = 0.5;

type TripsOf = (iterable: Expression) => number;
type TripsOfWhile = (loop: WhileStatement) => number;

export function countYields(fact: FunctionFact, trips: TripsOf, whileTrips: TripsOfWhile): number {
  return inStatements(fact.body, trips, whileTrips);
}

function inStatements(statements: readonly Statement[], trips: TripsOf, whileTrips: TripsOfWhile): number {
  let sum = 0;
  for (const statement of statements) sum += inStatement(statement, trips, whileTrips);
  return sum;
}

function inStatement(statement: Statement, trips: TripsOf, whileTrips: TripsOfWhile): number {
  const within = (body: readonly Statement[]): number => inStatements(body, trips, whileTrips);
  switch (statement.kind) {
    case "expression":
      return ofExpression(statement.value, trips);
    case "assign":
      return ofExpression(statement.value, trips);
    case "for": {
      const inside = within(statement.body);
      return inside === 0 ? 0 : inside * trips(statement.iterable);
    }
    case "while": {
      const inside = within(statement.body);
      return inside === 0 ? 0 : inside * whileTrips(statement);
    }
    case "if":
      return CONDITION * (within(statement.body) + within(statement.orElse));
    case "with":
      return within(statement.body);
    case "try":
      return within(statement.body) + within(statement.orElse);
    case "match":
      return statement.cases.reduce((sum, branch) => sum + within(branch.body), 0) / Math.max(1, statement.cases.length);
    default:
      return 0;
  }
}

function ofExpression(value: Expression, trips: TripsOf): number {
  if (value.kind === "yield") return 1;
  return value.kind === "yieldFrom" && value.value ? trips(value.value) : 0;
}

/** The value of a function's one `return`, when it is its last statement: anything earlier may hand back something else. */
export function onlyReturned(body: readonly Statement[]): Expression | undefined {
  const last = body.at(-1);
  return last?.kind === "return" && body.length <= 2 ? last.value : undefined;
}
