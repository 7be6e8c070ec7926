/** Writes what was measured as `knowledge/measurements/payoff-*.yaml`, one file for each table, every row an entry with an id of its own. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Document, isScalar, parse, visit } from "yaml";
import type {
  BoundaryMeasurement,
  KernelMeasurement,
  MeasurementConditions,
  MemoryMeasurement,
  OperationMeasurement,
} from "../../src/knowledge";
import type { KernelRun, MeasureRun, TimedVersion } from "./run-measure";

const folder = resolve("knowledge/measurements");
const repeat = "npm run bench:payoff";
/** More threads than one work in these: elapsed time tells another story than processor time. */
const threaded = new Set(["polars", "polars prepared"]);

/** Paths of what was written. `isPart`: the run had some kernels only; what is there of the others stays. */
export function writeMeasurements(run: MeasureRun, isPart = false): readonly string[] {
  const { operations, boundary, memory } = run;
  return [
    write("payoff-kernels", "Kernel", run, repeat, { kernels: withOthers(run.kernels.map(kernelEntry), isPart) }),
    ...(operations === undefined
      ? []
      : [write("payoff-operations", "Operations of the interpreter", run, repeat, { operations: operations.rows.map(operationEntry) })]),
    ...(boundary === undefined
      ? []
      : [
          write("payoff-boundary", "Between Python and Rust", run, repeat, {
            boundary: boundaryEntries(boundary),
            threads: boundary.threads.map(({ id, ...rest }) => ({ id: `boundary-${id}`, ...rounded(rest) })),
          }),
        ]),
    ...(memory === undefined ? [] : [write("payoff-memory", "Memory", run, repeat, { memory: memory.map(memoryEntry) })]),
  ];
}

function write(name: string, title: string, run: MeasureRun, command: string, content: Readonly<Record<string, unknown>>): string {
  const conditions: MeasurementConditions = { title, date: run.date, repeat: command, machine: run.machine, versions: run.versions };
  const path = join(folder, `${name}.yaml`);
  const document = new Document({ conditions, ...content });
  // Tables are read by rows: what holds nothing but single values stands in one line.
  visit(document, {
    Map: (_, node) => {
      node.flow = node.items.every(({ value }) => isScalar(value));
    },
  });
  writeFileSync(path, `# Written by ${command}; not edited by hand.\n${document.toString({ lineWidth: 0 })}`);
  return path;
}

function withOthers(measured: readonly KernelMeasurement[], isPart: boolean): readonly KernelMeasurement[] {
  if (!isPart) return measured;
  const { kernels } = parse(readFileSync(join(folder, "payoff-kernels.yaml"), "utf8")) as { kernels: readonly KernelMeasurement[] };
  const others = kernels.filter(({ id }) => !measured.some((it) => it.id === id));
  return [...others, ...measured].sort((a, b) => a.id.localeCompare(b.id));
}

function kernelEntry({ name, kind, sizes }: KernelRun): KernelMeasurement {
  return {
    id: `payoff-${name}`,
    kind,
    sizes: sizes.map(({ size, given, made, times }) => ({
      size: size as "small",
      given,
      made,
      times: Object.fromEntries(Object.entries(times).map(([version, time]) => [version, timeEntry(version, time)])),
    })),
  };
}

function timeEntry(
  version: string,
  { cpu, speedup, low, high, wallSpeedup }: TimedVersion,
): KernelMeasurement["sizes"][number]["times"][string] {
  const us = significant(cpu * 1e6);
  if (version === "python") return { us };
  const ratios = { speedup: significant(speedup), low: significant(low), high: significant(high) };
  return threaded.has(version) ? { us, ...ratios, wall: significant(wallSpeedup) } : { us, ...ratios };
}

function operationEntry({ id, code, ns, units, rust }: NonNullable<MeasureRun["operations"]>["rows"][number]): OperationMeasurement {
  const slug = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return { id: `operation-${slug}`, code, ...rounded({ ns, units, ...(rust !== undefined && { rust }) }) };
}

function boundaryEntries({ sizes, calls, elements }: NonNullable<MeasureRun["boundary"]>): BoundaryMeasurement[] {
  const [few, some, many] = sizes;
  const slope = ([a, b, c]: readonly [number, number, number]) => ({
    element: Math.max(0, (b - a) / (some - few)),
    far: Math.max(0, (c - b) / (many - some)),
  });
  return [
    ...calls.map(({ id, what, rust, python }) => ({ id: `boundary-${id}`, what, ...rounded({ call: rust, python }) })),
    ...elements.map(({ id, what, rust, python }) => ({
      id: `boundary-${id}`,
      what,
      ...rounded({ call: rust[0], ...slope(rust), ...(python !== undefined && { python: slope(python).element }) }),
    })),
  ];
}

function memoryEntry({ id, what, python, rust, rustType }: NonNullable<MeasureRun["memory"]>[number]): MemoryMeasurement {
  return { id: `memory-${id}`, what, ...rounded({ bytes: python, ...(rust !== undefined && { rust }) }), ...(rustType && { rustType }) };
}

function rounded<T extends Readonly<Record<string, unknown>>>(values: T): T {
  return Object.fromEntries(Object.entries(values).map(([key, it]) => [key, typeof it === "number" ? significant(it) : it])) as T;
}

/** Three digits: the next one is noise. */
function significant(value: number): number {
  return Number(value.toPrecision(3));
}
