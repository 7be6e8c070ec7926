import { copySlice, lineAt } from "../base";
import type { SuppressionDirective } from "./file-facts";
import { Kind } from "./node-kinds";
import type { SyntaxTable } from "./syntax-table";

const DIRECTIVE = /breakeven:\s*ignore(-file)?(?![\w-])\s*(?:\[([^\]]*)\])?/y;
const MARK = "breakeven:";

/**
 * Suppression comments: `# breakeven: ignore`, `# breakeven: ignore[BE401, other-rule]`, `# breakeven: ignore-file[...]`. They may
 * follow other words in the comment. One that stands alone on its line speaks of the next line with code.
 */
export function findDirectives(text: string, table: SyntaxTable, lineStarts: readonly number[]): SuppressionDirective[] {
  if (!text.includes(MARK)) return [];
  const { kinds, starts, ends, count } = table;
  const directives: SuppressionDirective[] = [];
  for (let row = 0; row < count; row++) {
    if (kinds[row] !== Kind.Comment) continue;
    const start = starts[row] as number;
    const end = ends[row] as number;
    const comment = copySlice(text, start, end);
    for (let at = comment.indexOf(MARK); at !== -1; at = comment.indexOf(MARK, at + MARK.length)) {
      DIRECTIVE.lastIndex = at;
      const match = DIRECTIVE.exec(comment);
      if (match !== null) directives.push(directive(match, start, start + at, spokenLine(text, table, row, lineStarts)));
    }
  }
  return directives;
}

function directive(match: RegExpExecArray, commentStart: number, start: number, line: number): SuppressionDirective {
  const end = start + match[0].trimEnd().length;
  const scope = match[1] === undefined ? "line" : "file";
  const list = match[2];
  if (list === undefined) return { start, end, scope, line };
  const listStart = commentStart + match.index + match[0].indexOf("[") + 1;
  const codes = [...list.matchAll(/[^\s,]+/g)].map((word) => ({
    code: word[0],
    start: listStart + word.index,
    end: listStart + word.index + word[0].length,
  }));
  return { start, end, scope, line, codes };
}

/** The 1-based line that a comment speaks of. */
function spokenLine(text: string, table: SyntaxTable, comment: number, lineStarts: readonly number[]): number {
  const start = table.starts[comment] as number;
  const line = lineAt(lineStarts, start);
  const isAlone = text.slice(lineStarts[line - 1], start).trim() === "";
  if (!isAlone) return line;
  // The next token that is not a comment: rows are in document order.
  const end = table.ends[comment] as number;
  for (let row = comment + 1; row < table.count; row++) {
    if ((table.starts[row] as number) >= end && table.kinds[row] !== Kind.Comment) return lineAt(lineStarts, table.starts[row] as number);
  }
  return line;
}
