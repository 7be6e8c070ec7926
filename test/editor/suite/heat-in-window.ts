/** What the window draws of line heat: an extension can set decorations, and cannot ask for them. */
import { eventually, ui } from "./support";

export interface DrawnHeat {
  /** Text of the line. */
  readonly line: string;
  /** What stands behind it. */
  readonly heat: string;
}

/** Lines in sight with a share behind them, from the top. */
export async function drawnHeat(): Promise<readonly DrawnHeat[]> {
  return ui<DrawnHeat[]>({
    action: "evaluate",
    expression: `[...document.querySelectorAll(".editor-instance .view-line")]
      .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
      .flatMap((line) => {
        const heat = [...line.querySelectorAll("span")]
          .map((span) => getComputedStyle(span, "::after").content.replace(/^"|"$/g, ""))
          .find((content) => content.includes("%"));
        return heat === undefined ? [] : [{ line: line.textContent.replaceAll("\\u00a0", " ").trim(), heat }];
      })`,
  });
}

/** Bars in the gutter in sight. */
export async function drawnBars(): Promise<number> {
  return ui<number>({
    action: "evaluate",
    expression: `[...document.querySelectorAll('.editor-instance .glyph-margin-widgets [class*="TextEditorDecorationType"]')]
      .filter((bar) => getComputedStyle(bar).backgroundImage.includes("svg")).length`,
  });
}

/** Waits until the line with `text` has a share behind it that passes. */
export function eventuallyHeat(text: string, passes: (heat: string) => boolean): Promise<DrawnHeat> {
  return eventually(`the heat of ${text}`, async () => (await drawnHeat()).find(({ line, heat }) => line === text && passes(heat)));
}
