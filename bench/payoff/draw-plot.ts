/** Predicted against measured speedups as an SVG picture: both axes in powers of ten, the diagonal, and a bar for each range. */
import type { Prediction } from "./predict-left-out";

const size = 420;
const margin = 48;
const ticks = [0.1, 1, 10, 100, 1000, 10_000];
/** Colour-blind safe; each kind has a shape of its own as well. */
const kinds: Readonly<Record<string, { readonly colour: string; readonly shape: "circle" | "square" | "diamond" }>> = {
  numeric: { colour: "#0072b2", shape: "circle" },
  "dynamic-programming": { colour: "#0072b2", shape: "square" },
  search: { colour: "#009e73", shape: "circle" },
  strings: { colour: "#d55e00", shape: "circle" },
  objects: { colour: "#cc79a7", shape: "circle" },
  dataframe: { colour: "#e69f00", shape: "square" },
  collections: { colour: "#56b4e9", shape: "diamond" },
  bits: { colour: "#000000", shape: "diamond" },
  bigint: { colour: "#000000", shape: "square" },
};

export function drawPlot(title: string, predictions: readonly Prediction[]): string {
  const marks = predictions.map(mark).join("\n");
  const used = Object.entries(kinds).filter(([kind]) => predictions.some(({ sample }) => sample.kind === kind));
  const legend = used
    .map(([kind, { colour, shape }], index) => {
      const y = margin + 8 + index * 16;
      return `${point(shape, size + 12, y - 4, colour)}<text x="${size + 22}" y="${y}">${kind}</text>`;
    })
    .join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size + 150} ${size + 16}" font-family="sans-serif" font-size="11" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${margin}" y="20" font-size="13">${title}</text>
${ticks.map(grid).join("\n")}
<line x1="${at(ticks[0] as number)}" y1="${down(ticks[0] as number)}" x2="${at(ticks.at(-1) as number)}" y2="${down(ticks.at(-1) as number)}" stroke="#555"/>
<text x="${size / 2}" y="${size + 10}" text-anchor="middle">measured speedup</text>
<text x="12" y="${size / 2}" text-anchor="middle" transform="rotate(-90 12 ${size / 2})">predicted, with its range</text>
${marks}
${legend}
</svg>
`;
}

function mark({ sample, low, mid, high }: Prediction): string {
  const { colour, shape } = kinds[sample.kind] ?? { colour: "#555", shape: "circle" };
  const x = at(sample.speedup);
  return `<g><title>${sample.kernel}, ${sample.size}: measured ${sample.speedup}, predicted ${rounded(low)} to ${rounded(high)}, middle ${rounded(mid)}</title><line x1="${x}" x2="${x}" y1="${down(low)}" y2="${down(high)}" stroke="${colour}" stroke-opacity="0.3"/>${point(shape, x, down(mid), colour)}</g>`;
}

function point(shape: string, x: number, y: number, colour: string): string {
  if (shape === "circle") return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`;
  const turned = shape === "diamond" ? ` transform="rotate(45 ${x} ${y})"` : "";
  return `<rect x="${x - 2.5}" y="${y - 2.5}" width="5" height="5" fill="${colour}"${turned}/>`;
}

function grid(value: number): string {
  const [x, y, from, to] = [at(value), down(value), at(ticks[0] as number), at(ticks.at(-1) as number)];
  return `<line x1="${x}" x2="${x}" y1="${down(ticks[0] as number)}" y2="${down(ticks.at(-1) as number)}" stroke="#ddd"/><line x1="${from}" x2="${to}" y1="${y}" y2="${y}" stroke="#ddd"/><text x="${x}" y="${size - margin + 28}" text-anchor="middle">${value}</text><text x="${margin - 6}" y="${y + 4}" text-anchor="end">${value}</text>`;
}

function at(value: number): number {
  return rounded(margin + position(value) * (size - 2 * margin));
}

function down(value: number): number {
  return rounded(size - margin + 12 - position(value) * (size - 2 * margin));
}

function position(value: number): number {
  const [least, most] = [Math.log10(ticks[0] as number), Math.log10(ticks.at(-1) as number)];
  return Math.min(1, Math.max(0, (Math.log10(value) - least) / (most - least)));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
