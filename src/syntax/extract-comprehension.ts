import { type Extraction, firstOperand, isAsyncNode, type Mutable, NO_LOOP, openLoop } from "./extraction";
import type { ComprehensionClause, ComprehensionExpression, Expression, LoopFact, LoopIndex } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { NOTHING } from "./pile";
import { childInField, isExpressionKind, NO_NODE, type NodeIndex } from "./syntax-table";

/**
 * A comprehension or generator expression. Each `for` clause is a loop: the first inside whatever loop surrounds the expression,
 * each further one inside the clause before it. The element runs in the innermost clause; a clause's iterable runs outside of it.
 */
export function extractComprehension(x: Extraction, node: NodeIndex, kind: ComprehensionExpression["kind"]): ComprehensionExpression {
  const { table } = x;
  const outer = x.function.loop;
  const start = table.starts[node] as number;
  const end = table.ends[node] as number;
  const nodeEnd = table.nexts[node] as number;

  let innermost = outer;
  const loops: LoopIndex[] = [];
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    if (table.kinds[child] !== Kind.ForInClause) continue;
    innermost = openLoop(x, "comprehension", start, end, innermost, isAsyncNode(x, child));
    loops.push(innermost);
  }

  x.function.loop = innermost;
  const body = childInField(table, node, Field.Body);
  const isPair = body !== NO_NODE && table.kinds[body] === Kind.Pair;
  const element = x.expression(isPair ? childInField(table, body, Field.Key) : body);
  const value = isPair ? x.expression(childInField(table, body, Field.Value)) : undefined;

  const clauses: Mutable<ComprehensionClause>[] = [];
  let enclosing = outer;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    const childKind = table.kinds[child] as Kind;
    if (childKind === Kind.ForInClause) {
      const loop = loops[clauses.length] ?? NO_LOOP;
      clauses.push(extractClause(x, child, loop, enclosing));
      enclosing = loop;
    } else if (childKind === Kind.IfClause) addCondition(clauses.at(-1), x.expression(firstOperand(x, child)));
  }
  x.function.loop = outer;
  return { kind, start, end, element, value, clauses };
}

function addCondition(clause: Mutable<ComprehensionClause> | undefined, condition: Expression): void {
  if (clause !== undefined) clause.conditions = [...clause.conditions, condition];
}

function extractClause(x: Extraction, node: NodeIndex, loop: LoopIndex, enclosing: LoopIndex): Mutable<ComprehensionClause> {
  const { table } = x;
  x.function.loop = enclosing;
  const iterable = extractIterable(x, node);
  x.function.loop = loop;
  const target = x.expression(childInField(table, node, Field.Left));
  const fact = x.function.loops[loop] as Mutable<LoopFact>;
  fact.target = target;
  fact.iterable = iterable;
  return {
    start: table.starts[node] as number,
    end: table.ends[node] as number,
    loop,
    target,
    iterable,
    conditions: NOTHING,
    isAsync: fact.isAsync,
  };
}

/** What stands after `in`; `in a, b` is a tuple. */
function extractIterable(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const nodeEnd = table.nexts[node] as number;
  const values: Expression[] = [];
  let hasComma = false;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    if (table.fields[child] !== Field.Right) continue;
    if (table.kinds[child] === Kind.Comma) hasComma = true;
    else if (isExpressionKind(table.kinds[child] as number)) values.push(x.expression(child));
  }
  const first = values[0];
  if (first === undefined) return x.expression(NO_NODE);
  return hasComma ? { kind: "tuple", start: first.start, end: (values.at(-1) as Expression).end, elements: values } : first;
}
