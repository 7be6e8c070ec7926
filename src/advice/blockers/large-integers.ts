import { type Expression, type NameExpression, type Statement, walkExpressions } from "../../syntax";
import type { Blocker, RuleContext } from "../contract";

const bigResults = new Set(["math.factorial", "math.comb", "math.perm", "math.lcm"]);
/** Past this a signed 64-bit integer overflows. */
const limit = 2 ** 63;
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

/**
 * `product *= i` in a loop that starts outside it, and `a, b = b, a + b`: after some dozen rounds past any machine integer, unless a
 * remainder or mask keeps them small.
 */
export function growingProducts(context: RuleContext): readonly Statement[] {
  return context.loops.flatMap((loop) => {
    // A `while` mostly ends when the number is large enough.
    if (loop.fact.kind !== "for" || (loop.heat.trips.exact && loop.heat.trips.mid < fewestRounds)) return [];
    return loop.body.filter((statement) => {
      const name = grownName(statement, context);
      return name !== undefined && !loop.body.some((other) => other !== statement && bindsPlainly(other, name));
    });
  });
}

/** The name whose integer value a statement multiplies up. */
function grownName(statement: Statement, context: RuleContext): string | undefined {
  const isInteger = (it: Expression) => context.typeName(it) === "builtins.int";
  if (statement.kind === "augAssign") {
    const { target, operator, value } = statement;
    return operator === "*" && target.kind === "name" && isInteger(target) && isInteger(value) && !isUnit(value) ? target.name : undefined;
  }
  if (statement.kind !== "assign") return undefined;
  const [target] = statement.targets;
  const { value } = statement;
  if (target?.kind === "name" && value.kind === "binary" && value.operator === "*") {
    const grows = [value.left, value.right].some((side) => side.kind === "name" && side.name === target.name);
    return grows && isInteger(value.left) && isInteger(value.right) ? target.name : undefined;
  }
  const grown = fibonacciStep(target, value) ?? productStep(target, value);
  return grown !== undefined && isInteger(grown) ? grown.name : undefined;
}

/** A name of `a, b = a * (2 * b - a), a * a + b * b`: a product of names that are all bound anew from each other. */
function productStep(target: Expression | undefined, value: Expression): NameExpression | undefined {
  if (target?.kind !== "tuple" || value.kind !== "tuple") return undefined;
  const names = target.elements.filter((it): it is NameExpression => it.kind === "name");
  const reads = (side: Expression) =>
    !walkExpressions(side, (it) => (it.kind === "name" && names.some(({ name }) => name === it.name) ? "stop" : undefined));
  return names.find((_, index) => {
    const element = value.elements[index];
    if (element === undefined) return false;
    return !walkExpressions(element, (it) => {
      if (it.kind !== "binary") return undefined;
      // A remainder, a mask or a quotient keeps it small.
      if (["%", "&", "//", "/", ">>"].includes(it.operator)) return "skip";
      return it.operator === "*" && reads(it.left) && reads(it.right) ? "stop" : undefined;
    });
  });
}

/** The first name of `a, b = b, a + b`. */
function fibonacciStep(target: Expression | undefined, value: Expression): NameExpression | undefined {
  if (target?.kind !== "tuple" || value.kind !== "tuple" || target.elements.length !== 2 || value.elements.length !== 2) return undefined;
  const [a, b] = target.elements;
  const [next, sum] = value.elements;
  if (a?.kind !== "name" || b?.kind !== "name" || next?.kind !== "name" || next.name !== b.name) return undefined;
  if (sum?.kind !== "binary" || sum.operator !== "+") return undefined;
  const read = [sum.left, sum.right].map((side) => (side.kind === "name" ? side.name : ""));
  return read.includes(a.name) && read.includes(b.name) ? a : undefined;
}

/** Another statement of the same body gives the name a value of its own: a remainder, or a fresh start. */
function bindsPlainly(statement: Statement, name: string): boolean {
  if (statement.kind === "assign") return statement.targets.some((target) => target.kind === "name" && target.name === name);
  if (statement.kind !== "augAssign" || statement.target.kind !== "name" || statement.target.name !== name) return false;
  return ["%", "&", "//", ">>"].includes(statement.operator);
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
