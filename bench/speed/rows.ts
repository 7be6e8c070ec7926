/** One function per row of the table. Each gives numbers in the unit that its row names; what cannot be measured is left out. */
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Builds } from "./builds";
import { copiesOf, corpusFolder, longFile, peerPrograms, sampleOf, scratchCopy, sizeOf, workFile } from "./corpus";
import { measure, median, percentile, type Usage } from "./measure";

export interface Row {
  readonly title: string;
  readonly aim: string;
  readonly unit: string;
  /** Ratios come from `pairs` pairs of runs: machines are noisy, neighbouring runs are alike. */
  measure(builds: Builds & { readonly pairs: number }): Readonly<Record<string, number>>;
}

/** What cannot be measured here. */
const NOTHING: Readonly<Record<string, number>> = {};
/** What the process itself needs, by the definition. */
const baseMemory = 100e6;
/** Four million lines need more than Node's usual limit. */
const heapForGrowth = "--max-old-space-size=12000";

export const rows: Readonly<Record<string, Row>> = {
  parse: {
    title: "cold assessment of the corpus against parsing the same files only",
    aim: "1.5 (mark: 1.25)",
    unit: "x CPU",
    measure: (builds) => {
      const corpus = corpusFolder();
      return paired(
        builds.pairs,
        () => measure([builds.node, builds.parseOnly, corpus, builds.dist]),
        () => assess(builds, corpus),
      );
    },
  },
  ruff: {
    title: "the same against `ruff check --select PERF,FURB,PD,NPY --no-cache`",
    aim: "10 (mark: 1.5)",
    unit: "x CPU",
    measure: (builds) => {
      const corpus = corpusFolder();
      const peers = peerPrograms();
      if (peers === undefined) return NOTHING;
      const options = ["check", "--isolated", "--no-cache", "--select", "PERF,FURB,PD,NPY", "--exit-zero", "--quiet", "."];
      return paired(
        builds.pairs,
        () => measure([peers.ruff, ...options], { cwd: corpus }),
        () => assess(builds, corpus),
      );
    },
  },
  pylint: {
    title: "pylint with only perflint, on 50 k lines, against the assessment",
    aim: "50 (mark: 100)",
    unit: "x CPU",
    measure: (builds) => {
      const peers = peerPrograms();
      if (peers === undefined) return NOTHING;
      const sample = sampleOf(50_000);
      const options = [
        "--load-plugins=perflint",
        "--disable=all",
        "--enable=W8101,W8102,W8201,W8202,W8203,W8204,W8205,R8401,W8402,W8403",
        "--exit-zero",
      ];
      const theirs = measure([peers.pylint, ...options, "--recursive=y", "."], { cwd: sample });
      const ours = median([1, 2, 3].map(() => assess(builds, sample).cpu));
      return { value: theirs.cpu / ours, theirs: theirs.cpu, ours };
    },
  },
  warm: {
    title: "warm assessment from the command line, one file changed (and none)",
    aim: "0.5 s (mark: 0.25)",
    unit: "s CPU",
    measure: (builds) => {
      const corpus = scratchCopy();
      const cache = ["--cache-dir", mkdtempSync(join(tmpdir(), "breakeven-bench-"))];
      const options = builds.hasCache ? cache : [];
      assess(builds, corpus, options);
      const unchanged = median(Array.from({ length: builds.pairs }, () => assess(builds, corpus, options).cpu));
      const changed = Array.from({ length: builds.pairs }, (_, round) => round).map((round) => {
        appendFileSync(join(corpus, "stdlib", "heapq.py"), `\n\ndef added_${round}(xs):\n    return [x * 2 for x in xs]\n`);
        return assess(builds, corpus, options).cpu;
      });
      return { value: median(changed), unchanged };
    },
  },
  server: {
    title: "language server: one file of the corpus changed, to new project-wide heat, median",
    aim: "50 ms (mark: 15)",
    unit: "ms CPU",
    measure: (builds) => {
      const { times } = edit<{ times: number[] }>(builds, "oneFile", corpusFolder());
      return { value: median(times) };
    },
  },
  keystroke: {
    title: "keystroke to new hints in a 5,000-line file, 95th percentile: valid code; while broken",
    aim: "25; 60 ms (mark: 16; 50)",
    unit: "ms CPU",
    measure: (builds) => {
      const { valid, broken } = edit<{ valid: number[]; broken: number[] }>(builds, "keystrokes", longFile(5_000));
      return { value: percentile(valid, 0.95), broken: percentile(broken, 0.95), median: median(valid) };
    },
  },
  memory: {
    title: "memory per million lines above 100 MB, of a cold assessment",
    aim: "150 MB (mark: 60)",
    unit: "MB",
    measure: (builds) => {
      const corpus = corpusFolder();
      const usage = assess(builds, corpus);
      return { value: (usage.memory - baseMemory) / sizeOf(corpus).lines, peak: usage.memory / 1e6 };
    },
  },
  workers: {
    title: "two workers against one, cold",
    aim: "0.65 (mark: 0.55)",
    unit: "x wall",
    measure: (builds) => {
      if (!builds.hasCache) return NOTHING;
      const corpus = corpusFolder();
      const ratios = Array.from({ length: builds.pairs }, () => {
        const one = assess(builds, corpus, ["--workers", "1"]);
        const two = assess(builds, corpus, ["--workers", "2"]);
        return { wall: two.wall / one.wall, cpu: two.cpu / one.cpu };
      });
      return { value: median(ratios.map(({ wall }) => wall)), cpu: median(ratios.map(({ cpu }) => cpu)) };
    },
  },
  growth: {
    title: "CPU per line at 0.1, 0.7, 1.3, 2.7 and 4 million lines, without the start: a larger corpus against a smaller one, at most",
    aim: "1.15",
    unit: "x",
    measure: (builds) => {
      const found: Record<string, number> = {};
      const each: number[] = [];
      const start = startTime(builds);
      for (const copies of [1 / 6, 1, 2, 4, 6]) {
        const folder = copiesOf(copies);
        const { lines } = sizeOf(folder);
        const usage = assess(builds, folder, [], { NODE_OPTIONS: heapForGrowth });
        const perMillion = ((usage.cpu - start) / lines) * 1e6;
        each.push(perMillion);
        found[`CPU s per M at ${(lines / 1e6).toFixed(1)} M`] = perMillion;
        found[`MB at ${(lines / 1e6).toFixed(1)} M`] = usage.memory / 1e6;
      }
      return { value: Math.max(...each.flatMap((large, at) => each.slice(0, at).map((small) => large / small))), ...found };
    },
  },
  activation: {
    title: "activation of the extension in VS Code; from then to the first hints, start of the server included",
    aim: "30; 100 ms (mark: 10)",
    unit: "ms wall",
    measure: ({ pairs }) => {
      const runs = Array.from({ length: pairs }, editorStart).filter((run) => run !== undefined);
      if (runs.length === 0) return NOTHING;
      const of = (label: string) => median(runs.map((run) => run[label] as number));
      return { value: of("activation"), hints: of("hints"), "server's first answer": of("server's first answer") };
    },
  },
  start: {
    title: "command line on a folder with one file: start, knowledge, parser and answer",
    aim: "",
    unit: "s CPU",
    measure: (builds) => {
      return { value: startTime(builds) };
    },
  },
};

/** CPU seconds of a run with hardly anything to assess. */
function startTime(builds: Builds): number {
  const folder = mkdtempSync(join(tmpdir(), "breakeven-bench-"));
  const sample = longFile(100);
  cpSync(sample, join(folder, basename(sample)));
  return median([1, 2, 3, 4, 5].map(() => assess(builds, folder).cpu));
}

/** Starts the extension in a VS Code once; milliseconds, or undefined where there is no editor. */
function editorStart(): Readonly<Record<string, number>> | undefined {
  const done = spawnSync(process.execPath, [join("test", "editor", "run.mjs"), "--only", "activation"], { encoding: "utf8" });
  const results = JSON.parse(readFileSync(join("test", "output", "editor-results.json"), "utf8"));
  if (done.status !== 0) throw new Error(`the editor did not start: ${done.stdout.slice(-500)}`);
  return results.measured;
}

function assess(builds: Builds, folder: string, options: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Usage {
  // CPU time of one thread: what threads cost and bring is a row of its own.
  const single = options.includes("--workers") ? [] : ["--workers", "1"];
  const uncached = options.includes("--cache-dir") ? [] : ["--no-cache"];
  const known = builds.hasCache ? [...uncached, ...single] : [];
  const command = [builds.node, join(builds.dist, "cli.js"), "assess", folder, "--format", "json", "--quiet", ...known, ...options];
  return measure(command, { environment });
}

/** Median of the ratios of neighbouring runs, with the medians of both. */
function paired(pairs: number, left: () => Usage, right: () => Usage): Record<string, number> {
  const found = Array.from({ length: pairs }, () => {
    const theirs = left().cpu;
    const own = right();
    return { theirs, ours: own.cpu, peak: own.memory };
  });
  return {
    value: median(found.map(({ theirs, ours }) => ours / theirs)),
    theirs: median(found.map(({ theirs }) => theirs)),
    ours: median(found.map(({ ours }) => ours)),
    "peak MB": median(found.map(({ peak }) => peak)) / 1e6,
  };
}

function edit<Result>(builds: Builds, name: string, target: string): Result {
  const report = workFile("editing.json");
  measure([builds.node, builds.editing, name, target, builds.dist, report], { cwd: dirname(builds.dist) });
  return JSON.parse(readFileSync(report, "utf8")) as Result;
}
