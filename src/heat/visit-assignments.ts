/** The assignments of a body, in the order of the source: what is bound, and to which expression where one says it. */
import type { Expression, Statement } from "../syntax";

/** `value` is undefined where it is not an expression of the source itself, or changes from round to round of a loop. */
export type VisitAssignment = (target: Expression, value: Expression | undefined) => void;

/** Visits every target; tuples and lists are taken apart, functions and classes inside are not entered. */
export function visitAssignments(statements: readonly Statement[], visit: VisitAssignment, repeated = false): void {
  for (const statement of statements) visitStatement(statement, visit, repeated);
}

function visitStatement(statement: Statement, visit: VisitAssignment, repeated: boolean): void {
  switch (statement.kind) {
    case "assign":
      for (const target of statement.targets) visitTarget(target, repeated ? undefined : statement.value, visit);
      return;
    case "annAssign":
      if (statement.value) visitTarget(statement.target, repeated ? undefined : statement.value, visit);
      return;
    case "augAssign":
      visitTarget(statement.target, undefined, visit);
      return;
    case "if":
      visitAssignments(statement.body, visit, repeated);
      visitAssignments(statement.orElse, visit, repeated);
      return;
    case "for":
      visitTarget(statement.target, undefined, visit);
      visitAssignments(statement.body, visit, true);
      visitAssignments(statement.orElse, visit, repeated);
      return;
    case "while":
      visitAssignments(statement.body, visit, true);
      visitAssignments(statement.orElse, visit, repeated);
      return;
    case "with":
      for (const item of statement.items) if (item.target) visitTarget(item.target, undefined, visit);
      visitAssignments(statement.body, visit, repeated);
      return;
    case "try":
      visitAssignments(statement.body, visit, repeated);
      for (const handler of statement.handlers) visitAssignments(handler.body, visit, repeated);
      visitAssignments(statement.orElse, visit, repeated);
      visitAssignments(statement.finalBody, visit, repeated);
      return;
    case "match":
      for (const branch of statement.cases) visitAssignments(branch.body, visit, repeated);
      return;
    default:
      return;
  }
}

function visitTarget(target: Expression, value: Expression | undefined, visit: VisitAssignment): void {
  if (target.kind === "starred") {
    visitTarget(target.value, undefined, visit);
    return;
  }
  if (target.kind !== "tuple" && target.kind !== "list") {
    visit(target, value);
    return;
  }
  const values = value?.kind === "tuple" || value?.kind === "list" ? value.elements : undefined;
  const paired = values?.length === target.elements.length ? values : undefined;
  for (const [index, element] of target.elements.entries()) visitTarget(element, paired?.[index], visit);
}
