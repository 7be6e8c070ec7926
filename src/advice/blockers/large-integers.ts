import { childStatements, type Expression, type NameExpression, type Statement, walkExpressions } from "../../syntax";
import type { Blocker, LoopView, RuleContext } from "../contract";
import { namesRead } from "../patterns/invariance";

const bigResults = new Set(["math.factorial", "math.comb", "math.perm", "math.lcm"]);
/** Past this a signed 64-bit integer overflows. */
const limit = 2 ** 63;
/** Up to this it is a machine word without sign: masks of 64 bits and bounds of what fits in them. */
const word = 2 ** 64;
/** Twenty factors of ten are past 64 bits. */
const fewestRounds = 20;

/** Integers that can pass 64 bits: Python grows them, machine integers wrap around or panic. */
export function* findLargeIntegers(context: RuleContext): Iterable<Blocker> {
  for (const statement of growingProducts(context)) {
    yield {
      code: "big-integer",
      line: context.lineOf(statement.start),
      message: "An integer multiplied in every round passes 64 bits after a few dozen; use a big-integer type.",
    };
  }
  for (const expression of context.expressions) {
    const reason = growth(expression, context);
    if (reason !== undefined)
      yield {
        code: "big-integer",
        line: context.lineOf(expression.start),
        message: `${reason} can pass 64 bits; check the range or use a big-integer type.`,
      };
  }
}

/** Expressions that are past any machine word for sure, not only where a number happens to be large: no masks, no shifted flags. */
export function hugeIntegers(context: RuleContext): readonly Expression[] {
  return context.expressions.filter((it) => {
    if (it.kind === "constant") return it.type === "int" && (it.number ?? 0) > word;
    if (it.kind !== "binary") return growth(it, context) !== undefined;
    const { left, right } = it;
    if (it.operator !== "**" || growth(it, context) === undefined) return false;
    if (left.kind !== "constant") return true;
    // `2 ** bits` is a range or a flag as long as `bits` is a setting; an exponent that runs with the loop does not stay small.
    if (right.kind !== "constant") return [...namesRead(right)].some((name) => context.loopAt(it.start)?.assigned.has(name));
    return (left.number ?? 2) ** (right.number ?? word) > word;
  });
}

/**
 * Statements that multiply an integer by something else in every round: `product *= i`, `a, b = a * b, a * a + b * b`, and
 * `a, b = b, a + b`. After some dozen rounds it is past any machine integer, unless a remainder or mask keeps it small, or the loop ends
 * by its size.
 */
export function growingProducts(context: RuleContext): readonly Statement[] {
  return context.loops.flatMap((loop) => {
    if (loop.heat.trips.exact && loop.heat.trips.mid < fewestRounds) return [];
    const statements = loop.body.flatMap(withNested);
    const tested = loop.fact.kind === "while" ? namesIn(loop.expressions.filter((it) => isInTest(it, loop))) : new Set<string>();
    return statements.filter((statement) =>
      grownNames(statement, loop, context).some(
        (name) => !tested.has(name) && !statements.some((other) => other !== statement && reduces(other, name)),
      ),
    );
  });
}

function withNested(statement: Statement): Statement[] {
  return [statement, ...childStatements(statement).flatMap(withNested)];
}

/** Of a `while`, what stands before its body is its test. */
function isInTest({ start }: Expression, { body }: LoopView): boolean {
  const [first] = body;
  return first !== undefined && start < first.start;
}

function namesIn(expressions: readonly Expression[]): Set<string> {
  return new Set(expressions.flatMap((it) => [...namesRead(it)]));
}

/** Names whose integer value a statement multiplies up. */
function grownNames(statement: Statement, loop: LoopView, context: RuleContext): string[] {
  const isInteger = (it: Expression) => context.typeName(it) === "builtins.int";
  if (statement.kind === "augAssign") {
    const { target, operator, value } = statement;
    return operator === "*" && target.kind === "name" && isInteger(target) && isInteger(value) && !isUnit(value) ? [target.name] : [];
  }
  if (statement.kind !== "assign") return [];
  return pairsOf(statement).flatMap(([target, value]) => {
    const isGrown = isInteger(target) && (isMultiplied(target.name, value, loop, isInteger) || isAdded(target, statement));
    return isGrown ? [target.name] : [];
  });
}

/** `x = value`, and each of `a, b = first, second`. */
function pairsOf({ targets: [target], value }: Extract<Statement, { kind: "assign" }>): (readonly [NameExpression, Expression])[] {
  if (target?.kind === "name") return [[target, value]];
  if (target?.kind !== "tuple" || value.kind !== "tuple" || target.elements.length !== value.elements.length) return [];
  return target.elements.flatMap((it, index) => (it.kind === "name" ? [[it, value.elements[index] as Expression] as const] : []));
}

/** A product of the name with itself or with what changes in the loop stands in the value, and no remainder or mask. */
function isMultiplied(name: string, value: Expression, loop: LoopView, isInteger: (it: Expression) => boolean): boolean {
  let isFound = false;
  const isSmall = walkExpressions(value, (it) => {
    if (it.kind !== "binary") return it.kind === "call" ? "stop" : undefined;
    if (reducers.has(it.operator)) return "stop";
    if (it.operator !== "*" || !isInteger(it.left) || !isInteger(it.right)) return undefined;
    const sides = [it.left, it.right];
    const own = sides.findIndex((side) => side.kind === "name" && side.name === name);
    const other = sides[1 - own];
    if (own >= 0 && other !== undefined && [...namesRead(other)].some((read) => loop.assigned.has(read))) isFound = true;
    return undefined;
  });
  return isFound && isSmall;
}

const reducers: ReadonlySet<string> = new Set(["%", "&", ">>"]);

/** The first name of `a, b = b, a + b`. */
function isAdded({ name }: NameExpression, { targets: [target], value }: Extract<Statement, { kind: "assign" }>): boolean {
  if (target?.kind !== "tuple" || value.kind !== "tuple" || target.elements.length !== 2 || value.elements.length !== 2) return false;
  const [a, b] = target.elements;
  const [next, sum] = value.elements;
  if (a?.kind !== "name" || b?.kind !== "name" || next?.kind !== "name" || next.name !== b.name || a.name !== name) return false;
  if (sum?.kind !== "binary" || sum.operator !== "+") return false;
  const read = [sum.left, sum.right].map((side) => (side.kind === "name" ? side.name : ""));
  return read.includes(a.name) && read.includes(b.name);
}

/** Gives the name a remainder or another value of its own: a fresh start, or something small. */
function reduces(statement: Statement, name: string): boolean {
  if (statement.kind === "augAssign")
    return statement.target.kind === "name" && statement.target.name === name && [...reducers, "//", "/"].includes(statement.operator);
  if (statement.kind !== "assign") return false;
  return pairsOf(statement).some(([target, value]) => target.name === name && !namesRead(value).has(name));
}

/** Times one or minus one only turns the sign. */
function isUnit(value: Expression): boolean {
  const number = value.kind === "unary" ? value.operand : value;
  return number.kind === "constant" && (number.number ?? 2) <= 1;
}

function growth(expression: Expression, context: RuleContext): string | undefined {
  if (expression.kind === "constant" && expression.type === "int" && (expression.number ?? 0) >= limit) return "This number";
  if (expression.kind === "call" && bigResults.has(context.externalName(expression.callee) ?? "")) return "The result";
  if (expression.kind !== "binary") return undefined;
  const isInteger = context.typeName(expression.left) === "builtins.int";
  const fixed = expression.right.kind === "constant" && (expression.right.number ?? Number.POSITIVE_INFINITY) <= 3;
  if (expression.operator === "**" && isInteger && !fixed) return "A power of an integer";
  const constantShift = expression.right.kind === "constant";
  if (expression.operator === "<<" && isInteger && !constantShift) return "A shifted integer";
  return undefined;
}
