/** Methods that only say that somebody else has to do the work. */
import type { Expression, FunctionFact } from "../../syntax";
import { lastName } from "../walk-syntax";

export function isAbstractMethod(fact: FunctionFact): boolean {
  if (fact.decorators.some((decorator) => /^abstract/.test(lastName(decorator) ?? ""))) return true;
  const rest = fact.body.filter((statement) => statement.kind !== "expression" || statement.value.kind !== "constant");
  return rest.every((statement) => statement.kind === "pass" || (statement.kind === "raise" && isNotImplemented(statement.exception)));
}

function isNotImplemented(exception: Expression | undefined): boolean {
  const named = exception?.kind === "call" ? exception.callee : exception;
  return named?.kind === "name" && named.name === "NotImplementedError";
}
