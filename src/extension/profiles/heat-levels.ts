/** How a line's share of the time is drawn: six steps, told apart by the length of a bar as well as by its colour. */
import * as vscode from "vscode";

/** Least share of each level. A line below the first is drawn without a mark. */
const leastShares = [0.002, 0.01, 0.03, 0.06, 0.12, 0.25] as const;
/** From here on the words behind the line are in the colour of hot lines: half a dozen such lines are most of a program. */
const hotLevel = 3;

/** Index of the level of a share, -1 for one too small to show. */
export function levelOf(share: number): number {
  return leastShares.findLastIndex((least) => share >= least);
}

/** One decoration type for each level: a bar in the gutter, a mark in the overview ruler, room for words behind the line. */
export function createLevels(): readonly vscode.TextEditorDecorationType[] {
  return leastShares.map((_, level) =>
    vscode.window.createTextEditorDecorationType({
      light: { gutterIconPath: bar(level, lightColours[level] as string) },
      dark: { gutterIconPath: bar(level, darkColours[level] as string) },
      gutterIconSize: "contain",
      overviewRulerColor: level >= 2 ? new vscode.ThemeColor("breakeven.lineHeatRuler") : undefined,
      overviewRulerLane: vscode.OverviewRulerLane.Left,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      after: {
        margin: "0 0 0 3em",
        color: new vscode.ThemeColor(level >= hotLevel ? "breakeven.lineHeatHotForeground" : "breakeven.lineHeatForeground"),
      },
    }),
  );
}

/** Icons of the gutter cannot take colours of the theme; these have at least 3 : 1 against white and against black. */
const lightColours = ["#8a8a8a", "#a67c00", "#c26a00", "#cf5200", "#c62f17", "#a80020"];
const darkColours = ["#8c8c8c", "#d6b35a", "#e8a33d", "#f0853b", "#f9683f", "#ff4d4d"];

function bar(level: number, colour: string): vscode.Uri {
  const width = 2 + level * 2.4;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><rect x="1" y="2" width="${width}" height="12" rx="1" fill="${colour}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}
