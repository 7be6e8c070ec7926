import { type Extraction, firstOperand, textOf } from "./extraction";
import type { Expression, KeywordArgument, ParamFact } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { NOTHING } from "./pile";
import { childInField, childOfKind, isExpressionKind, NO_NODE, type NodeIndex } from "./syntax-table";

export function extractCall(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const callee = x.expression(childInField(table, node, Field.Function));
  const argumentList = childInField(table, node, Field.Arguments);
  const { args, keywords } = extractArguments(x, argumentList);
  return { kind: "call", start: table.starts[node] as number, end: table.ends[node] as number, callee, args, keywords };
}

interface Arguments {
  readonly args: readonly Expression[];
  readonly keywords: readonly KeywordArgument[];
}

/** Arguments of a call or bases of a class: positional ones (`*rest` starred) and keywords (`**rest` without a name). */
export function extractArguments(x: Extraction, list: NodeIndex): Arguments {
  const { table, expressions } = x;
  if (list === NO_NODE) return { args: NOTHING, keywords: NOTHING };
  // `f(x for x in y)`: the generator stands where the argument list would.
  if (table.kinds[list] === Kind.GeneratorExpression) return { args: [x.expression(list)], keywords: NOTHING };
  const mark = expressions.mark();
  let keywords: KeywordArgument[] | undefined;
  const end = table.nexts[list] as number;
  for (let child = list + 1; child < end; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as Kind;
    if (isExpressionKind(kind)) expressions.add(x.expression(child));
    else if (kind === Kind.KeywordArgument || kind === Kind.DictionarySplat) {
      const keyword = extractKeyword(x, child, kind);
      if (keywords === undefined) keywords = [keyword];
      else keywords.push(keyword);
    }
  }
  return { args: expressions.take(mark), keywords: keywords ?? NOTHING };
}

function extractKeyword(x: Extraction, node: NodeIndex, kind: Kind): KeywordArgument {
  const { table } = x;
  const isNamed = kind === Kind.KeywordArgument;
  return {
    start: table.starts[node] as number,
    end: table.ends[node] as number,
    name: isNamed ? textOf(x, childInField(table, node, Field.Name)) : undefined,
    value: x.expression(isNamed ? childInField(table, node, Field.Value) : firstOperand(x, node)),
  };
}

/** A lambda's loops and yields count for the function around it: it has no `FunctionFact` of its own. */
export function extractLambda(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const isGenerator = x.function.isGenerator;
  const expression: Expression = {
    kind: "lambda",
    start: table.starts[node] as number,
    end: table.ends[node] as number,
    params: extractParams(x, childOfKind(table, node, Kind.LambdaParameters)),
    body: x.expression(childInField(table, node, Field.Body)),
  };
  // `lambda: (yield)` makes the lambda a generator, not the function that holds it.
  x.function.isGenerator = isGenerator;
  return expression;
}

/** Parameters of a `def` or `lambda`; the bare `*` and `/` only mark what follows or came before. */
export function extractParams(x: Extraction, list: NodeIndex): readonly ParamFact[] {
  const { table } = x;
  if (list === NO_NODE) return NOTHING;
  const params: ParamFact[] = [];
  const end = table.nexts[list] as number;
  let positional: "positional" | "keyword" = "positional";
  for (let child = list + 1; child < end; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as Kind;
    if (kind === Kind.KeywordSeparator) positional = "keyword";
    if (!isParameter(kind)) continue;
    const param = extractParam(x, child, positional);
    if (param.kind === "varargs") positional = "keyword";
    params.push(param);
  }
  return params.length === 0 ? NOTHING : params;
}

function isParameter(kind: Kind): boolean {
  return isExpressionKind(kind) || kind === Kind.DefaultParameter || kind === Kind.TypedParameter || kind === Kind.TypedDefaultParameter;
}

function extractParam(x: Extraction, node: NodeIndex, positional: "positional" | "keyword"): ParamFact {
  const { table } = x;
  const outer = table.kinds[node] as Kind;
  const isWrapped = outer === Kind.DefaultParameter || outer === Kind.TypedDefaultParameter || outer === Kind.TypedParameter;
  const pattern = isWrapped ? firstOperand(x, node) : node;
  const patternKind = table.kinds[pattern] as Kind;
  const isSplat = patternKind === Kind.ListSplatPattern || patternKind === Kind.DictionarySplatPattern;
  const type = isWrapped ? childInField(table, node, Field.Type) : NO_NODE;
  const value = isWrapped ? childInField(table, node, Field.Value) : NO_NODE;
  return {
    start: table.starts[node] as number,
    end: table.ends[node] as number,
    name: textOf(x, isSplat ? firstOperand(x, pattern) : pattern),
    kind: patternKind === Kind.ListSplatPattern ? "varargs" : patternKind === Kind.DictionarySplatPattern ? "kwargs" : positional,
    annotation: type === NO_NODE ? undefined : x.expression(type),
    defaultValue: value === NO_NODE ? undefined : x.expression(value),
  };
}
