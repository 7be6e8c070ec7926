/** What a test says about the type of a name: `isinstance(x, C)`, `type(x) is C`, and what `and`, `or` and `not` make of them. */
import type { Expression, NameExpression } from "../syntax";

export interface Narrowing {
  readonly subject: NameExpression;
  /** The class, or a tuple or union of classes. */
  readonly classes: Expression;
}

const NONE: readonly Narrowing[] = Object.freeze([]);

/** What holds where `test` came out as `outcome`. */
export function narrowingsOf(test: Expression, outcome: boolean): readonly Narrowing[] {
  switch (test.kind) {
    case "call":
      return outcome ? instanceTest(test.callee, test.args) : NONE;
    case "compare":
      return typeComparison(test.left, test.operators[0], test.comparators, outcome);
    case "unary":
      return test.operator === "not" ? narrowingsOf(test.operand, !outcome) : NONE;
    case "boolean": {
      const bothHold = (test.operator === "and") === outcome;
      return bothHold ? [...narrowingsOf(test.left, outcome), ...narrowingsOf(test.right, outcome)] : NONE;
    }
    default:
      return NONE;
  }
}

function instanceTest(callee: Expression, args: readonly Expression[]): readonly Narrowing[] {
  const [subject, classes] = args;
  if (callee.kind !== "name" || callee.name !== "isinstance" || subject?.kind !== "name" || classes === undefined) return NONE;
  return [{ subject, classes }];
}

function typeComparison(
  left: Expression,
  operator: string | undefined,
  comparators: readonly Expression[],
  outcome: boolean,
): readonly Narrowing[] {
  const [classes] = comparators;
  const positive = operator === "is" || operator === "==" ? outcome : operator === "is not" || operator === "!=" ? !outcome : false;
  if (!positive || classes === undefined || comparators.length !== 1) return NONE;
  const subject = typeSubject(left);
  return subject && classes.kind !== "constant" ? [{ subject, classes }] : NONE;
}

/** `x` of `type(x)` and of `x.__class__`. */
function typeSubject(expression: Expression): NameExpression | undefined {
  if (expression.kind === "call" && expression.callee.kind === "name" && expression.callee.name === "type") {
    const [only] = expression.args;
    return expression.args.length === 1 && only?.kind === "name" ? only : undefined;
  }
  if (expression.kind === "attribute" && expression.name === "__class__" && expression.value.kind === "name") return expression.value;
  return undefined;
}
