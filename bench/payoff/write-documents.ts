/** Brings the tables of `docs/payoff.md` and the pictures in `docs/payoff/` up to date; the words between them are written by hand. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import type { Advice } from "../../src/advice";
import type { KernelMeasurement, MeasurementConditions } from "../../src/knowledge";
import { type Calibration, type Score, scoreOf, targets } from "./calibrate";
import { drawPlot } from "./draw-plot";
import type { RankedKernel } from "./judge-ranking";

const page = resolve("docs/payoff.md");
const pictures = resolve("docs/payoff");
const drawn = ["pyo3", "mypyc", "numba", "numpy", "polars"] as const;
const titles: Readonly<Record<string, string>> = { pyo3: "Rust (PyO3)", mypyc: "mypyc", numba: "Numba", numpy: "NumPy", polars: "Polars" };

export async function writeDocuments(calibration: Calibration): Promise<readonly string[]> {
  mkdirSync(pictures, { recursive: true });
  for (const target of drawn) {
    const own = calibration.predictions.filter(({ sample }) => sample.target === target);
    writeFileSync(join(pictures, `predicted-${target}.svg`), drawPlot(titles[target] as string, own));
  }
  let text = readFileSync(page, "utf8");
  for (const [name, block] of Object.entries(blocks(calibration))) text = replaceBlock(text, name, block);
  writeFileSync(page, text);
  return ["docs/payoff.md", ...drawn.map((target) => `docs/payoff/predicted-${target}.svg`)];
}

/** `<!-- begin NAME -->` to `<!-- end NAME -->`. */
export function replaceBlock(text: string, name: string, block: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/payoff.md has no block ${name}`);
  return `${text.slice(0, from + begin.length)}\n${block.trim()}\n${text.slice(to)}`;
}

export function blocks(calibration: Calibration): Readonly<Record<string, string>> {
  return {
    conditions: conditions(),
    kernels: kernelTable(calibration.knowledge.measurements.kernels),
    boundary: boundaryTable(calibration),
    operations: operationTable(calibration),
    memory: memoryTable(calibration),
    calibration: calibrationTables(calibration),
    ranking: rankingTable(calibration.ranking),
    examples: examples(calibration),
  };
}

function conditions(): string {
  const { conditions: it } = parse(readFileSync(resolve("knowledge/measurements/payoff-kernels.yaml"), "utf8")) as {
    conditions: MeasurementConditions;
  };
  const versions = Object.entries(it.versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${it.date} on ${it.machine.system}, ${it.machine.processor}, ${it.machine.cores} cores: ${versions.join(", ")}.`;
}

function kernelTable(kernels: readonly KernelMeasurement[]): string {
  const columns = ["rust", "numba", "mypyc", "cython", "numpy", "polars", "stdlib", "library"];
  const rows = [...kernels]
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id))
    .map(({ id, kind, sizes }) => {
      const cell = (version: string) => {
        const figures = sizes.map(({ times }) => {
          const time = times[`${version} prepared`] ?? times[version];
          return time === undefined ? undefined : (time.wall ?? time.speedup);
        });
        return figures.every((it) => it === undefined) ? "" : figures.map((it) => short(it)).join(" / ");
      };
      return [id.replace("payoff-", ""), kind, ...columns.map(cell)];
    });
  return table(["kernel", "kind", ...columns], rows);
}

function boundaryTable({ knowledge }: Calibration): string {
  const rows = knowledge.measurements.boundary.map(({ id, what, call, element, far, python }) => [
    `\`${id.replace("boundary-", "")}\` ${cell(what)}`,
    short(call),
    element === undefined ? "" : short(element),
    far === undefined ? "" : short(far),
    python === undefined ? "" : short(python),
  ]);
  return table(["what crosses", "a call, ns", "an element, ns", "of 100,000, ns", "Python's own, ns"], rows);
}

function operationTable({ knowledge }: Calibration): string {
  const rows = knowledge.measurements.operations
    .filter(({ rust }) => rust !== undefined)
    .map(({ code, ns, units, rust }) => [
      `\`${cell(code.split("\n").join("; "))}\``,
      short(ns),
      short(units),
      short(rust),
      short(ns / (rust as number)),
    ]);
  return table(["operation", "Python, ns", "units", "Rust, ns", "ratio"], rows);
}

function memoryTable({ knowledge }: Calibration): string {
  const rows = knowledge.measurements.memory.map(({ what, bytes, rust, rustType }) => [
    what,
    short(bytes),
    rust === undefined ? "" : short(rust),
    cell(rustType ?? ""),
  ]);
  return table(["what", "bytes an element", "in Rust", "as"], rows);
}

function calibrationTables({ predictions }: Calibration): string {
  const byTarget = targets.map((target) =>
    scoreOf(
      target,
      predictions.filter(({ sample }) => sample.target === target),
    ),
  );
  const kinds = [...new Set(predictions.map(({ sample }) => sample.kind))].sort();
  const byKind = kinds.map((kind) =>
    scoreOf(
      kind,
      predictions.filter(({ sample }) => sample.kind === kind && sample.target === "pyo3"),
    ),
  );
  const row = ({ name, kernels, samples, inside, ratio, withinTwo }: Score) => [
    name,
    `${kernels}`,
    `${samples}`,
    percent(inside),
    short(ratio),
    percent(withinTwo),
  ];
  const head = ["", "kernels", "figures", "inside low..high", "median high/low", "middle within a factor of two"];
  return `${table(["target", ...head.slice(1)], [...byTarget, scoreOf("all", predictions)].map(row))}

Rust alone, by kind of kernel:

${table(["kind", ...head.slice(1)], byKind.map(row))}`;
}

function rankingTable(ranking: readonly RankedKernel[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of ranking) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const rows = [...ranking]
    .sort((a, b) => a.outcome.localeCompare(b.outcome) || a.kernel.localeCompare(b.kernel))
    .map(({ kernel, advised, gained, best, outcome }) => [
      kernel,
      advised,
      gained === undefined ? "" : short(gained),
      best.target,
      short(best.speedup),
      outcome,
    ]);
  return `${[...counts].map(([outcome, count]) => `${outcome}: ${count}`).join(", ")} (of ${ranking.length}). The best version, or one within a
quarter of it, is the first advice or one of the alternatives named with it for ${ranking.filter(({ isNamed }) => isNamed).length} of them.

${table(["kernel", "first advice", "measured", "best version", "measured", ""], rows)}`;
}

/** One of each answer, as the assessment of the kernel's Python version gives it. */
const shown = ["n-body", "csv-lines", "big-fibonacci"];

function examples({ kernels }: Calibration): string {
  return shown
    .map((wanted) => {
      const kernel = kernels.find(({ name }) => name === wanted);
      const spot = kernel?.assessed.hotspots[0];
      if (kernel === undefined || spot === undefined) throw new Error(`there is no kernel ${wanted} to show`);
      const large = kernel.measurement.sizes.at(-1)?.times ?? {};
      const measured = Object.entries(large)
        .filter(([version]) => version !== "python")
        .map(([version, { speedup, wall }]) => `${version} ${short(wall ?? speedup)}x`);
      return `### ${wanted}

    ${spot.function.fact.qualname}: ${Math.round(spot.heat.heat * 100)} % of the estimated time
${adviceLines(spot.advice[0] as Advice)
  .map((line) => `    ${line}`)
  .join("\n")}

Measured at the large size: ${measured.join(", ")}.`;
    })
    .join("\n\n");
}

function adviceLines(advice: Advice): string[] {
  const { message, target, rule, speedup, effort, paysFrom, paysBack, alternatives, evidence, blockers } = advice;
  return [
    `${target} (${rule}): ${message}`,
    ...(target === "keep"
      ? []
      : [
          `speedup ${speedup.low} to ${speedup.high}, middle ${speedup.mid}; ${effort.lowHours} to ${effort.highHours} h`,
          `because: ${speedup.basis}`,
        ]),
    ...(paysFrom === undefined ? [] : [`pays ${paysFrom}`]),
    ...(paysBack === undefined ? [] : [paysBack.text]),
    ...evidence.map(({ message: it, line }) => `evidence: ${it}${line === undefined ? "" : ` (line ${line})`}`),
    ...blockers.map(({ message: it, line }) => `in the way: ${it} (line ${line})`),
    ...alternatives.map(
      (it) =>
        `or ${it.target}: ${it.speedup.low} to ${it.speedup.high}, middle ${it.speedup.mid}; ${it.effort.lowHours} to ${it.effort.highHours} h`,
    ),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

function short(value: number | undefined): string {
  if (value === undefined) return "";
  return value >= 100 ? Math.round(value).toLocaleString("en") : `${Number(value.toPrecision(2))}`;
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
