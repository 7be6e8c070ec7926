/** Speedup ranges on a logarithmic axis: bar from low to high, dot at the likely value, one row per option. */
import { axisX, dot, gridX, link, plot, ruleX, text } from "@observablehq/plot";
import type { OptionRow } from "../../report";
import type { Format } from "../model/format";

export interface SpeedupRow {
  readonly name: string;
  readonly speedup: OptionRow["speedup"];
}

export function drawSpeedups(rows: readonly SpeedupRow[], format: Format, axisLabel: string, width: number): SVGSVGElement | HTMLElement {
  const highest = Math.max(10, ...rows.map(({ speedup }) => speedup.high));
  const lowest = Math.min(1, ...rows.map(({ speedup }) => speedup.low));
  const labelWidth = Math.min(150, width * 0.32);
  return plot({
    width,
    height: rows.length * 34 + 54,
    marginLeft: labelWidth,
    marginRight: 76,
    marginTop: 8,
    marginBottom: 40,
    x: { type: "log", domain: [lowest * 0.9, highest * 1.15], label: null },
    y: { type: "band", domain: rows.map(({ name }) => name), label: null, padding: 0.3, axis: null },
    marks: [
      gridX({ ticks: ticksUpTo(highest), stroke: "var(--be-line)", strokeOpacity: 1 }),
      axisX({ ticks: ticksUpTo(highest), tickFormat: (value: number) => format.timesOf(value), label: axisLabel, labelAnchor: "center", labelArrow: "none", tickSize: 0 }),
      ruleX([1], { stroke: "var(--be-foreground)" }),
      link(rows, {
        x1: (row: SpeedupRow) => row.speedup.low,
        x2: (row: SpeedupRow) => row.speedup.high,
        y1: "name",
        y2: "name",
        stroke: "var(--be-accent)",
        strokeWidth: 8,
        strokeLinecap: "round",
        strokeOpacity: 0.45,
      }),
      dot(rows, { x: (row: SpeedupRow) => row.speedup.mid, y: "name", r: 5, fill: "var(--be-accent)", stroke: "var(--be-background)", strokeWidth: 1.5 }),
      text(rows, { x: (row: SpeedupRow) => row.speedup.high, y: "name", text: (row: SpeedupRow) => format.times(row.speedup), textAnchor: "start", dx: 12, fill: "var(--be-foreground)" }),
      text(rows, { y: "name", frameAnchor: "left", text: "name", textAnchor: "end", dx: -10, fill: "var(--be-foreground)" }),
    ],
  });
}

function ticksUpTo(highest: number): readonly number[] {
  return [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000].filter((tick) => tick <= highest * 1.15).filter((tick, _, all) => all.length <= 7 || /^1/.test(String(tick)));
}
