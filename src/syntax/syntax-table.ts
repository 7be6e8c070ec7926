/**
 * One file's syntax tree as parallel arrays in document order (a parent before its children), copied out of the WASM heap
 * in one pass. The arrays are reused for the next file: a table is valid only until then.
 */
import { type Field, Kind } from "./node-kinds";

export interface SyntaxTable {
  /** How many rows are in use; row 0 is the module. */
  readonly count: number;
  /** `Kind` of each node. */
  readonly kinds: Uint8Array;
  /** `Field` of each node in its parent. */
  readonly fields: Uint8Array;
  /** 1 for a token that the parser invented to go on. */
  readonly missing: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** First row after the node and everything below it: its next sibling, or past its parent's end. */
  readonly nexts: Uint32Array;
}

/** A row of a table; -1 where there is none. */
export type NodeIndex = number;
export const NO_NODE: NodeIndex = -1;

/** First child of `node` in `field`, or -1. */
export function childInField(table: SyntaxTable, node: NodeIndex, field: Field): NodeIndex {
  const { fields, nexts } = table;
  const end = nexts[node] as number;
  for (let child = node + 1; child < end; child = nexts[child] as number) {
    if (fields[child] === field) return child;
  }
  return NO_NODE;
}

/** First child of `node` of that kind, or -1. */
export function childOfKind(table: SyntaxTable, node: NodeIndex, kind: Kind): NodeIndex {
  const { kinds, nexts } = table;
  const end = nexts[node] as number;
  for (let child = node + 1; child < end; child = nexts[child] as number) {
    if (kinds[child] === kind) return child;
  }
  return NO_NODE;
}

/** End of the last token below `node` that is not a comment: where Python says that a statement ends. */
export function codeEnd(table: SyntaxTable, node: NodeIndex): number {
  let last = (table.nexts[node] as number) - 1;
  while (last > node && (table.kinds[last] === Kind.Comment || table.kinds[last] === Kind.LineContinuation)) last--;
  // Stepping back from a comment may land on an inner node whose only child it was; its own end is then the comment's.
  return table.nexts[last] === last + 1
    ? (table.ends[last] as number)
    : Math.max(table.starts[last] as number, table.starts[node] as number);
}

export function isExpressionKind(kind: number): boolean {
  return kind > Kind.Other && kind < Kind.EndOfExpressions;
}

export function isStatementKind(kind: number): boolean {
  return kind > Kind.EndOfExpressions && kind < Kind.EndOfStatements;
}

/** Arrays that grow to the largest file so far. */
export class SyntaxTableBuffer implements SyntaxTable {
  count = 0;
  kinds = new Uint8Array(0);
  fields = new Uint8Array(0);
  missing = new Uint8Array(0);
  starts = new Uint32Array(0);
  ends = new Uint32Array(0);
  nexts = new Uint32Array(0);

  /** Makes room for `rows` rows. What was in the arrays stays. */
  reserve(rows: number): void {
    if (rows <= this.kinds.length) return;
    const capacity = Math.max(rows, this.kinds.length * 2, 1024);
    this.kinds = grown(this.kinds, new Uint8Array(capacity));
    this.fields = grown(this.fields, new Uint8Array(capacity));
    this.missing = grown(this.missing, new Uint8Array(capacity));
    this.starts = grown(this.starts, new Uint32Array(capacity));
    this.ends = grown(this.ends, new Uint32Array(capacity));
    this.nexts = grown(this.nexts, new Uint32Array(capacity));
  }
}

function grown<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(from: T, to: T): T {
  to.set(from);
  return to;
}
