import type { Hotspot } from "../report";
import type { FileView, Hint } from "./file-view";

/** What a hover on `line` (1-based, as in the assessment) speaks of: heads of functions and loops, and lines with a hint. */
export function hotspotAt(view: FileView, line: number): Hotspot | undefined {
  const hint = hintAt(view, line);
  const byHint = hint && view.hotspots.find((hotspot) => hotspot.id === hint.hotspot);
  return byHint ?? view.hotspots.find((hotspot) => headLines(hotspot).includes(line));
}

export function hintAt(view: FileView, line: number): Hint | undefined {
  return view.hints.find((hint) => hint.startLine <= line && line <= hint.endLine);
}

/** The innermost hotspot around `line`. */
export function hotspotAround(view: FileView, line: number): Hotspot | undefined {
  return view.hotspots
    .filter((hotspot) => hotspot.startLine <= line && line <= hotspot.endLine)
    .sort((a, b) => a.endLine - a.startLine - (b.endLine - b.startLine))[0];
}

function headLines(hotspot: Hotspot): number[] {
  return [hotspot.startLine, ...hotspot.loops.map((loop) => loop.startLine), ...hotspot.advice.map((advice) => advice.startLine)];
}
