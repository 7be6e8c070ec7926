/**
 * Holds the hours and lines of `src/advice/effort.ts` against rewrites whose size is public, and writes what that shows into docs/payoff.md:
 *
 *     node scripts/run-ts.mjs bench/effort/check.ts
 *
 * `rewrites.yaml` has rewrites with the time that the public record leaves for them, `ports.csv` the ports of one project that made many
 * (`collect_ports.py`). Needs nothing but these files.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { codePart, rustHours, rustLines } from "../../src/advice/effort";

interface Rewrite {
  readonly name: string;
  readonly python: number;
  readonly rust: number;
  readonly days?: number;
  readonly source: string;
}

const folder = __dirname;
const page = join(folder, "..", "..", "docs", "payoff.md");
/** What an entry for Rust asks for a place of ordinary size. */
const ordinary = { lowHours: 4, highHours: 16 };
const hoursOfDay = 8;

export function effortTable(): string {
  const rewrites: readonly Rewrite[] = parse(readFileSync(join(folder, "rewrites.yaml"), "utf8"));
  const ports = readPorts();
  const inside = (python: number, rust: number) => rust >= rustLines(python).low && rust <= rustLines(python).high;
  const held = ports.filter(([python, rust]) => inside(python, rust)).length;
  const rows = rewrites.map(({ name, python, rust, days, source }) => {
    const lines = rustLines(python);
    const hours = rustHours(ordinary, python / codePart);
    const most = days === undefined ? "" : `at most ${days * hoursOfDay}`;
    return `| [${name}](${source}) | ${python} | ${lines.low} to ${lines.high} | ${rust} | ${whole(hours.lowHours)} to ${whole(hours.highHours)} | ${most} |`;
  });
  return [
    "| rewrite | Python lines | predicted Rust lines | Rust lines | predicted hours, fluent | hours by the record |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    `Lines of Rust for a line of Python in ${ports.length} ports of Qiskit: ${quantiles(ports.map(([python, rust]) => rust / python))} (10 %, middle, 90 %).`,
    `The predicted lines hold for ${held} of these ${ports.length} ports.`,
  ].join("\n");
}

function readPorts(): (readonly [number, number])[] {
  const rows = readFileSync(join(folder, "ports.csv"), "utf8").trimEnd().split("\n").slice(1);
  return rows.map((row) => row.split(",").slice(-2).map(Number) as [number, number]);
}

function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] as number).toFixed(1);
  return `${at(0.1)}, ${at(0.5)} and ${at(0.9)}`;
}

function whole(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString("en");
}

export function withTable(text: string): string {
  return text.replace(
    /(<!-- begin effort -->\n)[\s\S]*?(<!-- end effort -->)/,
    (_, begin: string, end: string) => `${begin}${effortTable()}\n${end}`,
  );
}

if (require.main === module) writeFileSync(page, withTable(readFileSync(page, "utf8")));
