import { extractPatterns } from "./extract-pattern";
import {
  type Extraction,
  firstOperand,
  isAsyncNode,
  type Mutable,
  nextOperand,
  openLoop,
  operands,
  reportPython2,
  textOf,
  tupleOf,
} from "./extraction";
import type { ExceptHandler, Expression, LoopFact, LoopIndex, MatchCase, Statement } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { NOTHING } from "./pile";
import { childInField, childOfKind, codeEnd, NO_NODE, type NodeIndex } from "./syntax-table";

export function extractFor(x: Extraction, node: NodeIndex): Statement {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = codeEnd(table, node);
  const isAsync = isAsyncNode(x, node);
  const outer = x.function.loop;
  const loop = openLoop(x, "for", start, end, outer, isAsync);
  const fact = x.function.loops[loop] as Mutable<LoopFact>;
  const target = x.expression(childInField(table, node, Field.Left));
  const iterable = x.expression(childInField(table, node, Field.Right));
  fact.target = target;
  fact.iterable = iterable;
  const body = extractLoopBody(x, node, loop);
  return { kind: "for", start, end, loop, target, iterable, body, orElse: extractLoopElse(x, node), isAsync };
}

export function extractWhile(x: Extraction, node: NodeIndex): Statement {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = codeEnd(table, node);
  const outer = x.function.loop;
  const loop = openLoop(x, "while", start, end, outer, false);
  // The test runs once per round, so a comprehension in it is inside the loop.
  x.function.loop = loop;
  const test = x.expression(childInField(table, node, Field.Condition));
  x.function.loop = outer;
  (x.function.loops[loop] as Mutable<LoopFact>).test = test;
  const body = extractLoopBody(x, node, loop);
  return { kind: "while", start, end, loop, test, body, orElse: extractLoopElse(x, node) };
}

function extractLoopBody(x: Extraction, node: NodeIndex, loop: LoopIndex): readonly Statement[] {
  const outer = x.function.loop;
  const outerStatementLoop = x.function.statementLoop;
  x.function.loop = loop;
  x.function.statementLoop = loop;
  const body = x.statements(childInField(x.table, node, Field.Body));
  x.function.loop = outer;
  x.function.statementLoop = outerStatementLoop;
  return body;
}

function extractLoopElse(x: Extraction, node: NodeIndex): readonly Statement[] {
  const clause = childOfKind(x.table, node, Kind.ElseClause);
  return clause === NO_NODE ? NOTHING : x.statements(childInField(x.table, clause, Field.Body));
}

export function extractTry(x: Extraction, node: NodeIndex): Statement {
  const { table } = x;
  const before = x.conditional;
  if (childOfKind(table, node, Kind.ExceptClause) !== NO_NODE) x.conditional = true;
  const body = x.statements(childInField(table, node, Field.Body));
  const handlers: ExceptHandler[] = [];
  let orElse: readonly Statement[] = NOTHING;
  let finalBody: readonly Statement[] = NOTHING;
  const nodeEnd = table.nexts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as Kind;
    x.conditional = before || kind === Kind.ExceptClause;
    if (kind === Kind.ExceptClause) handlers.push(extractHandler(x, child));
    else if (kind === Kind.ElseClause) orElse = x.statements(childInField(table, child, Field.Body));
    else if (kind === Kind.FinallyClause) finalBody = x.statements(childOfKind(table, child, Kind.Block));
  }
  x.conditional = before;
  return { kind: "try", start: table.starts[node] as number, end: codeEnd(table, node), body, handlers, orElse, finalBody };
}

/** `except T as name:`; `except A, B:` without parentheses is a tuple since Python 3.14 and meant `as` in Python 2. */
function extractHandler(x: Extraction, node: NodeIndex): ExceptHandler {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = codeEnd(table, node);
  const body = x.statements(childOfKind(table, node, Kind.Block));
  const first = firstOperand(x, node);
  if (first === NO_NODE) return { start, end, body };
  if (table.kinds[first] === Kind.AsPattern) {
    const alias = childInField(table, first, Field.Alias);
    return { start, end, type: x.expression(first), name: textOf(x, alias), body };
  }
  const second = nextOperand(x, node, table.nexts[first] as number);
  if (second === NO_NODE) return { start, end, type: x.expression(first), body };
  if (table.fields[second] === Field.Alias) return { start, end, type: x.expression(first), name: textOf(x, second), body };
  if (isOldHandler(x, node, second)) {
    reportPython2(x, node, "except with a comma before the name");
    return { start, end, type: x.expression(first), name: textOf(x, second), body };
  }
  const types = operands(x, node);
  return {
    start,
    end,
    type: { kind: "tuple", start: (types[0] as Expression).start, end: (types.at(-1) as Expression).end, elements: types },
    body,
  };
}

/** `except ValueError, e`: exactly two, the second a plain lower-case name. */
function isOldHandler(x: Extraction, node: NodeIndex, second: NodeIndex): boolean {
  if (nextOperand(x, node, x.table.nexts[second] as number) !== NO_NODE) return false;
  return x.table.kinds[second] === Kind.Identifier && /^[a-z_]/.test(textOf(x, second));
}

export function extractWith(x: Extraction, node: NodeIndex): Statement {
  const { table } = x;
  const items: { context: Expression; target?: Expression }[] = [];
  const clause = childOfKind(table, node, Kind.WithClause);
  if (clause !== NO_NODE) {
    const clauseEnd = table.nexts[clause] as number;
    for (let child = clause + 1; child < clauseEnd; child = table.nexts[child] as number) {
      if (table.kinds[child] === Kind.WithItem) items.push(extractWithItem(x, child));
    }
  }
  const body = x.statements(childInField(table, node, Field.Body));
  return { kind: "with", start: table.starts[node] as number, end: codeEnd(table, node), items, body, isAsync: isAsyncNode(x, node) };
}

function extractWithItem(x: Extraction, node: NodeIndex): { context: Expression; target?: Expression } {
  const { table } = x;
  let value = firstOperand(x, node);
  const context = x.expression(value);
  // `with (open(a) as f):` may come as an `as` in parentheses.
  while (value !== NO_NODE && table.kinds[value] === Kind.ParenthesizedExpression) value = firstOperand(x, value);
  if (value === NO_NODE || table.kinds[value] !== Kind.AsPattern) return { context };
  const target = childInField(table, value, Field.Alias);
  return target === NO_NODE ? { context } : { context, target: x.expression(target) };
}

export function extractMatch(x: Extraction, node: NodeIndex): Statement {
  const { table } = x;
  const block = childInField(table, node, Field.Body);
  const cases: MatchCase[] = [];
  const subject = extractSubject(x, node);
  if (block !== NO_NODE) {
    const blockEnd = table.nexts[block] as number;
    for (let child = block + 1; child < blockEnd; child = table.nexts[child] as number) {
      if (table.kinds[child] === Kind.CaseClause) cases.push(extractCase(x, child));
    }
  }
  return { kind: "match", start: table.starts[node] as number, end: codeEnd(table, node), subject, cases };
}

/** `match a, b:` has a tuple for a subject. */
function extractSubject(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const first = childInField(table, node, Field.Subject);
  if (first === NO_NODE || table.kinds[table.nexts[first] as number] !== Kind.Comma) return x.expression(first);
  const tuple = tupleOf(x, node);
  const elements = tuple.kind === "tuple" ? tuple.elements : [];
  return { kind: "tuple", start: table.starts[first] as number, end: elements.at(-1)?.end ?? (table.ends[first] as number), elements };
}

function extractCase(x: Extraction, node: NodeIndex): MatchCase {
  const { table } = x;
  const guard = childInField(table, node, Field.Guard);
  return {
    start: table.starts[node] as number,
    end: codeEnd(table, node),
    patterns: extractPatterns(x, node),
    guard: guard === NO_NODE ? undefined : x.expression(firstOperand(x, guard)),
    body: x.statements(childInField(table, node, Field.Consequence)),
  };
}
