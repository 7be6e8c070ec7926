import { copySlice } from "../base";
import type { SyntaxProblem } from "./file-facts";
import { Kind } from "./node-kinds";
import { isStatementKind, type NodeIndex, type SyntaxTable } from "./syntax-table";

/** Most problems of this kind that one file reports: after the first few the rest is usually fallout. */
const MAX_ERRORS = 20;
const MAX_QUOTED = 40;

/** A sentence for each region that did not parse and each token that the parser had to invent; nested regions count once. */
export function findSyntaxErrors(text: string, table: SyntaxTable): SyntaxProblem[] {
  const { kinds, missing, nexts, starts, ends, count } = table;
  const problems: SyntaxProblem[] = [];
  let row = 0;
  while (row < count && problems.length < MAX_ERRORS) {
    if (kinds[row] === Kind.Error) {
      problems.push(describeError(text, table, row));
      row = nexts[row] as number;
    } else {
      if (missing[row] === 1) {
        const start = starts[row] as number;
        problems.push({ code: "syntax-error", start, end: ends[row] as number, message: describeMissing(text, start) });
      }
      row++;
    }
  }
  return problems;
}

function describeError(text: string, table: SyntaxTable, node: NodeIndex): SyntaxProblem {
  const { kinds, nexts, starts, ends } = table;
  const nodeEnd = nexts[node] as number;
  const end = ends[node] as number;
  const opened: NodeIndex[] = [];
  let culprit = -1;
  for (let child = node + 1; child < nodeEnd; child = nexts[child] as number) {
    const kind = kinds[child] as Kind;
    // Whole statements are fallout of an error that lies elsewhere.
    if (culprit === -1 && !isStatementKind(kind) && kind !== Kind.Comment) culprit = child;
    if (kind === Kind.StringStart)
      return { code: "syntax-error", start: starts[child] as number, end, message: "A string is opened here and never closed." };
    if (kind === Kind.OpenParenthesis || kind === Kind.OpenBracket || kind === Kind.OpenBrace) opened.push(child);
    else if (opened.length > 0 && isClosing(text, starts[child] as number)) opened.pop();
  }
  const bracket = opened[0];
  if (bracket !== undefined) {
    const start = starts[bracket] as number;
    return { code: "syntax-error", start, end: start + 1, message: `"${text.charAt(start)}" is never closed.` };
  }
  const start = visibleStart(text, starts[culprit === -1 ? node : culprit] as number, end);
  const quoted = quote(text, start, end);
  return { code: "syntax-error", start, end, message: quoted === "" ? "This is not valid Python." : `${quoted} is not valid Python here.` };
}

function isClosing(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return unit === ")" || unit === "]" || unit === "}";
}

function describeMissing(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MAX_QUOTED), at).trimEnd();
  const word = /[^\s]+$/.exec(before.split(/[\r\n]/).at(-1) ?? "")?.[0];
  return word === undefined ? "Something is missing here." : `Something is missing after "${word}".`;
}

/** The first offset from `start` on that is not white space; `start` when there is none. */
function visibleStart(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 32) return at;
  return start;
}

/** The first line of a region in quotation marks, cut short; empty when the region has no visible text. */
function quote(text: string, start: number, end: number): string {
  const line = /^[^\r\n]*/.exec(copySlice(text, start, Math.min(end, start + MAX_QUOTED + 1)))?.[0].trim() ?? "";
  if (line === "") return "";
  return line.length > MAX_QUOTED ? `"${line.slice(0, MAX_QUOTED)}..."` : `"${line}"`;
}
