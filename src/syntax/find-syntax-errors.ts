import { copySlice } from "../base";
import type { SyntaxProblem } from "./file-facts";
import { Kind } from "./node-kinds";
import type { NodeIndex, SyntaxTable } from "./syntax-table";

/** Most problems of this kind that one file reports: after the first few the rest is usually fallout. */
const MAX_ERRORS = 20;
const MAX_QUOTED = 40;

/** A sentence for each region that did not parse and each token that the parser had to invent; nested regions count once. */
export function findSyntaxErrors(text: string, table: SyntaxTable): SyntaxProblem[] {
  const { kinds, missing, nexts, starts, ends, count } = table;
  const problems: SyntaxProblem[] = [];
  let row = 0;
  while (row < count && problems.length < MAX_ERRORS) {
    const start = starts[row] as number;
    const end = ends[row] as number;
    if (kinds[row] === Kind.Error) {
      problems.push({ code: "syntax-error", start, end, message: describeError(text, table, row) });
      row = nexts[row] as number;
    } else {
      if (missing[row] === 1) problems.push({ code: "syntax-error", start, end, message: describeMissing(text, start) });
      row++;
    }
  }
  return problems;
}

function describeError(text: string, table: SyntaxTable, node: NodeIndex): string {
  const { kinds, nexts } = table;
  const end = nexts[node] as number;
  let opened = 0;
  for (let child = node + 1; child < end; child = nexts[child] as number) {
    const kind = kinds[child] as Kind;
    if (kind === Kind.StringStart) return "A string is opened here and never closed.";
    if (kind === Kind.OpenParenthesis || kind === Kind.OpenBracket || kind === Kind.OpenBrace) opened = child;
  }
  const start = table.starts[node] as number;
  const quoted = quote(text, start, table.ends[node] as number);
  if (opened > 0 && !hasClosing(text, table, opened, end))
    return `The bracket ${text.charAt(table.starts[opened] as number)} near ${quoted} is never closed.`;
  return quoted === "" ? "This is not valid Python." : `${quoted} is not valid Python here.`;
}

function hasClosing(text: string, table: SyntaxTable, opened: NodeIndex, end: NodeIndex): boolean {
  const closing = { "(": ")", "[": "]", "{": "}" }[text.charAt(table.starts[opened] as number)];
  for (let row = opened + 1; row < end; row = table.nexts[row] as number)
    if (text.charAt(table.starts[row] as number) === closing) return true;
  return false;
}

function describeMissing(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MAX_QUOTED), at).trimEnd();
  const word = /[^\s]+$/.exec(before.split(/[\r\n]/).at(-1) ?? "")?.[0];
  return word === undefined ? "Something is missing here." : `Something is missing after "${word}".`;
}

/** The first line of a region in quotation marks, cut short; empty when the region has no visible text. */
function quote(text: string, start: number, end: number): string {
  const line = /^[^\r\n]*/.exec(copySlice(text, start, Math.min(end, start + MAX_QUOTED + 1)))?.[0].trim() ?? "";
  if (line === "") return "";
  return line.length > MAX_QUOTED ? `"${line.slice(0, MAX_QUOTED)}..."` : `"${line}"`;
}
