import type { Position } from "./text-range";

/** Offsets at which each line starts; `[0]` for an empty text. `\n`, `\r\n` and a lone `\r` end a line, as in Python. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  // Searching is several times faster than looking at each unit; a text with \r is looked at unit by unit all the same.
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10) starts.push(index + 1);
    else if (unit === 13 && text.charCodeAt(index + 1) !== 10) starts.push(index + 1);
  }
  return starts;
}

/** The 1-based line that holds `offset`. Offsets before the text count as the first line, past it as the last. */
export function lineAt(lineStarts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Line (1-based) and column (0-based, UTF-16) of `offset`. */
export function positionAt(lineStarts: ArrayLike<number>, offset: number): Position {
  const line = lineAt(lineStarts, offset);
  return { line, column: Math.max(0, offset - (lineStarts[line - 1] as number)) };
}
