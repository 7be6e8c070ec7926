import { type Extraction, reportPython2, unknown } from "./extraction";
import type { BinaryOperator, CompareOperator, Expression } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { childInField, isExpressionKind, type NodeIndex } from "./syntax-table";

const OPERATORS: Readonly<Partial<Record<Kind, BinaryOperator | "~">>> = {
  [Kind.Plus]: "+",
  [Kind.Minus]: "-",
  [Kind.Star]: "*",
  [Kind.Slash]: "/",
  [Kind.DoubleSlash]: "//",
  [Kind.Percent]: "%",
  [Kind.DoubleStar]: "**",
  [Kind.At]: "@",
  [Kind.ShiftLeft]: "<<",
  [Kind.ShiftRight]: ">>",
  [Kind.Ampersand]: "&",
  [Kind.Bar]: "|",
  [Kind.Caret]: "^",
  [Kind.Tilde]: "~",
  [Kind.PlusAssign]: "+",
  [Kind.MinusAssign]: "-",
  [Kind.StarAssign]: "*",
  [Kind.SlashAssign]: "/",
  [Kind.DoubleSlashAssign]: "//",
  [Kind.PercentAssign]: "%",
  [Kind.DoubleStarAssign]: "**",
  [Kind.AtAssign]: "@",
  [Kind.ShiftLeftAssign]: "<<",
  [Kind.ShiftRightAssign]: ">>",
  [Kind.AmpersandAssign]: "&",
  [Kind.BarAssign]: "|",
  [Kind.CaretAssign]: "^",
};

/** The operator token of a binary, unary or augmented-assignment node, without `=`. */
export function operatorIn(x: Extraction, node: NodeIndex): BinaryOperator | "~" {
  const operator = childInField(x.table, node, Field.Operator);
  return OPERATORS[x.table.kinds[operator] as Kind] ?? "+";
}

const COMPARISONS: Readonly<Partial<Record<Kind, CompareOperator>>> = {
  [Kind.Less]: "<",
  [Kind.LessEqual]: "<=",
  [Kind.Equal]: "==",
  [Kind.NotEqual]: "!=",
  [Kind.Diamond]: "!=",
  [Kind.GreaterEqual]: ">=",
  [Kind.Greater]: ">",
  [Kind.In]: "in",
  [Kind.NotIn]: "not in",
  [Kind.Is]: "is",
  [Kind.IsNot]: "is not",
};

export function extractComparison(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const { table } = x;
  const operators: CompareOperator[] = [];
  const mark = x.expressions.mark();
  let left: Expression | undefined;
  const nodeEnd = table.nexts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as Kind;
    const operator = COMPARISONS[kind];
    if (operator !== undefined) operators.push(operator);
    else if (left === undefined && isExpressionKind(kind)) left = x.expression(child);
    else if (isExpressionKind(kind)) x.expressions.add(x.expression(child));
    if (kind === Kind.Diamond) reportPython2(x, child, "The operator <>");
  }
  const comparators = x.expressions.take(mark);
  return { kind: "compare", start, end, left: left ?? unknown(start, start), operators: sharedOperators(operators), comparators };
}

/** Nearly all comparisons have one operator: they share one list for each. */
function sharedOperators(operators: CompareOperator[]): readonly CompareOperator[] {
  const only = operators[0];
  return operators.length === 1 && only !== undefined ? SINGLE_OPERATORS[only] : operators;
}

const SINGLE_OPERATORS = Object.fromEntries(
  Object.values(COMPARISONS).map((operator) => [operator, Object.freeze([operator])]),
) as unknown as Readonly<Record<CompareOperator, readonly CompareOperator[]>>;
