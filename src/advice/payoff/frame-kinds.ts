/** Kinds of code that work on data frames. */
import { byClass, type WorkByClass } from "./work-classes";

/** All of them: what calls of a frame library take whatever their size is theirs. */
export function isFrameKind(kind: string): boolean {
  return kind.startsWith("dataframe-");
}

/** Their time is what a frame does for each row, and it goes with the rows, whatever the steps are. */
const byRow: ReadonlySet<string> = new Set(["dataframe-rows", "dataframe-concat"]);

/** What moves: a frame's work for each row, or the code's own. */
export function workThatMoves(kind: string, own: WorkByClass): WorkByClass {
  return byRow.has(kind) ? byClass((it) => (it === "frames" ? 1 : 0)) : own;
}
