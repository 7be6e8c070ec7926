import { extractAssignment, extractAugmentedAssignment } from "./extract-assignment";
import { extractFor, extractMatch, extractTry, extractWhile, extractWith } from "./extract-compound";
import { extractClassDefinition, extractDecorated, extractFunctionDefinition } from "./extract-definition";
import { extractIf } from "./extract-if";
import { extractImport } from "./extract-import";
import { extractTypeAlias } from "./extract-type-alias";
import {
  type Extraction,
  firstOperand,
  hasChildOfKind,
  type Mutable,
  NO_LOOP,
  operands,
  reportPython2,
  reportTooDeep,
  textOf,
  tupleOf,
} from "./extraction";
import type { Expression, LoopFact, Statement } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { NOTHING } from "./pile";
import { childInField, isExpressionKind, isStatementKind, NO_NODE, type NodeIndex } from "./syntax-table";

/** CPython refuses more than 100 levels of indentation; deeper statements are left out. */
const MAX_STATEMENT_DEPTH = 100;

/** The statements among the children of a block, module or ERROR. Whole statements inside damaged regions are kept. */
export function extractStatements(x: Extraction, block: NodeIndex): readonly Statement[] {
  if (block === NO_NODE) return NOTHING;
  const mark = x.statementPile.mark();
  addStatements(x, block);
  return x.statementPile.take(mark);
}

function addStatements(x: Extraction, parent: NodeIndex): void {
  if (x.statementDepth >= MAX_STATEMENT_DEPTH) {
    reportTooDeep(x, parent, `Statements are nested more than ${MAX_STATEMENT_DEPTH} levels deep`);
    return;
  }
  x.statementDepth++;
  const { kinds, nexts } = x.table;
  const end = nexts[parent] as number;
  for (let child = parent + 1; child < end; child = nexts[child] as number) {
    const kind = kinds[child] as Kind;
    if (isStatementKind(kind)) x.statementPile.add(extractStatement(x, child, kind));
    else if (kind === Kind.Error) addDamaged(x, child);
  }
  x.statementDepth--;
}

/** What is whole inside an ERROR: loose expressions as one `unknown`, then the statements. */
function addDamaged(x: Extraction, node: NodeIndex): void {
  const { table } = x;
  const start = table.starts[node] as number;
  x.statementPile.add({ kind: "unknown", start, end: table.ends[node] as number, expressions: operands(x, node) });
  addStatements(x, node);
}

function extractStatement(x: Extraction, node: NodeIndex, kind: Kind): Statement {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = table.ends[node] as number;
  switch (kind) {
    case Kind.ExpressionStatement:
      return extractExpressionStatement(x, node, start, end);
    case Kind.ReturnStatement:
      markLeaving(x);
      return { kind: "return", start, end, value: optionalOperand(x, node) };
    case Kind.IfStatement:
      return extractIf(x, node);
    case Kind.ForStatement:
      return extractFor(x, node);
    case Kind.WhileStatement:
      return extractWhile(x, node);
    case Kind.TryStatement:
      return extractTry(x, node);
    case Kind.WithStatement:
      return extractWith(x, node);
    case Kind.MatchStatement:
      return extractMatch(x, node);
    case Kind.FunctionDefinition:
      return extractFunctionDefinition(x, node, NOTHING);
    case Kind.ClassDefinition:
      return extractClassDefinition(x, node, NOTHING);
    case Kind.DecoratedDefinition:
      return extractDecorated(x, node);
    case Kind.ImportStatement:
    case Kind.ImportFromStatement:
    case Kind.FutureImportStatement:
      return extractImport(x, node, kind);
    case Kind.RaiseStatement:
      markLeaving(x);
      return extractRaise(x, node, start, end);
    case Kind.AssertStatement: {
      const [test = x.expression(NO_NODE), message] = operands(x, node);
      return { kind: "assert", start, end, test, message };
    }
    case Kind.DeleteStatement:
      return { kind: "delete", start, end, targets: extractDeleted(x, node) };
    case Kind.PassStatement:
      return { kind: "pass", start, end };
    case Kind.ContinueStatement:
      return { kind: "continue", start, end };
    case Kind.BreakStatement:
      markBreak(x);
      return { kind: "break", start, end };
    case Kind.GlobalStatement:
    case Kind.NonlocalStatement:
      return extractScopeStatement(x, node, kind, start, end);
    case Kind.TypeAliasStatement:
      return extractTypeAlias(x, node, start, end);
    case Kind.PrintStatement:
    case Kind.ExecStatement:
      reportPython2(x, node, `The ${kind === Kind.PrintStatement ? "print" : "exec"} statement`);
      return { kind: "unknown", start, end, expressions: extractOldStatement(x, node) };
    default:
      return { kind: "unknown", start, end, expressions: operands(x, node) };
  }
}

function optionalOperand(x: Extraction, node: NodeIndex): Expression | undefined {
  const operand = firstOperand(x, node);
  return operand === NO_NODE ? undefined : x.expression(operand);
}

function extractExpressionStatement(x: Extraction, node: NodeIndex, start: number, end: number): Statement {
  const { kinds, nexts } = x.table;
  const first = node + 1;
  const kind = kinds[first];
  if (kind === Kind.Assignment) return extractAssignment(x, first, start, end);
  if (kind === Kind.AugmentedAssignment) return extractAugmentedAssignment(x, first, start, end);
  // `a, b` without parentheses: the grammar has the elements directly in the statement.
  const isSingle = isExpressionKind(kind as number) && (nexts[first] as number) >= (nexts[node] as number);
  if (isSingle) return { kind: "expression", start, end, value: x.expression(first) };
  const isTuple = hasChildOfKind(x, node, Kind.Comma);
  return { kind: "expression", start, end, value: isTuple ? tupleOf(x, node) : x.expression(firstOperand(x, node)) };
}

function extractRaise(x: Extraction, node: NodeIndex, start: number, end: number): Statement {
  const { table } = x;
  const causeNode = childInField(table, node, Field.Cause);
  const exceptionNode = firstOperand(x, node);
  const hasException = exceptionNode !== NO_NODE && exceptionNode !== causeNode;
  if (hasException && table.kinds[exceptionNode] === Kind.ExpressionList) reportPython2(x, node, "raise with a comma");
  return {
    kind: "raise",
    start,
    end,
    exception: hasException ? x.expression(exceptionNode) : undefined,
    cause: causeNode === NO_NODE ? undefined : x.expression(causeNode),
  };
}

function extractDeleted(x: Extraction, node: NodeIndex): readonly Expression[] {
  const target = firstOperand(x, node);
  if (target !== NO_NODE && x.table.kinds[target] === Kind.ExpressionList) return operands(x, target);
  return operands(x, node);
}

function extractScopeStatement(x: Extraction, node: NodeIndex, kind: Kind, start: number, end: number): Statement {
  const { table } = x;
  const names: string[] = [];
  const nodeEnd = table.nexts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    if (table.kinds[child] === Kind.Identifier) names.push(textOf(x, child));
  }
  const isGlobal = kind === Kind.GlobalStatement;
  (isGlobal ? x.function.globals : x.function.nonlocals).push(...names);
  return { kind: isGlobal ? "global" : "nonlocal", start, end, names };
}

/** The values of `print >>file, a, b` or `exec code in scope`. */
function extractOldStatement(x: Extraction, node: NodeIndex): readonly Expression[] {
  const { table } = x;
  const chevron = node + 2;
  const isRedirected = chevron < (table.nexts[node] as number) && table.kinds[chevron] === Kind.Chevron;
  return isRedirected ? [...operands(x, chevron), ...operands(x, node)] : operands(x, node);
}

/** `return` and `raise` may leave every loop around them. */
function markLeaving(x: Extraction): void {
  for (let loop = x.function.statementLoop; loop !== NO_LOOP; ) {
    const fact = x.function.loops[loop] as Mutable<LoopFact>;
    if (fact.hasReturn) return;
    fact.hasReturn = true;
    loop = fact.parent ?? NO_LOOP;
  }
}

function markBreak(x: Extraction): void {
  const loop = x.function.statementLoop;
  if (loop !== NO_LOOP) (x.function.loops[loop] as Mutable<LoopFact>).hasBreak = true;
}
