/** Statements as they run: which expressions stand in one, which of them are stored to, and which blocks it holds. */
import type { Expression, Statement } from "../syntax";

/** Calls `visit` for each expression that runs as part of `statement` itself, not in the statements nested in it; annotations do not run. */
export function forEachExpression(statement: Statement, visit: (expression: Expression) => void): void {
  switch (statement.kind) {
    case "expression":
      visit(statement.value);
      return;
    case "assign":
      visit(statement.value);
      for (const target of statement.targets) visit(target);
      return;
    case "augAssign":
      visit(statement.target);
      visit(statement.value);
      return;
    case "annAssign":
      if (statement.value) visit(statement.value);
      visit(statement.target);
      return;
    case "return":
      if (statement.value) visit(statement.value);
      return;
    case "raise":
      if (statement.exception) visit(statement.exception);
      if (statement.cause) visit(statement.cause);
      return;
    case "assert":
      visit(statement.test);
      if (statement.message) visit(statement.message);
      return;
    case "delete":
      for (const target of statement.targets) visit(target);
      return;
    case "unknown":
      for (const expression of statement.expressions) visit(expression);
      return;
    default:
      forEachHeadExpression(statement, visit);
  }
}

function forEachHeadExpression(statement: Statement, visit: (expression: Expression) => void): void {
  switch (statement.kind) {
    case "if":
    case "while":
      visit(statement.test);
      return;
    case "for":
      visit(statement.iterable);
      visit(statement.target);
      return;
    case "try":
      for (const handler of statement.handlers) if (handler.type) visit(handler.type);
      return;
    case "with":
      for (const item of statement.items) {
        visit(item.context);
        if (item.target) visit(item.target);
      }
      return;
    case "match":
      visit(statement.subject);
      for (const branch of statement.cases) {
        for (const pattern of branch.patterns) visit(pattern);
        if (branch.guard) visit(branch.guard);
      }
      return;
    default:
      return;
  }
}

/** The lists of statements nested in `statement`; bodies of functions and classes are not among them. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "if":
    case "for":
    case "while":
      return [statement.body, statement.orElse];
    case "with":
      return [statement.body];
    case "try":
      return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.orElse, statement.finalBody];
    case "match":
      return statement.cases.map((branch) => branch.body);
    default:
      return [];
  }
}

/** The last dotted part of a callee: `f` of `f(...)` and of `a.b.f(...)`. */
export function lastName(expression: Expression): string | undefined {
  return expression.kind === "name" || expression.kind === "attribute" ? expression.name : undefined;
}

/** Expressions that a statement assigns to. */
export function storeTargets(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case "assign":
    case "delete":
      return statement.targets;
    case "annAssign":
    case "for":
      return [statement.target];
    case "with":
      return statement.items.map((item) => item.target).filter((target) => target !== undefined);
    default:
      return NO_TARGETS;
  }
}

const NO_TARGETS: readonly Expression[] = Object.freeze([]);
