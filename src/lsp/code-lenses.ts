import type { CodeLens, Command } from "vscode-languageserver";
import { rankingShare } from "../report";
import type { CurrentView } from "./folder";
import { shiftLine } from "./line-shifts";
import { adviceText, shareText } from "./words";

/** A function that is best left alone gets a line only where it takes so much that a reader would ask. */
const keepFrom = 0.05;

/** One lens above each function that matters: `12 % of CPU (estimated) · 12-40x in Rust · about 6 h`. */
export function toCodeLenses({ view, edits }: CurrentView, command: (hotspot: string, title: string) => Command): CodeLens[] {
  return view.hotspots.flatMap((hotspot) => {
    const advice = hotspot.advice[0];
    if (advice === undefined || (advice.target === "keep" && rankingShare(hotspot) < keepFrom)) return [];
    const line = shiftLine(hotspot.startLine, edits) - 1;
    const title = `${shareText(hotspot)} · ${adviceText(advice)}`;
    return { range: { start: { line, character: 0 }, end: { line, character: 0 } }, command: command(hotspot.id, title) };
  });
}
