import type { CodeLens, Command } from "vscode-languageserver";
import { type Hotspot, rankingShare } from "../report";
import type { CurrentHeat, CurrentView } from "./folder";
import { shiftLine } from "./line-shifts";
import { adviceText, shareText, totalText } from "./words";

/** A function that is best left alone gets a line only where it takes so much that a reader would ask. */
const keepFrom = 0.05;

/**
 * One lens above each function that matters: `12 % of CPU (estimated) · 12-40x in Rust · about 6 h`. With a profile also above those
 * that take much with what they call.
 */
export function toCodeLenses(
  current: CurrentView | undefined,
  heat: CurrentHeat | undefined,
  command: (hotspot: string, title: string) => Command,
): CodeLens[] {
  const shown = (current?.view.hotspots ?? []).filter(isShown);
  const edits = current?.edits ?? [];
  const lenses = shown.map((hotspot) => {
    const line = shiftLine(hotspot.startLine, edits);
    return lensAt(line, command(hotspot.id, `${timeText(hotspot)} · ${adviceText(hotspot.advice[0] as Hotspot["advice"][number])}`));
  });
  const taken = new Set(lenses.map(({ range }) => range.start.line + 1));
  for (const { line, share, total, isStale } of heat?.functions ?? []) {
    if (total < keepFrom || taken.has(line)) continue;
    // Without a command, editors show a lens as plain text.
    lenses.push(lensAt(line, { title: totalText(share, total, isStale), command: "" }));
  }
  return lenses;
}

function isShown(hotspot: Hotspot): boolean {
  const advice = hotspot.advice[0];
  return advice !== undefined && (advice.target !== "keep" || rankingShare(hotspot) >= keepFrom);
}

function timeText(hotspot: Hotspot): string {
  const { measured } = hotspot;
  return measured === undefined ? shareText(hotspot) : totalText(measured.share, measured.total, measured.isStale === true);
}

function lensAt(line: number, command: Command): CodeLens {
  const position = { line: line - 1, character: 0 };
  return { range: { start: position, end: position }, command };
}
