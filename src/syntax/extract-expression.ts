import { extractCall, extractLambda } from "./extract-call";
import { extractComprehension } from "./extract-comprehension";
import { extractStrings } from "./extract-string";
import {
  type Extraction,
  firstOperand,
  hasChildOfKind,
  nextOperand,
  operands,
  reportPython2,
  reportTooDeep,
  textOf,
  tupleOf,
} from "./extraction";
import type { BinaryOperator, CompareOperator, Expression, UnaryOperator } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { parseNumber } from "./parse-number";
import { NOTHING } from "./pile";
import { childInField, isExpressionKind, NO_NODE, type NodeIndex } from "./syntax-table";

/**
 * Expressions nested deeper than this become `unknown`, so that neither extraction nor anybody who walks the facts runs out of
 * stack. CPython's own parser gives up at 200 nested parentheses; hand-written chains of operators stay far below it.
 */
export const MAX_EXPRESSION_DEPTH = 250;
/** Room that is left below the cap for the operands of a chain that crosses it. */
const DEPTH_RESERVE = 20;

/** The expression at `node`, whatever it is. Parentheses vanish, as in Python's `ast`. */
export function extractExpression(x: Extraction, node: NodeIndex): Expression {
  if (node === NO_NODE) return unknown(0, 0);
  if (x.expressionDepth >= x.expressionLimit) return extractTooDeep(x, node);
  x.expressionDepth++;
  const expression = dispatch(x, node);
  x.expressionDepth--;
  return expression;
}

function dispatch(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const kind = table.kinds[node] as Kind;
  const start = table.starts[node] as number;
  const end = table.ends[node] as number;
  switch (kind) {
    case Kind.Identifier:
      return table.missing[node] === 1 ? unknown(start, end) : { kind: "name", start, end, name: textOf(x, node) };
    case Kind.Attribute:
    case Kind.MemberType:
      return extractAttribute(x, node, start, end);
    case Kind.Call:
      return extractCall(x, node);
    case Kind.String:
    case Kind.ConcatenatedString:
      return extractStrings(x, node);
    case Kind.Integer:
    case Kind.Float:
      return extractNumber(x, node, start, end);
    case Kind.True:
      return { kind: "constant", start, end, type: "bool", number: 1 };
    case Kind.False:
      return { kind: "constant", start, end, type: "bool", number: 0 };
    case Kind.None:
      return { kind: "constant", start, end, type: "none" };
    case Kind.Ellipsis:
      return { kind: "constant", start, end, type: "ellipsis" };
    case Kind.Subscript:
      return extractSubscript(x, node, start, end);
    case Kind.Slice:
      return extractSlice(x, node, start, end);
    case Kind.BinaryOperator:
      return {
        kind: "binary",
        start,
        end,
        operator: operatorIn(x, node) as BinaryOperator,
        left: inField(x, node, Field.Left),
        right: inField(x, node, Field.Right),
      };
    case Kind.UnaryOperator:
      return { kind: "unary", start, end, operator: operatorIn(x, node) as UnaryOperator, operand: x.expression(firstOperand(x, node)) };
    case Kind.NotOperator:
      return { kind: "unary", start, end, operator: "not", operand: x.expression(firstOperand(x, node)) };
    case Kind.BooleanOperator:
      return {
        kind: "boolean",
        start,
        end,
        operator: table.kinds[childInField(table, node, Field.Operator)] === Kind.And ? "and" : "or",
        left: inField(x, node, Field.Left),
        right: inField(x, node, Field.Right),
      };
    case Kind.ComparisonOperator:
      return extractComparison(x, node, start, end);
    case Kind.ConditionalExpression:
      return extractConditional(x, node, start, end);
    case Kind.Lambda:
      return extractLambda(x, node);
    case Kind.NamedExpression:
      return extractNamed(x, node, start, end);
    case Kind.Await:
      return { kind: "await", start, end, value: x.expression(firstOperand(x, node)) };
    case Kind.Yield:
      return extractYield(x, node, start, end);
    case Kind.List:
    case Kind.ListPattern:
      return { kind: "list", start, end, elements: operands(x, node) };
    case Kind.Set:
      return { kind: "set", start, end, elements: operands(x, node) };
    case Kind.Tuple:
    case Kind.TuplePattern:
    case Kind.ExpressionList:
    case Kind.PatternList:
      return tupleOf(x, node);
    case Kind.Dictionary:
      return extractDictionary(x, node, start, end);
    case Kind.ListComprehension:
      return extractComprehension(x, node, "listComp");
    case Kind.SetComprehension:
      return extractComprehension(x, node, "setComp");
    case Kind.DictionaryComprehension:
      return extractComprehension(x, node, "dictComp");
    case Kind.GeneratorExpression:
      return extractComprehension(x, node, "generator");
    case Kind.ListSplat:
    case Kind.ListSplatPattern:
    case Kind.SplatType:
      return { kind: "starred", start, end, value: x.expression(firstOperand(x, node)) };
    case Kind.ParenthesizedExpression:
    case Kind.ParenthesizedListSplat:
    case Kind.AsPatternTarget:
    case Kind.AsPattern:
    case Kind.Type:
      return x.expression(firstOperand(x, node));
    case Kind.GenericType:
      return extractGenericType(x, node, start, end);
    case Kind.UnionType:
      return extractUnionType(x, node, start, end);
    case Kind.DottedName:
      return extractDottedName(x, node);
    default:
      return { kind: "unknown", start, end, expressions: operands(x, node) };
  }
}

function unknown(start: number, end: number): Expression {
  return { kind: "unknown", start, end, expressions: NOTHING };
}

function inField(x: Extraction, node: NodeIndex, field: Field): Expression {
  return x.expression(childInField(x.table, node, field));
}

function extractNumber(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const parsed = parseNumber(textOf(x, node), x.table.kinds[node] === Kind.Float);
  if (parsed.isPython2) reportPython2(x, node, "A number written as 0777 or 10L");
  return { kind: "constant", start, end, type: parsed.type, number: parsed.number };
}

function extractAttribute(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const value = x.expression(firstOperand(x, node));
  let name = childInField(x.table, node, Field.Attribute);
  if (name === NO_NODE) name = nextOperand(x, node, x.table.nexts[firstOperand(x, node)] as number);
  return { kind: "attribute", start, end, value, name: textOf(x, name) };
}

/** `a.b.c` in a pattern, an import or a decorator, as attributes of a name. */
export function extractDottedName(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = table.nexts[node] as number;
  let expression: Expression | undefined;
  for (let child = node + 1; child < end; child = table.nexts[child] as number) {
    if (table.kinds[child] !== Kind.Identifier) continue;
    const name = textOf(x, child);
    const childEnd = table.ends[child] as number;
    if (expression === undefined) expression = { kind: "name", start, end: childEnd, name };
    else expression = { kind: "attribute", start, end: childEnd, value: expression, name };
  }
  return expression ?? unknown(start, table.ends[node] as number);
}

function extractSubscript(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const { table } = x;
  const valueNode = firstOperand(x, node);
  const value = x.expression(valueNode);
  const first = nextOperand(x, node, table.nexts[valueNode] as number);
  if (first === NO_NODE) return { kind: "subscript", start, end, value, index: unknown(end, end) };
  const nodeEnd = table.nexts[node] as number;
  const mark = x.expressions.mark();
  let hasComma = false;
  let last = first;
  for (let child = first; child < nodeEnd; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as number;
    if (kind === Kind.Comma) hasComma = true;
    if (kind === Kind.Comma || isExpressionKind(kind)) last = child;
    if (isExpressionKind(kind)) x.expressions.add(x.expression(child));
  }
  const indices = x.expressions.take(mark);
  const index: Expression = hasComma
    ? { kind: "tuple", start: table.starts[first] as number, end: table.ends[last] as number, elements: indices }
    : (indices[0] as Expression);
  return { kind: "subscript", start, end, value, index };
}

/** `list[int]` where the grammar knows that it is a type. */
function extractGenericType(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const { table } = x;
  const value = x.expression(firstOperand(x, node));
  const parameters = x.table.nexts[firstOperand(x, node)] as number;
  if (table.kinds[parameters] !== Kind.TypeParameter) return value;
  const elements = operands(x, parameters);
  if (elements.length === 1 && !hasChildOfKind(x, parameters, Kind.Comma))
    return { kind: "subscript", start, end, value, index: elements[0] as Expression };
  const last = elements.at(-1);
  const index: Expression = { kind: "tuple", start: elements[0]?.start ?? end, end: last?.end ?? end, elements };
  return { kind: "subscript", start, end, value, index };
}

function extractUnionType(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const left = firstOperand(x, node);
  if (left === NO_NODE) return unknown(start, end);
  const right = nextOperand(x, node, x.table.nexts[left] as number);
  return { kind: "binary", start, end, operator: "|", left: x.expression(left), right: x.expression(right) };
}

function extractSlice(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const { table } = x;
  const parts: (Expression | undefined)[] = [undefined, undefined, undefined];
  let part = 0;
  const nodeEnd = table.nexts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as number;
    if (kind === Kind.Colon) part++;
    else if (isExpressionKind(kind)) parts[part] = x.expression(child);
  }
  return { kind: "slice", start, end, lower: parts[0], upper: parts[1], step: parts[2] };
}

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

function extractComparison(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
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

function extractConditional(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const [body = unknown(start, start), test = unknown(end, end), orElse = unknown(end, end)] = operands(x, node);
  return { kind: "conditional", start, end, test, body, orElse };
}

function extractNamed(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const name = childInField(x.table, node, Field.Name);
  const value = inField(x, node, Field.Value);
  if (name === NO_NODE) return { kind: "unknown", start, end, expressions: [value] };
  const nameStart = x.table.starts[name] as number;
  return {
    kind: "named",
    start,
    end,
    target: { kind: "name", start: nameStart, end: x.table.ends[name] as number, name: textOf(x, name) },
    value,
  };
}

function extractYield(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  x.function.isGenerator = true;
  const operand = firstOperand(x, node);
  const kind = hasChildOfKind(x, node, Kind.From) ? "yieldFrom" : "yield";
  return { kind, start, end, value: operand === NO_NODE ? undefined : x.expression(operand) };
}

function extractDictionary(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const { table } = x;
  const entries: { key?: Expression; value: Expression }[] = [];
  const nodeEnd = table.nexts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as Kind;
    if (kind === Kind.Pair) entries.push({ key: inField(x, child, Field.Key), value: inField(x, child, Field.Value) });
    else if (kind === Kind.DictionarySplat) entries.push({ key: undefined, value: x.expression(firstOperand(x, child)) });
  }
  return { kind: "dict", start, end, entries: entries.length === 0 ? NOTHING : entries };
}

/**
 * Past the cap: the operands along the deepest branch side by side instead of nested, so that ten thousand terms of
 * `a + b + c + ...` are still seen. Each may be a few levels deep itself; what is nested deeper is dropped.
 */
function extractTooDeep(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = table.ends[node] as number;
  reportTooDeep(x, node, `An expression is nested more than ${MAX_EXPRESSION_DEPTH} levels deep`);
  const expressions: Expression[] = [];
  if (x.expressionLimit > MAX_EXPRESSION_DEPTH) return { kind: "unknown", start, end, expressions };
  x.expressionLimit = MAX_EXPRESSION_DEPTH + DEPTH_RESERVE;
  for (let spine = node; spine !== NO_NODE; ) spine = collectBesideSpine(x, spine, expressions);
  x.expressionLimit = MAX_EXPRESSION_DEPTH;
  return { kind: "unknown", start, end, expressions: expressions.reverse() };
}

/** Extracts the children of `node` except the one with the most below it, which is returned; a leaf is extracted itself. */
function collectBesideSpine(x: Extraction, node: NodeIndex, into: Expression[]): NodeIndex {
  const { kinds, nexts } = x.table;
  const end = nexts[node] as number;
  let deepest = NO_NODE;
  let size = 1;
  for (let child = node + 1; child < end; child = nexts[child] as number) {
    if ((nexts[child] as number) - child <= size) continue;
    size = (nexts[child] as number) - child;
    deepest = child;
  }
  if (deepest === NO_NODE && isExpressionKind(kinds[node] as number)) into.push(x.expression(node));
  else {
    for (let child = node + 1; child < end; child = nexts[child] as number) {
      if (child === deepest) continue;
      if (isExpressionKind(kinds[child] as number)) into.push(x.expression(child));
      else into.push(...operands(x, child));
    }
  }
  return deepest;
}
