/** Speedup ranges on a logarithmic axis: bar from low to high, dot at the likely value, one row per option. */
import { axisX, dot, gridX, link, plot, ruleX, text } from "@observablehq/plot";
import type { OptionRow } from "../../report";
import type { Format } from "../model/format";

export interface SpeedupRow {
  readonly name: string;
  readonly speedup: OptionRow["speedup"];
}

const marginRight = 76;
const tickGap = 44;

export function drawSpeedups(rows: readonly SpeedupRow[], format: Format, axisLabel: string, width: number): SVGSVGElement | HTMLElement {
  const highest = Math.max(10, ...rows.map(({ speedup }) => speedup.high));
  const lowest = Math.min(1, ...rows.map(({ speedup }) => speedup.low));
  const labelWidth = Math.min(150, width * 0.32);
  const ticks = ticksUpTo(highest, (width - labelWidth - marginRight) / Math.log10(highest / lowest));
  return plot({
    width,
    height: rows.length * 34 + 62,
    marginLeft: labelWidth,
    marginRight,
    marginTop: 8,
    marginBottom: 48,
    x: { type: "log", domain: [lowest * 0.9, highest * 1.15], label: null },
    y: { type: "band", domain: rows.map(({ name }) => name), label: null, padding: 0.3, axis: null },
    marks: [
      gridX({ ticks, stroke: "var(--be-grid)", strokeOpacity: 1 }),
      axisX({
        ticks,
        tickFormat: (value: number) => format.timesOf(value),
        label: axisLabel,
        labelAnchor: "center",
        labelArrow: "none",
        tickSize: 0,
      }),
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
      dot(rows, {
        x: (row: SpeedupRow) => row.speedup.mid,
        y: "name",
        r: 5,
        fill: "var(--be-accent)",
        stroke: "var(--be-background)",
        strokeWidth: 1.5,
      }),
      text(rows, {
        x: (row: SpeedupRow) => row.speedup.high,
        y: "name",
        text: (row: SpeedupRow) => format.times(row.speedup),
        textAnchor: "start",
        dx: 12,
        fill: "var(--be-foreground)",
      }),
      text(rows, { y: "name", frameAnchor: "left", text: "name", textAnchor: "end", dx: -10, fill: "var(--be-foreground)" }),
    ],
  });
}

/** Round factors that stay apart on an axis with `decade` pixels to a factor of ten. */
function ticksUpTo(highest: number, decade: number): readonly number[] {
  const steps = [[1, 2, 5], [1, 3], [1]].find((factors) =>
    factors.every((factor, index) => decade * Math.log10((factors[index + 1] ?? 10) / factor) >= tickGap),
  ) ?? [1];
  const ticks = [1, 10, 100, 1000, 10_000, 100_000].flatMap((power) => steps.map((step) => step * power));
  return ticks.filter((tick) => tick <= highest * 1.15);
}
