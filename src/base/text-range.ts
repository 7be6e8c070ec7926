/** A half-open span of a text in UTF-16 code units, as JavaScript strings and the language server protocol count. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a file: line 1-based, column 0-based in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
