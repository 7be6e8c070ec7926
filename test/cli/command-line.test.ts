import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assessmentSchema } from "../../src/report";
import { hotProgram, makeFolder } from "../session/support/temporary-folder";
import { buildCli, type Run, runCli, samples } from "./support/run-cli";

/** A mistake of the user: status 2, one line that says what and nothing on standard output. */
function isUsageError(run: Run, message: RegExp): void {
  assert.deepEqual([run.status, run.stdout], [2, ""], run.stderr);
  assert.match(run.stderr, message);
  assert.doesNotMatch(run.stderr, /\n\s+at /, "no stack");
}

describe("command line", function () {
  this.timeout(120_000);
  before(buildCli);

  describe("assess", () => {
    const answers = [
      { sample: "orbits", recommendation: "hybrid", place: "accelerations", target: "pyo3" },
      { sample: "sales-report", recommendation: "dataframe-engine", place: "revenue_by_shop", target: "polars" },
      { sample: "guestbook", recommendation: "stay-python", place: "edit_distance", target: "pyo3" },
    ];
    for (const { sample, recommendation, place, target } of answers) {
      it(`answers ${recommendation} for the sample ${sample}, first of all because of ${place}`, async () => {
        const run = await runCli(["assess", join(samples, sample), "--format", "json"]);
        assert.deepEqual([run.status, run.stderr], [0, ""]);
        const { verdict, project, hotspots } = assessmentSchema.parse(JSON.parse(run.stdout));
        assert.equal(verdict.recommendation, recommendation);
        assert.deepEqual([hotspots[0]?.qualname, hotspots[0]?.advice[0]?.target], [place, target]);
        assert.deepEqual(project.problems, []);
      });
    }

    it("prints the answer into a pipe without colour, bar or escape sequence", async () => {
      const run = await runCli(["assess", join(samples, "orbits")]);
      assert.deepEqual([run.status, run.stderr], [0, ""]);
      assert.match(run.stdout, /Hybrid: Python with a native core/);
      assert.ok(!run.stdout.includes("\u001b"));
    });

    it("follows COLUMNS, FORCE_COLOR and NO_COLOR", async () => {
      const narrow = await runCli(["assess", join(samples, "orbits")], { env: { COLUMNS: "80" } });
      assert.ok(narrow.stdout.split("\n").every((line) => line.length <= 80));
      assert.ok((await runCli(["assess", join(samples, "orbits")], { env: { FORCE_COLOR: "1" } })).stdout.includes("\u001b["));
      const plain = await runCli(["assess", join(samples, "orbits")], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } });
      assert.ok(!plain.stdout.includes("\u001b"));
    });

    it("assesses the folder one stands in by default", async () => {
      const run = await runCli(["assess", "--format", "json"], { cwd: join(samples, "orbits") });
      assert.equal(JSON.parse(run.stdout).hotspots[0].path, "orbits/forces.py");
    });

    it("ends with status 1 when an advice is as sure as --fail-on says, and not before", async () => {
      const folder = makeFolder({ "app.py": hotProgram });
      const status = async (level: string) => (await runCli(["assess", folder, "--fail-on", level])).status;
      const { hotspots } = JSON.parse((await runCli(["assess", folder, "--format", "json"])).stdout);
      const levels = ["low", "medium", "high"];
      const sure = Math.max(
        ...hotspots
          .filter(({ advice }: { advice: { target: string }[] }) => advice[0]?.target !== "keep")
          .map(({ advice }: { advice: { confidence: string }[] }) => levels.indexOf(advice[0]?.confidence ?? "")),
      );
      assert.ok(sure >= 0);
      for (const [index, level] of levels.entries()) assert.equal(await status(level), index <= sure ? 1 : 0, level);
      assert.equal(await status("never"), 0);
      assert.equal((await runCli(["assess", makeFolder({ "calm.py": "x = 1\n" }), "--fail-on", "low"])).status, 0);
    });

    it("prints as many hotspots as --limit says", async () => {
      const run = await runCli(["assess", join(samples, "orbits"), "--limit", "2", "--format", "json"]);
      assert.equal(JSON.parse(run.stdout).hotspots.length, 2);
    });

    it("ends quietly when the reader of a pipe has seen enough", async () => {
      const files: Record<string, string> = {};
      for (let index = 0; index < 60; index++) files[`part_${index}.py`] = hotProgram;
      const run = await runCli(["assess", makeFolder(files), "--format", "json", "--limit", "1000"], { closeAfter: 1 });
      assert.deepEqual([run.status, run.signal, run.stderr], [0, null, ""]);
    });

    it("warns about a folder without Python, and still answers", async () => {
      const run = await runCli(["assess", makeFolder({ "notes.txt": "none" })]);
      assert.equal(run.status, 0);
      assert.match(run.stderr, /no Python files found/);
      assert.match(run.stdout, /Not enough evidence/);
      assert.equal((await runCli(["assess", makeFolder({ "notes.txt": "none" }), "--quiet"])).stderr, "");
    });

    it("shows problems of files in the answer", async () => {
      const run = await runCli(["assess", makeFolder({ "app.py": hotProgram, "bad.py": "def f(:\n" })]);
      assert.equal(run.status, 0);
      assert.match(run.stdout, /Problems[\s\S]*bad\.py:1/);
    });

    it("refuses what it does not understand in one line", async () => {
      isUsageError(await runCli(["assess", "no/such/folder"]), /^breakeven: .*no\/such\/folder: no such file or folder\n$/);
      isUsageError(await runCli(["assess", "--colour"]), /unknown option '--colour'/);
      isUsageError(await runCli(["asess"]), /unknown command 'asess'[\s\S]*assess/);
      isUsageError(await runCli(["assess", "--format", "xml"]), /xml.*terminal, json, markdown, sarif, html/);
      for (const limit of ["0", "-1", "many", "1.5"]) isUsageError(await runCli(["assess", "--limit", limit]), /whole number from 1 up/);
      isUsageError(await runCli(["assess", "--python", "2.7"]), /3\.11/);
      isUsageError(await runCli(["assess", samples, "--config", "none.toml"]), /none\.toml: no such configuration file/);
    });

    it("names file, line and key of a mistake in the settings", async () => {
      const folder = makeFolder({ "app.py": hotProgram, "breakeven.toml": "limits = 3\n" });
      isUsageError(await runCli(["assess", folder]), /breakeven\.toml.*"limits".*"limit"/);
    });

    it("ends with status 130 when interrupted", async function () {
      if (process.platform === "win32") {
        // Windows has no SIGINT to send to a process.
        this.skip();
      }
      const files: Record<string, string> = {};
      for (let index = 0; index < 6000; index++) files[`part_${index}.py`] = hotProgram.repeat(8);
      const run = await runCli(["assess", makeFolder(files), "--format", "json"], { interruptAfter: 1000 });
      // On a slow machine it may not yet have begun to listen; a shell shows that as 130 as well.
      const status = run.signal === "SIGINT" ? 130 : run.status;
      assert.deepEqual([status, run.stdout], [130, ""], run.stderr);
    });
  });

  describe("--output", () => {
    for (const format of ["terminal", "json", "markdown", "sarif", "html"]) {
      it(`writes ${format} whole, and leaves nothing beside`, async () => {
        const folder = makeFolder({ "out/": "" });
        const file = join(folder, "out", "report");
        writeFileSync(file, "before");
        const run = await runCli(["assess", join(samples, "guestbook"), "--format", format, "--output", file]);
        assert.deepEqual([run.status, run.stdout, run.stderr], [0, "", ""]);
        const text = readFileSync(file, "utf8");
        assert.ok(text.endsWith("\n") || format === "html");
        assert.ok(text.includes("edit_distance"));
        assert.ok(!text.includes("\u001b"));
        assert.deepEqual(readdirSync(join(folder, "out")), ["report"]);
      });
    }

    it("is checked before the work starts, and fails without leaving a part", async () => {
      const folder = makeFolder({});
      isUsageError(await runCli(["assess", samples, "-o", join(folder, "none", "report")]), /folder .*none does not exist/);
      mkdirSync(join(folder, "taken"));
      isUsageError(await runCli(["assess", join(samples, "orbits"), "-o", join(folder, "taken")]), /--output/);
      assert.deepEqual(readdirSync(folder), ["taken"]);
    });
  });

  describe("explain", () => {
    it("explains a rule by code in any case and by id", async () => {
      const byCode = await runCli(["explain", "be401"]);
      assert.equal(byCode.status, 0);
      assert.match(byCode.stdout, /^BE401 row-wise-dataframe-apply: /);
      assert.equal((await runCli(["explain", "row-wise-dataframe-apply"])).stdout, byCode.stdout);
    });

    it("explains how a place got its share", async () => {
      const run = await runCli(["explain", "orbits/forces.py:12"], { cwd: join(samples, "orbits") });
      assert.equal(run.status, 0, run.stderr);
      assert.match(run.stdout, /accelerations/);
    });

    it("says what helps when there is no such rule or place", async () => {
      isUsageError(await runCli(["explain", "BE999"]), /no rule "BE999"; `breakeven rules` lists/);
      isUsageError(await runCli(["explain", "README.md:3"], { cwd: join(samples, "orbits") }), /README\.md: not a Python file/);
      isUsageError(await runCli(["explain", "orbits/forces.py"], { cwd: join(samples, "orbits") }), /orbits\/forces\.py:1/);
      isUsageError(await runCli(["explain"]), /missing required argument/);
    });
  });

  describe("rules", () => {
    it("lists every rule, as text and as JSON", async () => {
      const rules = JSON.parse((await runCli(["rules", "--format", "json"])).stdout) as { code: string }[];
      assert.ok(rules.length >= 24);
      const text = (await runCli(["rules"])).stdout;
      for (const { code } of rules) assert.ok(text.includes(code), code);
    });
  });

  it("prints help and version with status 0", async () => {
    for (const args of [[], ["--help"], ["assess", "--help"], ["--version"]]) {
      const run = await runCli(args);
      assert.deepEqual([run.status, run.stderr], [0, ""], args.join(" "));
      assert.ok(run.stdout.length > 0);
    }
  });
});
