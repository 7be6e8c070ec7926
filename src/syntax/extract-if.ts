import { type Extraction, reportTooDeep } from "./extraction";
import type { Expression, IfStatement, Statement } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { NOTHING } from "./pile";
import { childInField, codeEnd, type NodeIndex } from "./syntax-table";

/**
 * Longest `elif` chain that becomes nested `orElse`s. The arms after it stand side by side in the last one, so that whoever
 * walks the facts recursively keeps its stack.
 */
const MAX_ELIF_DEPTH = 500;

interface IfArm {
  readonly node: NodeIndex;
  readonly test: Expression;
  readonly body: readonly Statement[];
}

/** An `if` with its `elif`s and `else`: nested as in Python's `ast`, but built from the end so that long chains need no stack. */
export function extractIf(x: Extraction, node: NodeIndex): Statement {
  const { table } = x;
  const arms: IfArm[] = [];
  let orElse: readonly Statement[] = NOTHING;
  const nodeEnd = table.nexts[node] as number;
  arms.push(extractArm(x, node));
  const firstTest = (arms[0] as IfArm).test;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    if (table.kinds[child] === Kind.ElifClause) arms.push(extractArm(x, child));
    else if (table.kinds[child] === Kind.ElseClause) orElse = extractElse(x, child, isNotTypeChecking(firstTest));
  }
  const end = codeEnd(table, node);
  if (arms.length > MAX_ELIF_DEPTH) {
    reportTooDeep(
      x,
      (arms[MAX_ELIF_DEPTH] as IfArm).node,
      `An if statement has more than ${MAX_ELIF_DEPTH} branches and is described as if the others stood side by side`,
    );
    const flat = arms.splice(MAX_ELIF_DEPTH).map((arm) => ifStatement(x, arm, codeEnd(table, arm.node), NOTHING));
    orElse = [...flat, ...orElse];
  }
  for (let index = arms.length - 1; index > 0; index--) orElse = [ifStatement(x, arms[index] as IfArm, end, orElse)];
  return ifStatement(x, arms[0] as IfArm, end, orElse);
}

function ifStatement(x: Extraction, arm: IfArm, end: number, orElse: readonly Statement[]): IfStatement {
  return { kind: "if", start: x.table.starts[arm.node] as number, end, test: arm.test, body: arm.body, orElse };
}

function extractArm(x: Extraction, node: NodeIndex): IfArm {
  const test = x.expression(childInField(x.table, node, Field.Condition));
  const body = childInField(x.table, node, Field.Consequence);
  const before = x.typeCheckingOnly;
  if (isTypeChecking(test)) x.typeCheckingOnly = true;
  const statements = x.statements(body);
  x.typeCheckingOnly = before;
  return { node, test, body: statements };
}

function extractElse(x: Extraction, node: NodeIndex, typeCheckingOnly: boolean): readonly Statement[] {
  const before = x.typeCheckingOnly;
  if (typeCheckingOnly) x.typeCheckingOnly = true;
  const statements = x.statements(childInField(x.table, node, Field.Body));
  x.typeCheckingOnly = before;
  return statements;
}

function isTypeChecking(test: Expression): boolean {
  return (test.kind === "name" || test.kind === "attribute") && test.name === "TYPE_CHECKING";
}

function isNotTypeChecking(test: Expression): boolean {
  return test.kind === "unary" && test.operator === "not" && isTypeChecking(test.operand);
}
