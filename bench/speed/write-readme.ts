/** Writes the benchmark's README: the table, what lies behind its numbers, and how to measure again. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { rows } from "./rows";

export interface Results {
  readonly corpus: { readonly files: number; readonly lines: number; readonly bytes: number };
  /** By state of the project and version of Node. */
  readonly columns: Record<
    string,
    {
      readonly machine: string;
      readonly rows: Record<string, { readonly date: string; readonly values: Readonly<Record<string, number>> }>;
    }
  >;
}

export function writeReadme(path: string, results: Results): void {
  const { files, lines, bytes } = results.corpus;
  const head = `# Speed

\`npm run bench:speed\` measures this table and writes this page. Times are CPU time of all threads unless a row says wall; each ratio
comes from pairs of neighbouring runs (median of three unless noted). The corpus is the standard library of the local Python 3.11 without its tests,
Django 5.2.8 and NetworkX 3.6.1: ${files} files, ${lines.toLocaleString("en")} lines, ${(bytes / 1e6).toFixed(1)} MB. It is fetched once, with pip.`;
  const story = readFileSync(resolve("bench/speed/story.md"), "utf8").trim();
  writeFileSync(path, `${[head, table(results), details(results), story].join("\n\n")}\n`);
}

function table({ columns }: Results): string {
  const names = Object.keys(columns);
  const header = ["what", "aim", ...names];
  const body = Object.entries(rows).map(([key, row]) => {
    const values = names.map((name) => {
      const found = columns[name]?.rows[key]?.values;
      return found?.["value"] === undefined ? "" : `${main(found)} ${row.unit}`;
    });
    return [row.title, row.aim, ...values];
  });
  return [header, header.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function main(values: Readonly<Record<string, number>>): string {
  const second = values["broken"] ?? values["hints"];
  return second === undefined ? figure(values["value"] as number) : `${figure(values["value"] as number)}; ${figure(second)}`;
}

function details({ columns }: Results): string {
  const parts = Object.entries(columns).map(([name, { machine, rows: measured }]) => {
    const lines = Object.entries(measured).map(([key, { date, values }]) => {
      const figures = Object.entries(values).map(([label, value]) => `${label === "value" ? "row" : label} ${figure(value)}`);
      return `* ${key}: ${figures.join(", ")} (${date})`;
    });
    return `### ${name} (${machine})\n\n${lines.join("\n")}`;
  });
  return `## Behind the numbers\n\n\`theirs\` and \`ours\` are CPU seconds of the tool compared with and of Breakeven.\n\n${parts.join("\n\n")}`;
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
