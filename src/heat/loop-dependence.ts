/**
 * How the iterations of a loop depend on each other, by def-use inside its body. A name that is read before it is written carries a
 * value from one iteration to the next, unless the only thing done with it is to fold values into it (a reduction).
 */
import { type ComprehensionExpression, type Expression, type ForStatement, forEachChildExpression, type Statement } from "../syntax";
import type { LoopDependence } from "./contract";

/**
 * Of a `for` statement. `isPure` says whether calling what an expression names leaves everything but its result alone. `while` loops
 * carry their condition and are never more than `loop-carried`.
 */
export function loopDependence(loop: ForStatement, isPure: (callee: Expression) => boolean): LoopDependence {
  const use = createUse(loop.target, isPure);
  scanStatements(loop.body, use);
  if (use.opaque) return "unknown";
  for (const name of use.readFirst) if (use.assigned.has(name)) return "loop-carried";
  for (const name of use.folded) if (use.readElsewhere.has(name)) return "loop-carried";
  for (const name of use.stored) if (use.readAtOtherIndex.has(name)) return "loop-carried";
  if (use.mutated.size > 0 && [...use.mutated].some((name) => use.readElsewhere.has(name))) return "loop-carried";
  return use.folded.size > 0 ? "reduction" : "elementwise";
}

/** Of all clauses of a comprehension: its element cannot see the ones before, unless a call or `:=` carries something over. */
export function comprehensionDependence(expression: ComprehensionExpression, isPure: (callee: Expression) => boolean): LoopDependence {
  let opaque = false;
  const visit = (inner: Expression): void => {
    if (inner.kind === "named" || inner.kind === "yield" || inner.kind === "await") opaque = true;
    else if (inner.kind === "call" && !isPure(inner.callee)) opaque = true;
    if (!opaque) forEachChildExpression(inner, visit);
  };
  visit(expression.element);
  if (expression.value) visit(expression.value);
  for (const clause of expression.clauses) for (const condition of clause.conditions) visit(condition);
  return opaque ? "unknown" : "elementwise";
}

interface NameUse {
  /** Names bound by the loop's own targets. */
  readonly targets: Set<string>;
  /** Surely written so far in this iteration. */
  readonly written: Set<string>;
  /** Written anywhere in the body. */
  readonly assigned: Set<string>;
  /** Read while not yet written in this iteration. */
  readonly readFirst: Set<string>;
  /** Only combined with new values: `total += x`, `best = max(best, x)`. */
  readonly folded: Set<string>;
  /** Read outside such folds. */
  readonly readElsewhere: Set<string>;
  /** Sequences that are stored into at the loop's own index. */
  readonly stored: Set<string>;
  readonly readAtOtherIndex: Set<string>;
  /** Collections that grow: `out.append(x)`. */
  readonly mutated: Set<string>;
  /** Something that cannot be seen through: yield, await, early exit, attribute store, nested definition. */
  opaque: boolean;
  readonly isPure: (callee: Expression) => boolean;
}

function createUse(target: Expression, isPure: (callee: Expression) => boolean): NameUse {
  const use: NameUse = {
    targets: new Set(),
    written: new Set(),
    assigned: new Set(),
    readFirst: new Set(),
    folded: new Set(),
    readElsewhere: new Set(),
    stored: new Set(),
    readAtOtherIndex: new Set(),
    mutated: new Set(),
    opaque: false,
    isPure,
  };
  collectNames(target, use.targets);
  for (const name of use.targets) use.written.add(name);
  return use;
}

function collectNames(expression: Expression, names: Set<string>): void {
  if (expression.kind === "name") names.add(expression.name);
  forEachChildExpression(expression, (child) => collectNames(child, names));
}

function scanStatements(statements: readonly Statement[], use: NameUse): void {
  for (const statement of statements) scanStatement(statement, use);
}

function scanStatement(statement: Statement, use: NameUse): void {
  switch (statement.kind) {
    case "expression":
      scanExpressionStatement(statement.value, use);
      return;
    case "assign":
      scanAssignment(statement.targets, statement.value, use);
      return;
    case "annAssign":
      if (statement.value) scanAssignment([statement.target], statement.value, use);
      return;
    case "augAssign":
      scanRead(statement.value, use);
      scanFold(statement.target, use);
      return;
    case "if":
      scanRead(statement.test, use);
      scanBranches([statement.body, statement.orElse], use);
      return;
    case "for":
      scanRead(statement.iterable, use);
      collectNames(statement.target, use.written);
      collectNames(statement.target, use.targets);
      scanStatements(statement.body, use);
      return;
    case "assert":
      scanRead(statement.test, use);
      return;
    case "raise":
      if (statement.exception) scanRead(statement.exception, use);
      return;
    case "pass":
    case "continue":
      return;
    default:
      use.opaque = true;
  }
}

/** What only one branch writes is not surely written: a later read may find the value of an earlier iteration. */
function scanBranches(branches: readonly (readonly Statement[])[], use: NameUse): void {
  const outcomes = branches.map((branch) => {
    const inner: NameUse = { ...use, written: new Set(use.written) };
    scanStatements(branch, inner);
    use.opaque ||= inner.opaque;
    return inner.written;
  });
  const [first, ...others] = outcomes;
  for (const name of first ?? []) if (others.every((other) => other.has(name))) use.written.add(name);
}

const growers = new Set(["append", "add", "appendleft", "extend", "update"]);

function scanExpressionStatement(value: Expression, use: NameUse): void {
  if (value.kind === "call" && value.callee.kind === "attribute" && growers.has(value.callee.name) && value.callee.value.kind === "name") {
    use.mutated.add(value.callee.value.name);
    for (const argument of value.args) scanRead(argument, use);
    return;
  }
  // A call whose result is dropped is there for what it changes.
  if (value.kind === "call") use.opaque = true;
  scanRead(value, use);
}

function scanAssignment(targets: readonly Expression[], value: Expression, use: NameUse): void {
  const single = targets.length === 1 ? targets[0] : undefined;
  if (single?.kind === "name" && !use.written.has(single.name) && foldsInto(single.name, value)) {
    for (const part of foldParts(single.name, value)) scanRead(part, use);
    use.folded.add(single.name);
    return;
  }
  scanRead(value, use);
  for (const target of targets) scanWrite(target, use);
}

/** `x + total`, `max(total, x)`: the old value goes in once, at the top. */
function foldsInto(name: string, value: Expression): boolean {
  if (value.kind === "binary") return isName(value.left, name) || (isName(value.right, name) && "+*|&^".includes(value.operator));
  return (
    value.kind === "call" &&
    value.callee.kind === "name" &&
    /^(min|max)$/.test(value.callee.name) &&
    value.args.some((item) => isName(item, name))
  );
}

function foldParts(name: string, value: Expression): readonly Expression[] {
  if (value.kind === "binary") return [isName(value.left, name) ? value.right : value.left];
  return value.kind === "call" ? value.args.filter((item) => !isName(item, name)) : [];
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === "name" && expression.name === name;
}

function scanFold(target: Expression, use: NameUse): void {
  if (target.kind === "name") {
    if (use.written.has(target.name)) return;
    use.folded.add(target.name);
  } else if (target.kind === "subscript") {
    scanRead(target.index, use);
    noteStore(target, use);
  } else use.opaque = true;
}

function scanWrite(target: Expression, use: NameUse): void {
  switch (target.kind) {
    case "name":
      use.written.add(target.name);
      use.assigned.add(target.name);
      return;
    case "tuple":
    case "list":
      for (const element of target.elements) scanWrite(element, use);
      return;
    case "starred":
      scanWrite(target.value, use);
      return;
    case "subscript":
      scanRead(target.index, use);
      noteStore(target, use);
      return;
    default:
      use.opaque = true;
  }
}

/** A store at the loop's own index touches each element once; at any other index a later iteration may meet it again. */
function noteStore(target: Expression & { kind: "subscript" }, use: NameUse): void {
  const base = baseName(target.value);
  if (base === undefined) {
    use.opaque = true;
    return;
  }
  use.stored.add(base);
  if (!isOwnIndex(target.index, use)) use.readAtOtherIndex.add(base);
}

function baseName(expression: Expression): string | undefined {
  if (expression.kind === "name") return expression.name;
  if (expression.kind === "subscript") return baseName(expression.value);
  return expression.kind === "attribute" ? expression.name : undefined;
}

function isOwnIndex(index: Expression, use: NameUse): boolean {
  if (index.kind === "name") return use.targets.has(index.name);
  return index.kind === "tuple" && index.elements.some((element) => isOwnIndex(element, use));
}

function scanRead(expression: Expression, use: NameUse): void {
  switch (expression.kind) {
    case "name":
      use.readElsewhere.add(expression.name);
      if (!use.written.has(expression.name)) use.readFirst.add(expression.name);
      return;
    case "subscript": {
      const base = baseName(expression.value);
      if (base !== undefined && !isOwnIndex(expression.index, use)) use.readAtOtherIndex.add(base);
      if (expression.value.kind === "name") use.readFirst.add(expression.value.name);
      else scanRead(expression.value, use);
      scanRead(expression.index, use);
      return;
    }
    case "yield":
    case "yieldFrom":
    case "await":
    case "lambda":
      use.opaque = true;
      return;
    case "call":
      if (!use.isPure(expression.callee)) use.opaque = true;
      forEachChildExpression(expression, (child) => scanRead(child, use));
      return;
    case "named":
      scanRead(expression.value, use);
      use.written.add(expression.target.name);
      use.assigned.add(expression.target.name);
      return;
    default:
      forEachChildExpression(expression, (child) => scanRead(child, use));
  }
}
