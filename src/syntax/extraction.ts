/**
 * What the extractors of one file share: the syntax table they read, the facts they build, and where in the program they are.
 * `expression` and `statements` tie the recursive knot, so that a file with one kind of construct need not import all others.
 */
import type { StringPool } from "../base";
import type {
  ClassFact,
  ClassIndex,
  Expression,
  FunctionFact,
  FunctionIndex,
  ImportFact,
  LoopFact,
  LoopIndex,
  Statement,
  SyntaxProblem,
} from "./file-facts";
import { type Field, Kind } from "./node-kinds";
import { NOTHING, type Pile } from "./pile";
import { childInField, isExpressionKind, NO_NODE, type NodeIndex, type SyntaxTable } from "./syntax-table";

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** No loop: outside any. */
export const NO_LOOP: LoopIndex = -1;

/** The function whose code is being read. */
export interface FunctionScope {
  readonly index: FunctionIndex;
  readonly qualname: string;
  readonly loops: Mutable<LoopFact>[];
  /** Innermost loop or comprehension clause around the current node; NO_LOOP outside any. */
  loop: LoopIndex;
  /** Innermost `for` or `while` statement: what `break` ends. */
  statementLoop: LoopIndex;
  isGenerator: boolean;
  readonly globals: string[];
  readonly nonlocals: string[];
}

/** The class whose body is being read directly. */
export interface ClassScope {
  readonly index: ClassIndex;
  readonly qualname: string;
  readonly methods: FunctionIndex[];
  hasSlots: boolean;
}

export interface Extraction {
  readonly text: string;
  readonly table: SyntaxTable;
  readonly strings: StringPool;
  /** Lists under construction. */
  readonly expressions: Pile<Expression>;
  readonly statementPile: Pile<Statement>;
  readonly functions: FunctionFact[];
  readonly classes: ClassFact[];
  readonly imports: ImportFact[];
  readonly problems: SyntaxProblem[];
  exportedNames: string[] | undefined;
  function: FunctionScope;
  class: ClassScope | undefined;
  /** Inside `if TYPE_CHECKING:`. */
  typeCheckingOnly: boolean;
  /** Inside a `try:` that has a handler, or in a handler. */
  conditional: boolean;
  expressionDepth: number;
  /** Depth at which expressions are cut off. */
  expressionLimit: number;
  statementDepth: number;
  /** Python 2 and nesting are reported once per file. */
  reportedPython2: boolean;
  reportedDepth: boolean;
  /** The expression at `node`; `unknown` for what is not one, or for -1. */
  readonly expression: (node: NodeIndex) => Expression;
  /** The statements in the block, module or ERROR at `node`, in order; none for -1. */
  readonly statements: (node: NodeIndex) => readonly Statement[];
}

/** The pooled source text of a node. */
export function textOf(x: Extraction, node: NodeIndex): string {
  if (node === NO_NODE) return "";
  return x.strings.slice(x.text, x.table.starts[node] as number, x.table.ends[node] as number);
}

/** First child of `node` that is an expression, from row `from` on; -1 when there is none. */
export function nextOperand(x: Extraction, node: NodeIndex, from: NodeIndex): NodeIndex {
  const { kinds, nexts } = x.table;
  const end = nexts[node] as number;
  for (let child = from; child < end; child = nexts[child] as number) {
    if (isExpressionKind(kinds[child] as number)) return child;
  }
  return NO_NODE;
}

export function firstOperand(x: Extraction, node: NodeIndex): NodeIndex {
  return nextOperand(x, node, node + 1);
}

/** The expressions among the children of `node`, in order. Comments, punctuation and damaged regions are left out. */
export function operands(x: Extraction, node: NodeIndex): readonly Expression[] {
  const { kinds, nexts } = x.table;
  const end = nexts[node] as number;
  const mark = x.expressions.mark();
  for (let child = node + 1; child < end; child = nexts[child] as number) {
    if (isExpressionKind(kinds[child] as number)) x.expressions.add(x.expression(child));
  }
  return x.expressions.take(mark);
}

export function inField(x: Extraction, node: NodeIndex, field: Field): Expression {
  return x.expression(childInField(x.table, node, field));
}

export function unknown(start: number, end: number): Expression {
  return { kind: "unknown", start, end, expressions: NOTHING };
}

/** A tuple of the children of `node` (`expression_list`, `pattern_list`, ...). */
export function tupleOf(x: Extraction, node: NodeIndex): Expression {
  return { kind: "tuple", start: x.table.starts[node] as number, end: x.table.ends[node] as number, elements: operands(x, node) };
}

export function hasChildOfKind(x: Extraction, node: NodeIndex, kind: Kind): boolean {
  const { kinds, nexts } = x.table;
  const end = nexts[node] as number;
  for (let child = node + 1; child < end; child = nexts[child] as number) if (kinds[child] === kind) return true;
  return false;
}

/** `async for`, `async with`, `async def`: the keyword comes first. */
export function isAsyncNode(x: Extraction, node: NodeIndex): boolean {
  return x.table.kinds[node + 1] === Kind.Async && (x.table.nexts[node] as number) > node + 1;
}

/** Adds a loop inside `parent` to the current function and returns its index. Target, iterable and test are filled in later. */
export function openLoop(
  x: Extraction,
  kind: LoopFact["kind"],
  start: number,
  end: number,
  parent: LoopIndex,
  isAsync: boolean,
): LoopIndex {
  const { loops } = x.function;
  const index = loops.length;
  loops.push({
    index,
    kind,
    start,
    end,
    depth: parent === NO_LOOP ? 1 : (loops[parent] as LoopFact).depth + 1,
    parent: parent === NO_LOOP ? undefined : parent,
    target: undefined,
    iterable: undefined,
    test: undefined,
    isAsync,
    hasBreak: false,
    hasReturn: false,
  });
  return index;
}

/** Says once per file that the code is Python 2. */
export function reportPython2(x: Extraction, node: NodeIndex, what: string): void {
  if (x.reportedPython2) return;
  x.reportedPython2 = true;
  x.problems.push({
    code: "python-2",
    start: x.table.starts[node] as number,
    end: x.table.ends[node] as number,
    message: `${what} is Python 2 syntax; only Python 3 is assessed.`,
  });
}

/** Says once per file that code was nested too deeply to be described. */
export function reportTooDeep(x: Extraction, node: NodeIndex, what: string): void {
  if (x.reportedDepth) return;
  x.reportedDepth = true;
  x.problems.push({
    code: "too-deep",
    start: x.table.starts[node] as number,
    end: x.table.ends[node] as number,
    message: `${what}; what lies deeper is left out.`,
  });
}
