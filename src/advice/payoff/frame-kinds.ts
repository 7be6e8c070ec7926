/** Kinds of code that work on data frames. */
import { byClass, type WorkByClass } from "./work-classes";

/** All of them: what calls of a frame library take whatever their size is theirs. */
export function isFrameKind(kind: string): boolean {
  return kind.startsWith("dataframe-");
}

/** Python asks a frame for one row or group after the other. */
export function isByRow(kind: string): boolean {
  return kind === "dataframe-rows" || kind === "dataframe-groups";
}

/** Part of the time that a frame spends inside of a group rather than on making and calling for it, at a guess. */
const insideGroup = 0.05;

/** What moves: what a frame does for each row, which goes with the rows whatever the steps are, or the code's own work. */
export function workThatMoves(kind: string, own: WorkByClass): WorkByClass {
  if (!isByRow(kind) && kind !== "dataframe-concat") return own;
  const native = kind === "dataframe-groups" ? insideGroup : 0;
  return byClass((it) => (it === "frames" ? 1 - native : it === "native" ? native : 0));
}
