/** One place that knows the children of every kind of statement and expression. */
import type { Expression, Statement } from "../syntax";

/** Calls `visit` for each direct child expression, in evaluation order as written. */
export function forEachChild(expression: Expression, visit: (child: Expression) => void): void {
  switch (expression.kind) {
    case "name":
    case "constant":
      return;
    case "attribute":
    case "starred":
    case "await":
      visit(expression.value);
      return;
    case "call":
      visit(expression.callee);
      for (const argument of expression.args) visit(argument);
      for (const keyword of expression.keywords) visit(keyword.value);
      return;
    case "subscript":
      visit(expression.value);
      visit(expression.index);
      return;
    case "binary":
    case "boolean":
      visit(expression.left);
      visit(expression.right);
      return;
    case "unary":
      visit(expression.operand);
      return;
    case "compare":
      visit(expression.left);
      for (const comparator of expression.comparators) visit(comparator);
      return;
    case "conditional":
      visit(expression.test);
      visit(expression.body);
      visit(expression.orElse);
      return;
    default:
      forEachRareChild(expression, visit);
  }
}

function forEachRareChild(expression: Expression, visit: (child: Expression) => void): void {
  switch (expression.kind) {
    case "list":
    case "tuple":
    case "set":
      for (const element of expression.elements) visit(element);
      return;
    case "dict":
      for (const entry of expression.entries) {
        if (entry.key) visit(entry.key);
        visit(entry.value);
      }
      return;
    case "fString":
      for (const value of expression.values) visit(value);
      return;
    case "listComp":
    case "setComp":
    case "dictComp":
    case "generator":
      for (const clause of expression.clauses) {
        visit(clause.iterable);
        visit(clause.target);
        for (const condition of clause.conditions) visit(condition);
      }
      visit(expression.element);
      if (expression.value) visit(expression.value);
      return;
    case "slice":
      if (expression.lower) visit(expression.lower);
      if (expression.upper) visit(expression.upper);
      if (expression.step) visit(expression.step);
      return;
    case "lambda":
      for (const param of expression.params) if (param.defaultValue) visit(param.defaultValue);
      visit(expression.body);
      return;
    case "yield":
    case "yieldFrom":
      if (expression.value) visit(expression.value);
      return;
    case "named":
      visit(expression.target);
      visit(expression.value);
      return;
    case "unknown":
      for (const inner of expression.expressions) visit(inner);
      return;
    default:
      return;
  }
}

/** Calls `visit` for each expression that stands directly in `statement`, not in the statements nested in it. */
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

/** `a.b.c` for a chain of names, else undefined. */
export function dottedText(expression: Expression): string | undefined {
  if (expression.kind === "name") return expression.name;
  if (expression.kind !== "attribute") return undefined;
  const head = dottedText(expression.value);
  return head === undefined ? undefined : `${head}.${expression.name}`;
}
