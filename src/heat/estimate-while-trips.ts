/** How often a `while` loop runs per arrival, from the shape of its test and of the steps in its body. */
import type { Expression, Statement, WhileStatement } from "../syntax";
import { constantNumber } from "./constant-value";
import type { TripCount } from "./contract";
import type { FunctionScope } from "./function-scope";
import { exactly } from "./trip-count";

export function whileLoop(loop: WhileStatement, scope: FunctionScope, prior: (kind: string) => TripCount): TripCount {
  const test = loop.test.kind === "named" ? loop.test.value : loop.test;
  if (isAlwaysTrue(test)) return prior("endless");
  const steps = stepsOf(loop.body);
  const counted = countedLoop(test, steps, scope);
  if (counted !== undefined) return exactly(counted, "the counter runs between constants");
  if (namesIn(test).some((name) => steps.get(name) === "halved")) return prior("halving");
  if (test.kind === "compare" && isBinarySearch(test, loop.body)) return prior("halving");
  if (isWorkList(test, loop.body)) return prior("work-list");
  if (asksForOneOfFew(test)) return prior("one-of-few");
  if (isDrivenByCalls(test, loop.body)) return prior("machine");
  if (isHandedOn(test, loop.body)) return prior("work-list");
  return prior("while");
}

/** `while token.kind in ("+", "-")`, `while x == 0`: one of few values comes a few times in a row at most. */
function asksForOneOfFew(test: Expression): boolean {
  if (test.kind === "boolean") return test.operator === "and" && (asksForOneOfFew(test.left) || asksForOneOfFew(test.right));
  if (test.kind !== "compare" || test.operators.length !== 1) return false;
  const value = test.comparators[0];
  if (test.operators[0] === "==") return value?.kind === "constant";
  return (
    test.operators[0] === "in" && (value?.kind === "tuple" || value?.kind === "list" || value?.kind === "set" || value?.kind === "constant")
  );
}

/**
 * `while self.running: self.step()`: the flag changes inside of calls. Such a loop drives a machine, and runs as long as there is something
 * to do.
 */
function isDrivenByCalls(test: Expression, body: readonly Statement[]): boolean {
  const flag = flagOf(test);
  if (flag?.kind !== "attribute") return false;
  let calls = false;
  let isAssigned = false;
  visitStatements(body, (statement) => {
    if (statement.kind === "expression" && statement.value.kind === "call") calls = true;
    if (statement.kind === "assign" && statement.targets.some((target) => lastName(target) === flag.name)) isAssigned = true;
  });
  return calls && !isAssigned;
}

/** `while task is not None: task = task.run()`: each step says what comes next. */
function isHandedOn(test: Expression, body: readonly Statement[]): boolean {
  const name = lastName(flagOf(test));
  let isHanded = false;
  if (name === undefined) return false;
  visitStatements(body, (statement) => {
    if (statement.kind !== "assign" || !statement.targets.some((target) => lastName(target) === name)) return;
    const { value } = statement;
    if (value.kind === "call" && value.callee.kind === "attribute" && lastName(value.callee.value) === name) isHanded = true;
  });
  return isHanded;
}

/** `x`, `not x`, `x is not None`, for a name or attribute. */
function flagOf(test: Expression): Expression | undefined {
  if (test.kind === "unary" && test.operator === "not") return flagOf(test.operand);
  if (test.kind === "compare" && test.operators[0] === "is not") return flagOf(test.left);
  return test.kind === "name" || test.kind === "attribute" ? test : undefined;
}

function lastName(expression: Expression | undefined): string | undefined {
  return expression?.kind === "name" || expression?.kind === "attribute" ? expression.name : undefined;
}

function visitStatements(statements: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of statements) {
    visit(statement);
    if ("body" in statement && Array.isArray(statement.body)) visitStatements(statement.body, visit);
    if ("orElse" in statement && Array.isArray(statement.orElse)) visitStatements(statement.orElse, visit);
  }
}

function isAlwaysTrue(test: Expression): boolean {
  return test.kind === "constant" && test.number !== undefined && test.number !== 0;
}

type Step = "halved" | number | "other";

/** How each plain name changes per iteration: halved or divided, by a constant, or otherwise. */
function stepsOf(body: readonly Statement[]): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  const note = (name: string, step: Step): void => {
    steps.set(name, steps.has(name) && steps.get(name) !== step ? "other" : step);
  };
  const visit = (statements: readonly Statement[], always: boolean): void => {
    for (const statement of statements) {
      if (statement.kind === "augAssign" && statement.target.kind === "name") {
        note(statement.target.name, stepOf(statement.operator, statement.value, always));
      } else if (statement.kind === "assign") {
        for (const target of statement.targets) noteAssigned(target, statement.value, always, note);
      } else if (statement.kind === "if") {
        visit(statement.body, false);
        visit(statement.orElse, false);
      } else if (statement.kind === "for" || statement.kind === "while") {
        visit(statement.body, false);
      } else if (statement.kind === "with" || statement.kind === "try") {
        visit(statement.body, always);
      }
    }
  };
  visit(body, true);
  return steps;
}

function noteAssigned(target: Expression, value: Expression, always: boolean, note: (name: string, step: Step) => void): void {
  if (target.kind === "tuple" || target.kind === "list") {
    // n, digit = divmod(n, base)
    for (const [index, element] of target.elements.entries()) {
      if (element.kind !== "name") continue;
      const divides = index === 0 && value.kind === "call" && value.callee.kind === "name" && value.callee.name === "divmod";
      note(element.name, divides ? "halved" : "other");
    }
  } else if (target.kind === "name") {
    const sameName = value.kind === "binary" && value.left.kind === "name" && value.left.name === target.name;
    note(target.name, sameName ? stepOf(value.operator, value.right, always) : "other");
  }
}

function stepOf(operator: string, value: Expression, always: boolean): Step {
  if (operator === "//" || operator === ">>" || operator === "/") return "halved";
  if (!always || value.kind !== "constant" || value.number === undefined) return "other";
  if (operator === "+") return value.number;
  return operator === "-" ? -value.number : "other";
}

function countedLoop(test: Expression, steps: ReadonlyMap<string, Step>, scope: FunctionScope): number | undefined {
  if (test.kind !== "compare" || test.operators.length !== 1 || test.left.kind !== "name") return undefined;
  const step = steps.get(test.left.name);
  const limit = constantNumber(test.comparators[0] as Expression, scope);
  const start = startOf(test.left.name, scope);
  if (typeof step !== "number" || step === 0 || limit === undefined || start === undefined) return undefined;
  const inclusive = test.operators[0] === "<=" || test.operators[0] === ">=" ? 1 : 0;
  const rising = test.operators[0] === "<" || test.operators[0] === "<=";
  if (rising !== step > 0) return undefined;
  return Math.max(0, Math.ceil((Math.abs(limit - start) + inclusive) / Math.abs(step)));
}

/** The counter is assigned once before the loop and stepped inside, so it has no single binding: look for that first assignment. */
function startOf(name: string, scope: FunctionScope): number | undefined {
  for (const statement of scope.fact.body) {
    if (statement.kind !== "assign") continue;
    for (const target of statement.targets) {
      if (target.kind === "name" && target.name === name) return constantNumber(statement.value, scope);
    }
  }
  return undefined;
}

/** `while lo < hi:` with `mid = (lo + hi) // 2` in the body. */
function isBinarySearch(test: Expression, body: readonly Statement[]): boolean {
  if (test.kind !== "compare") return false;
  const ends = new Set(namesIn(test));
  return body.some((statement) => {
    if (statement.kind !== "assign" || statement.value.kind !== "binary") return false;
    const value = statement.value;
    return (value.operator === "//" || value.operator === ">>") && namesIn(value.left).filter((name) => ends.has(name)).length >= 2;
  });
}

const removals = new Set(["pop", "popleft", "popitem", "get", "get_nowait", "heappop"]);

/** `while stack:` or `while len(queue) > 0:` whose body takes something off it. */
function isWorkList(test: Expression, body: readonly Statement[]): boolean {
  const list = workListOf(test);
  return list !== undefined && body.some((statement) => takesFrom(statement, list));
}

function workListOf(test: Expression): string | undefined {
  if (test.kind === "name" || test.kind === "attribute") return test.name;
  if (test.kind === "compare") return workListOf(test.left);
  if (test.kind === "call" && test.callee.kind === "name" && test.callee.name === "len" && test.args[0]) return workListOf(test.args[0]);
  return undefined;
}

function takesFrom(statement: Statement, list: string): boolean {
  const value = "value" in statement ? (statement.value as Expression | undefined) : undefined;
  if (value && takesInExpression(value, list)) return true;
  if (statement.kind === "assign" && statement.value.kind === "subscript") return false;
  return (statement.kind === "try" || statement.kind === "with") && statement.body.some((inner) => takesFrom(inner, list));
}

function takesInExpression(expression: Expression, list: string): boolean {
  if (expression.kind === "await" || expression.kind === "subscript" || expression.kind === "starred") {
    return takesInExpression(expression.value, list);
  }
  if (expression.kind !== "call") return false;
  const callee = expression.callee;
  if (callee.kind === "attribute" && removals.has(callee.name)) return workListOf(callee.value) === list;
  const argument = expression.args[0];
  if ((callee.kind === "name" || callee.kind === "attribute") && removals.has(callee.name)) {
    return argument !== undefined && workListOf(argument) === list;
  }
  return expression.args.some((item) => takesInExpression(item, list));
}

function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "name":
      return [expression.name];
    case "compare":
      return [expression.left, ...expression.comparators].flatMap(namesIn);
    case "boolean":
    case "binary":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case "unary":
      return namesIn(expression.operand);
    default:
      return [];
  }
}
