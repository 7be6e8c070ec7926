/** Text edits that add `# breakeven: ignore[CODE]` to a line or `# breakeven: ignore-file[CODE]` to a file, or extend what is there. */
import type { ScannedLine } from "./scan-lines";
import { scanLines } from "./scan-lines";

/** Replace `start..end` (offsets) by `text`. */
export interface SuppressionEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const directive = /breakeven:\s*ignore(-file)?(?![\w-])\s*(?:\[([^\]]*)\])?/;

/** Undefined when everything is ignored there already. `line` is 1-based. */
export function ignoreOnLine(text: string, line: number, code: string): SuppressionEdit | undefined {
  const lines = scanLines(text);
  const index = Math.min(Math.max(line, 1), lines.length) - 1;
  const merged = mergeAt(text, lines, index, code) ?? mergeAbove(text, lines, index, code);
  if (merged !== undefined) return merged === "ignored" ? undefined : merged;
  const here = lines[index] as ScannedLine;
  if (!here.continues && !startsInside(lines, index)) return atEndOfLine(text, here, code);
  return aboveStatement(text, lines, index, code);
}

/** Undefined when everything is ignored in the file already. */
export function ignoreInFile(text: string, code: string): SuppressionEdit | undefined {
  const lines = scanLines(text);
  for (const line of lines) {
    const found = line.comment === undefined ? null : directive.exec(text.slice(line.comment, line.end));
    if (found === null || found[1] === undefined) continue;
    const merged = extend(found, line.comment as number, code);
    return merged === "ignored" ? undefined : merged;
  }
  const words = `# breakeven: ignore-file[${code}]`;
  const free = lines[firstFreeLine(text, lines)];
  if (free === undefined) return { start: text.length, end: text.length, text: `${lineEndOf(text)}${words}` };
  return { start: free.start, end: free.start, text: `${words}${lineEndOf(text)}` };
}

type Merged = SuppressionEdit | "ignored" | undefined;

/** A directive in the comment of the line itself. */
function mergeAt(text: string, lines: readonly ScannedLine[], index: number, code: string): Merged {
  const line = lines[index];
  if (line?.comment === undefined) return undefined;
  const found = directive.exec(text.slice(line.comment, line.end));
  return found === null || found[1] !== undefined ? undefined : extend(found, line.comment, code);
}

/** A directive on comment lines of its own directly above, which speaks of this line. */
function mergeAbove(text: string, lines: readonly ScannedLine[], index: number, code: string): Merged {
  for (let above = index - 1; above >= 0 && isOnlyComment(text, lines[above] as ScannedLine); above--) {
    const merged = mergeAt(text, lines, above, code);
    if (merged !== undefined) return merged;
  }
  return undefined;
}

function extend(found: RegExpExecArray, commentStart: number, code: string): SuppressionEdit | "ignored" {
  const list = found[2];
  if (list === undefined) return "ignored";
  const codes = list.split(/[\s,]+/).filter(Boolean);
  if (codes.includes(code)) return "ignored";
  const start = commentStart + found.index + found[0].indexOf("[") + 1;
  return { start, end: start + list.length, text: [...codes, code].join(", ") };
}

function atEndOfLine(text: string, line: ScannedLine, code: string): SuppressionEdit {
  const content = text.slice(line.start, line.end).trimEnd();
  const end = line.start + content.length;
  return { start: end, end: line.end, text: `${content === "" ? "" : "  "}# breakeven: ignore[${code}]` };
}

/** The statement runs over several lines in a string or by backslashes: a comment of its own above its first line speaks of it. */
function aboveStatement(text: string, lines: readonly ScannedLine[], index: number, code: string): SuppressionEdit {
  let first = index;
  while (startsInside(lines, first)) first--;
  const { start, end } = lines[first] as ScannedLine;
  const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? "";
  return { start, end: start, text: `${indent}# breakeven: ignore[${code}]${lineEndOf(text)}` };
}

function startsInside(lines: readonly ScannedLine[], index: number): boolean {
  return lines[index - 1]?.continues ?? false;
}

function isOnlyComment(text: string, line: ScannedLine): boolean {
  return line.comment !== undefined && text.slice(line.start, line.comment).trim() === "";
}

/** After the interpreter line and the encoding declaration, which must stay in the first two lines; past the end if they are all. */
function firstFreeLine(text: string, lines: readonly ScannedLine[]): number {
  let index = 0;
  const words = (line: ScannedLine | undefined) => (line === undefined ? "" : text.slice(line.start, line.end).replace(/^\uFEFF/, ""));
  if (words(lines[0]).startsWith("#!")) index = 1;
  if (/^[ \t\f]*#.*?coding[:=]/.test(words(lines[index]))) index++;
  return index;
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
