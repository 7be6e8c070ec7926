import { extractCall, extractLambda } from "./extract-call";
import { extractComprehension } from "./extract-comprehension";
import { extractComparison, operatorIn } from "./extract-operator";
import { extractStrings } from "./extract-string";
import { extractGenericType, extractSlice, extractSubscript, extractUnionType } from "./extract-subscript";
import { extractTooDeep } from "./extract-too-deep";
import {
  type Extraction,
  firstOperand,
  hasChildOfKind,
  inField,
  nextOperand,
  operands,
  reportPython2,
  textOf,
  tupleOf,
  unknown,
} from "./extraction";
import type { BinaryOperator, Expression, UnaryOperator } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { parseNumber } from "./parse-number";
import { NOTHING } from "./pile";
import { childInField, NO_NODE, type NodeIndex } from "./syntax-table";

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
function extractDottedName(x: Extraction, node: NodeIndex): Expression {
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
