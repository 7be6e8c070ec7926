import { type Position, positionAt } from "../base";
import type {
  ComprehensionExpression,
  DictExpression,
  Expression,
  FileFacts,
  FunctionFact,
  KeywordArgument,
  ParamFact,
  Statement,
} from "./file-facts";

/** What a visitor may answer: `stop` ends the whole walk, `skip` leaves out what is below the node. */
// biome-ignore lint/suspicious/noConfusingVoidType: a visitor that answers nothing should not have to say so.
export type VisitResult = "stop" | "skip" | undefined | void;

/** Calls `visit` for each direct child expression, in the order in which the node holds them. */
export function forEachChildExpression(expression: Expression, visit: (child: Expression) => void): void {
  switch (expression.kind) {
    case "name":
    case "constant":
      return;
    case "fString":
      visitAll(expression.values, visit);
      return;
    case "list":
    case "tuple":
    case "set":
      visitAll(expression.elements, visit);
      return;
    case "unknown":
      visitAll(expression.expressions, visit);
      return;
    case "dict":
      visitEntries(expression, visit);
      return;
    case "listComp":
    case "setComp":
    case "dictComp":
    case "generator":
      visitComprehension(expression, visit);
      return;
    case "call":
      visit(expression.callee);
      visitAll(expression.args, visit);
      visitKeywords(expression.keywords, visit);
      return;
    case "subscript":
      visit(expression.value);
      visit(expression.index);
      return;
    case "slice":
      visitPresent(visit, expression.lower, expression.upper, expression.step);
      return;
    case "unary":
      visit(expression.operand);
      return;
    case "binary":
    case "boolean":
      visit(expression.left);
      visit(expression.right);
      return;
    case "compare":
      visit(expression.left);
      visitAll(expression.comparators, visit);
      return;
    case "conditional":
      visit(expression.test);
      visit(expression.body);
      visit(expression.orElse);
      return;
    case "lambda":
      visitParams(expression.params, visit);
      visit(expression.body);
      return;
    case "attribute":
    case "await":
    case "starred":
      visit(expression.value);
      return;
    case "yield":
    case "yieldFrom":
      visitPresent(visit, expression.value);
      return;
    case "named":
      visit(expression.target);
      visit(expression.value);
  }
}

type Visit = (child: Expression) => void;

function visitAll(expressions: readonly Expression[], visit: Visit): void {
  for (const expression of expressions) visit(expression);
}

function visitPresent(visit: Visit, ...expressions: readonly (Expression | undefined)[]): void {
  for (const expression of expressions) if (expression !== undefined) visit(expression);
}

function visitEntries(dict: DictExpression, visit: Visit): void {
  for (const { key, value } of dict.entries) {
    if (key !== undefined) visit(key);
    visit(value);
  }
}

function visitComprehension(comprehension: ComprehensionExpression, visit: Visit): void {
  visit(comprehension.element);
  if (comprehension.value !== undefined) visit(comprehension.value);
  for (const clause of comprehension.clauses) {
    visit(clause.target);
    visit(clause.iterable);
    visitAll(clause.conditions, visit);
  }
}

function visitKeywords(keywords: readonly KeywordArgument[], visit: Visit): void {
  for (const keyword of keywords) visit(keyword.value);
}

function visitParams(params: readonly ParamFact[], visit: Visit): void {
  for (const param of params) visitPresent(visit, param.annotation, param.defaultValue);
}

/** Depth-first over an expression and all below it, parents first. Returns false when `visit` stopped the walk. */
export function walkExpressions(expression: Expression, visit: (expression: Expression) => VisitResult): boolean {
  const result = visit(expression);
  if (result === "stop") return false;
  if (result === "skip") return true;
  let goOn = true;
  forEachChildExpression(expression, (child) => {
    if (goOn) goOn = walkExpressions(child, visit);
  });
  return goOn;
}

/**
 * The expressions that a statement holds itself, in source order; not those of the statements in its bodies, nor of the
 * functions and classes that it defines (their decorators, defaults and bases are in their facts).
 */
export function expressionsOf(statement: Statement): Expression[] {
  switch (statement.kind) {
    case "expression":
      return [statement.value];
    case "assign":
      return [...statement.targets, statement.value];
    case "augAssign":
      return [statement.target, statement.value];
    case "annAssign":
      return present(statement.target, statement.annotation, statement.value);
    case "return":
      return present(statement.value);
    case "raise":
      return present(statement.exception, statement.cause);
    case "assert":
      return present(statement.test, statement.message);
    case "delete":
      return [...statement.targets];
    case "if":
    case "while":
      return [statement.test];
    case "for":
      return [statement.target, statement.iterable];
    case "try":
      return statement.handlers.flatMap((handler) => present(handler.type));
    case "with":
      return statement.items.flatMap((item) => present(item.context, item.target));
    case "match":
      return [statement.subject, ...statement.cases.flatMap((clause) => present(...clause.patterns, clause.guard))];
    case "unknown":
      return [...statement.expressions];
    default:
      return [];
  }
}

function present(...expressions: readonly (Expression | undefined)[]): Expression[] {
  return expressions.filter((expression) => expression !== undefined);
}

/** The statements directly inside a compound statement, in source order: all its branches, handlers and cases. */
export function childStatements(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case "if":
    case "for":
    case "while":
      return statement.orElse.length === 0 ? statement.body : [...statement.body, ...statement.orElse];
    case "try":
      return [...statement.body, ...statement.handlers.flatMap((handler) => handler.body), ...statement.orElse, ...statement.finalBody];
    case "with":
      return statement.body;
    case "match":
      return statement.cases.flatMap((clause) => clause.body);
    default:
      return [];
  }
}

/**
 * Depth-first over statements and those in their bodies, parents first. Bodies of nested functions and classes are not entered:
 * these are in `FileFacts.functions` and `classes`. Returns false when `visit` stopped the walk.
 */
export function walkStatements(statements: readonly Statement[], visit: (statement: Statement) => VisitResult): boolean {
  for (const statement of statements) {
    const result = visit(statement);
    if (result === "stop") return false;
    if (result !== "skip" && !walkStatements(childStatements(statement), visit)) return false;
  }
  return true;
}

/** `a.b.c` for attributes of a name; undefined for anything else. */
export function dottedName(expression: Expression): string | undefined {
  let name = "";
  let current = expression;
  while (current.kind === "attribute") {
    name = `.${current.name}${name}`;
    current = current.value;
  }
  return current.kind === "name" ? current.name + name : undefined;
}

/** Line (1-based) and column (0-based, UTF-16) of an offset in the file. */
export function locate(facts: FileFacts, offset: number): Position {
  return positionAt(facts.lineStarts, offset);
}

/** The innermost function whose range holds `offset`; the module's own code when none does. */
export function functionAt(facts: FileFacts, offset: number): FunctionFact {
  let innermost = facts.functions[0] as FunctionFact;
  for (const candidate of facts.functions) {
    if (candidate.index !== 0 && candidate.start <= offset && offset < candidate.end) innermost = candidate;
  }
  return innermost;
}
