/**
 * Where a line of an earlier text is now. An assessment lags behind typing by a moment; until the next one, hints, hovers and lenses
 * move with the text.
 */
export interface LineEdit {
  /** 0-based first line that the edit touches. */
  readonly start: number;
  /** Line ends removed and added. */
  readonly removed: number;
  readonly added: number;
}

/** The 1-based line where the earlier 1-based `line` is after `edits`, oldest first. A line inside a removed stretch goes to its start. */
export function shiftLine(line: number, edits: readonly LineEdit[]): number {
  let now = line - 1;
  for (const { start, removed, added } of edits) {
    if (now > start + removed) now += added - removed;
    else if (now > start) now = Math.min(now, start + added);
  }
  return now + 1;
}

/** The earlier 1-based line that is at `line` now: the inverse, as far as there is one. */
export function unshiftLine(line: number, edits: readonly LineEdit[]): number {
  let before = line - 1;
  for (const { start, removed, added } of [...edits].reverse()) {
    if (before > start + added) before += removed - added;
    else if (before > start) before = Math.min(before, start + removed);
  }
  return before + 1;
}
