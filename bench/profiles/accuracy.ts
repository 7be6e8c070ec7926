/**
 * `npm run bench:profiles -- --python PYTHON`: does an imported profile lead to the code that takes the time? Programs of the accuracy set
 * are profiled anew, once by cProfile and once by py-spy, ranked by these profiles as `breakeven assess --profile` does, and the rankings
 * are scored against the truth files, which come from other runs on another machine. Writes README.md. PYTHON needs what
 * `--requirements` prints.
 */
import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type AdviceSettings, adviseProject } from "../../src/advice";
import { lineAt } from "../../src/base";
import type { Knowledge } from "../../src/knowledge";
import { mapProfiles, readProfile } from "../../src/profile";
import { type AssessedProgram, assessProgram, spotsOf } from "../accuracy/assess-program";
import { sameSources } from "../accuracy/evaluate";
import { loadProjectKnowledge } from "../accuracy/load-knowledge";
import { createBenchParser } from "../accuracy/read-program";
import { scoreRanking } from "../accuracy/score";
import { loadTruth, type TruthProgram } from "../accuracy/truth";
import { type RecordedProgram, recordedPrograms, requirements } from "./programs";
import { type MeasuredSpot, type ProgramResult, type RankingResult, writeReadme } from "./write-readme";

const tools = ["cProfile", "py-spy"] as const;
type Tool = (typeof tools)[number];

const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    truth: { type: "string", default: process.env["BREAKEVEN_TRUTH"] ?? "../shared/truth" },
    sources: { type: "string", default: "bench/accuracy/.work/sources" },
    seconds: { type: "string", default: "5" },
    only: { type: "string", default: "" },
    nice: { type: "string", default: "0" },
    again: { type: "boolean", default: false },
    requirements: { type: "boolean", default: false },
  },
});

/** As `breakeven assess --limit 200` without any other setting. */
const settings: AdviceSettings = {
  disabledRules: [],
  ignoredPaths: [],
  hotspotLimit: 200,
  minimumShare: 0.01,
  rustExperience: "learning",
};

if (values.requirements) process.stdout.write(`${requirements().join("\n")}\n`);
else void main();

async function main(): Promise<void> {
  const work = resolve("bench/profiles/.work");
  mkdirSync(work, { recursive: true });
  const chosen = new Map(recordedPrograms.filter(({ program }) => program.includes(values.only)).map((it) => [it.program, it]));
  recordAll([...chosen.values()], work);
  const truths = loadTruth(resolve(values.truth)).filter(({ program }) => chosen.has(program));
  const knowledge = loadProjectKnowledge();
  const parser = await createBenchParser();
  const results = new Map<string, ProgramResult>();
  for (const group of sameSources(truths)) {
    const assessed = assessProgram(parser, resolve(values.sources), group[0] as TruthProgram, knowledge);
    for (const truth of group) {
      const [cProfile, pySpy] = await Promise.all(tools.map((tool) => rank(truth, assessed, knowledge, fileOf(work, truth.program, tool))));
      const estimate = scoreRanking(truth, spotsOf(assessed.graph, assessed.heat));
      if (cProfile === undefined || pySpy === undefined) throw new Error(`no profiles of ${truth.program}`);
      results.set(truth.program, { truth, estimate, cProfile, pySpy });
      const figures = [estimate, cProfile, pySpy].map(({ coverage5 }) => coverage5.toFixed(2));
      process.stdout.write(`${truth.program}: source ${figures[0]}, cProfile ${figures[1]}, py-spy ${figures[2]}\n`);
    }
  }
  parser.dispose();
  if (values.only !== "") return;
  const inOrder = [...chosen.keys()].map((name) => results.get(name)).filter((it) => it !== undefined);
  writeReadme("bench/profiles/README.md", inOrder, {
    python: pythonSays("import platform; print(platform.python_version())"),
    seconds: values.seconds,
  });
}

function fileOf(work: string, program: string, tool: Tool): string {
  return join(work, `${program}.${tool === "cProfile" ? "pstats" : "txt"}`);
}

function recordAll(programs: readonly RecordedProgram[], work: string): void {
  const missing = programs.flatMap((program) =>
    tools
      .map((tool) => ({ program, tool, output: fileOf(work, program.program, tool) }))
      .filter(({ output }) => values.again || !existsSync(output)),
  );
  if (missing.length === 0) return;
  const benchmarks = pythonSays(
    "import pyperformance, os; print(os.path.join(os.path.dirname(pyperformance.__file__), 'data-files', 'benchmarks'))",
  );
  for (const { program, tool, output } of missing) {
    const script = join(benchmarks, program.benchmark, "run_benchmark.py");
    const command = [values.python, "bench/profiles/record_program.py", tool, values.seconds, output, script, ...program.arguments];
    const run = spawnSync("nice", ["-n", values.nice, ...command], { encoding: "utf8" });
    if (run.status !== 0 || !existsSync(output)) throw new Error(`${program.program} under ${tool}: ${run.stderr}`);
    process.stdout.write(`${program.program} recorded by ${tool}\n`);
  }
}

async function rank(
  truth: TruthProgram,
  { graph, heat }: AssessedProgram,
  knowledge: Knowledge,
  file: string,
): Promise<RankingResult | undefined> {
  const profile = await readProfile(file, createReadStream(file));
  const { libraries } = knowledge;
  const { measured } = mapProfiles([{ profile, weight: 1 }], graph, {
    root: join(resolve(values.sources), truth.program),
    isLibrary: (name) => libraries.find(name) !== undefined,
    isStandardLibrary: (name) => libraries.isStandardLibrary(name),
  });
  const advised = adviseProject({ graph, heat, knowledge, settings, measured });
  if (!measured.ranks || advised.profile === undefined) return undefined;
  const spots = advised.hotspots.map(({ function: { path, fact, file: facts }, measured: found }): MeasuredSpot => {
    const [startLine, endLine] = [lineAt(facts.lineStarts, fact.start), lineAt(facts.lineStarts, fact.end)];
    return { path, qualname: fact.qualname, startLine, endLine, share: found?.share ?? 0 };
  });
  const { samples, ownMappedShare } = measured;
  return { ...scoreRanking(truth, spots), spots, samples, ownMappedShare, agreement: advised.profile.agreement };
}

function pythonSays(code: string): string {
  const run = spawnSync(values.python, ["-c", code], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${values.python}: ${run.stderr || run.error?.message}`);
  return run.stdout.trim();
}
