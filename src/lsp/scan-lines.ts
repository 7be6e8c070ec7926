/**
 * For each line of a Python text: where its comment starts, and whether a string or a backslash carries it on into the next line. As
 * much of Python's lexer as it takes to put a comment where it is one, also in text that does not parse.
 */
export interface ScannedLine {
  /** Offsets in the text; `end` excludes the line end. */
  readonly start: number;
  readonly end: number;
  /** Offset of the `#`, when the line has a comment. */
  readonly comment: number | undefined;
  /** The next line continues this one: a comment at the end of this line, or on a line of its own after it, would break it. */
  readonly continues: boolean;
}

export function scanLines(text: string): ScannedLine[] {
  const lines: ScannedLine[] = [];
  let start = 0;
  let comment: number | undefined;
  let quote = "";
  let index = 0;
  const endLine = (next: number, continues: boolean) => {
    lines.push({ start, end: index, comment, continues });
    start = next;
    index = next;
    comment = undefined;
  };
  while (index < text.length) {
    const unit = text[index] as string;
    if (unit === "\n" || unit === "\r") {
      const next = index + (unit === "\r" && text[index + 1] === "\n" ? 2 : 1);
      const escaped = comment === undefined && isEscaped(text, index, start);
      if (quote.length === 1 && !escaped) quote = "";
      endLine(next, quote !== "" || escaped);
    } else if (comment !== undefined) index++;
    else if (quote !== "") {
      if (unit === "\\" && !isLineEnd(text[index + 1])) index += 2;
      else if (text.startsWith(quote, index)) {
        index += quote.length;
        quote = "";
      } else index++;
    } else if (unit === "#") comment = index++;
    else if (unit === '"' || unit === "'") {
      quote = text.startsWith(unit.repeat(3), index) ? unit.repeat(3) : unit;
      index += quote.length;
    } else index++;
  }
  endLine(index, false);
  return lines;
}

function isLineEnd(unit: string | undefined): boolean {
  return unit === undefined || unit === "\n" || unit === "\r";
}

/** Whether an odd number of backslashes precedes `index` on its line. */
function isEscaped(text: string, index: number, lineStart: number): boolean {
  let at = index - 1;
  while (at >= lineStart && text[at] === "\\") at--;
  return (index - 1 - at) % 2 === 1;
}
