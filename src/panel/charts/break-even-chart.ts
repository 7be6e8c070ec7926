/** Cumulative cost of staying and of moving over time; the band spans the good and the bad case, the dot is the break-even. */
import { areaY, axisX, axisY, dot, gridY, lineY, plot, ruleX, text } from "@observablehq/plot";
import { type BreakEven, type CumulativeCost, cumulativeCosts } from "../../report";
import type { Format } from "../model/format";

export interface BreakEvenLabels {
  readonly stay: string;
  readonly move: string;
  readonly cost: string;
}

export function drawBreakEven(
  result: BreakEven,
  horizon: number,
  format: Format,
  labels: BreakEvenLabels,
  width: number,
): SVGSVGElement | HTMLElement {
  const points = cumulativeCosts(result, horizon);
  const last = points[points.length - 1]!;
  const crossing = result.days.likely !== undefined && result.days.likely <= horizon ? result.days.likely : undefined;
  const crossingCost = crossing === undefined ? 0 : crossing * result.costPerDayStaying;
  const lines = Math.max(last.stay, last.rewrite.mid, result.investment.mid * 1.2, 1e-6);
  // The whole band, unless a very bad case would press the lines to the floor.
  const top = Math.max(lines, Math.min(last.rewrite.high, lines * 2.5)) * 1.08;
  const ends = spreadLabels(
    [
      { text: labels.stay, value: last.stay },
      { text: labels.move, value: last.rewrite.mid },
    ],
    top,
  );
  return plot({
    width,
    height: Math.round(Math.max(240, Math.min(340, width * 0.5))),
    marginLeft: 52,
    marginRight: 64,
    marginTop: 22,
    marginBottom: 32,
    x: { domain: [0, horizon], label: null },
    y: { domain: [0, top], label: null, clamp: true },
    marks: [
      gridY({ stroke: "var(--be-grid)", strokeOpacity: 1, ticks: 5 }),
      axisX({
        ticks: timeTicks(horizon, width < 480 ? 4 : 6),
        tickFormat: (days: number) => (days === 0 ? "0" : format.duration(days)),
        tickSize: 0,
      }),
      axisY({ ticks: 5, tickFormat: (cost: number) => format.amount(cost), label: labels.cost, tickSize: 0, labelArrow: "none" }),
      areaY(points, {
        x: "day",
        y1: (point: CumulativeCost) => point.rewrite.low,
        y2: (point: CumulativeCost) => point.rewrite.high,
        fill: "var(--be-accent)",
        fillOpacity: 0.18,
        clip: true,
      }),
      lineY(points, { x: "day", y: "stay", stroke: "var(--be-foreground)", strokeWidth: 2, strokeDasharray: "5 4", clip: true }),
      lineY(points, {
        x: "day",
        y: (point: CumulativeCost) => point.rewrite.mid,
        stroke: "var(--be-accent)",
        strokeWidth: 2.5,
        clip: true,
      }),
      crossing === undefined ? null : ruleX([crossing], { stroke: "var(--be-foreground)", strokeOpacity: 0.4 }),
      crossing === undefined
        ? null
        : dot([crossing], {
            x: (day: number) => day,
            y: crossingCost,
            r: 5,
            fill: "var(--be-background)",
            stroke: "var(--be-foreground)",
            strokeWidth: 2,
          }),
      crossing === undefined
        ? null
        : text([crossing], {
            x: (day: number) => day,
            frameAnchor: "top",
            dy: -14,
            text: (day: number) => format.duration(day),
            fill: "var(--be-foreground)",
            fontWeight: "bold",
          }),
      text(ends, { x: () => horizon, y: "at", text: "text", textAnchor: "start", dx: 6, fill: "var(--be-foreground)" }),
    ],
  });
}

/** How far the time axis reaches: past the break-even, and never so far that a quick one is squeezed to the left edge. */
export function chartHorizon({ days }: BreakEven): number {
  const { likely, best, worst } = days;
  const shown = likely ?? best;
  if (shown === undefined) return 365.25 * 2;
  const far = Math.max(shown * 2, Math.min(worst ?? 0, shown * 3));
  return Math.max(14, Math.min(far, 365.25 * 20));
}

/** Whole days, months or years, so that the labels are round. */
function timeTicks(horizon: number, most: number): readonly number[] {
  const unit = horizon > 365.25 * 2 ? 365.25 : horizon > 61 ? 365.25 / 12 : 1;
  const steps = unit > 300 ? [1, 2, 5, 10] : unit > 1 ? [1, 2, 3, 6, 12] : [1, 2, 7, 14];
  const step = unit * (steps.find((it) => horizon / (it * unit) <= most) ?? steps[steps.length - 1]!);
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, index) => index * step);
}

interface EndLabel {
  readonly text: string;
  readonly value: number;
}

/** Keeps the two names at the right edge from lying on each other. */
function spreadLabels(labels: readonly [EndLabel, EndLabel], top: number): readonly { text: string; at: number }[] {
  const gap = top * 0.08;
  const [a, b] = labels.map(({ text, value }) => ({ text, at: Math.min(value, top) })) as [
    { text: string; at: number },
    { text: string; at: number },
  ];
  const [upper, lower] = a.at >= b.at ? [a, b] : [b, a];
  const missing = gap - (upper.at - lower.at);
  if (missing > 0) {
    lower.at = Math.max(0, lower.at - missing / 2);
    upper.at = lower.at + gap;
  }
  return [a, b];
}
