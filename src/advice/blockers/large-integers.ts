import type { Expression } from "../../syntax";
import type { Blocker, RuleContext } from "../contract";

const bigResults = new Set(["math.factorial", "math.comb", "math.perm", "math.lcm"]);
/** Past this a signed 64-bit integer overflows. */
const limit = 2 ** 63;

/** Integers that can pass 64 bits: Python grows them, machine integers wrap around or panic. */
export function* findLargeIntegers(context: RuleContext): Iterable<Blocker> {
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
