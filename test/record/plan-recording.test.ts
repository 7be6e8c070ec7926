import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { RecordError } from "../../src/record";
import { explainFailure } from "../../src/record/explain-failure";
import { standardSampling } from "../../src/record/samplers";
import { makeProgram, needs, type Program } from "./support/recording";

describe("planning a recording", () => {
  let program: Program;
  before(async function () {
    await needs(this, "python3");
  });
  beforeEach(() => {
    program = makeProgram({
      "app.py": "print('never run by planning')",
      tool: "#!/usr/bin/env python3\nprint(1)\n",
      "other.sh": "#!/bin/sh\nexit 0\n",
      "not-python3": "#!/bin/sh\nexit 1\n",
    });
  });
  afterEach(() => program.remove());

  const isRefused = (command: readonly string[], message: RegExp, change = {}) =>
    assert.rejects(program.plan(command, change), (error: unknown) => {
      assert.ok(error instanceof RecordError, String(error));
      assert.match(error.message, message);
      return true;
    });

  it("names what is missing", async () => {
    await isRefused([], /say what to run/);
    await isRefused(["python3"], /say what Python is to run/);
    await isRefused(["python3", "-"], /standard input cannot be recorded/);
    await isRefused(["python3", "none.py"], /none\.py: no such script in /);
    await isRefused(["no-such-program"], /no-such-program: no such program/);
    await isRefused(["python3.99", "app.py"], /no Python: python3\.99 is not there/);
    await isRefused(["app.py"], /no Python: neither python3 nor python is on PATH/, { env: { PATH: program.folder } });
  });

  it("says what is wrong with an interpreter that does not work", async () => {
    writeFileSync(join(program.folder, "python3"), "#!/bin/sh\necho broken >&2\nexit 1\n", { mode: 0o755 });
    await isRefused(["./python3", "app.py"], /python3 is no Python 3 that works: broken/);
  });

  it("puts python before a script and before a program written in it", async () => {
    for (const command of [
      ["app.py", "x"],
      ["./tool", "x"],
      ["python3", "app.py", "x"],
    ]) {
      const plan = await program.plan(command, { sampler: "cprofile" });
      assert.match(plan.argv[0] ?? "", /python/);
      assert.deepEqual(plan.argv.slice(-1), ["x"]);
      assert.equal(plan.extension, "pstats");
    }
  });

  it("hands options on to the interpreter", async () => {
    const rest = async (...words: string[]) => {
      const { argv } = await program.plan(["python3", ...words], { sampler: "cprofile" });
      const runnerAt = argv.findIndex((word) => word.endsWith("run_program.py"));
      return [argv.slice(1, runnerAt), argv.slice(argv.indexOf("--") + 1)];
    };
    assert.deepEqual(await rest("-O", "-X", "dev", "-Wignore", "app.py", "-m", "x"), [
      ["-O", "-X", "dev", "-W", "ignore"],
      ["app.py", "-m", "x"],
    ]);
    assert.deepEqual(await rest("-um", "app", "x"), [["-u"], ["-m", "app", "x"]]);
    assert.deepEqual(await rest("-mapp"), [[], ["-m", "app"]]);
    assert.deepEqual(await rest("-c", "pass", "-c"), [[], ["-c", "pass", "-c"]]);
  });

  it("refuses cProfile for what is not Python", async () => {
    await isRefused(["./other.sh"], /cProfile starts Python itself, and other\.sh is no Python script/, { sampler: "cprofile" });
  });

  it("refuses a sampler that is not there, and falls back to cProfile when none was asked for", async () => {
    const { argv } = await program.plan(["app.py"], { sampler: "cprofile" });
    const python = argv[0] as string;
    const env = { PATH: program.folder };
    await isRefused([python, "app.py"], /profiling\.sampling|has no/, { sampler: "sampling", env });
    // A tool that is there and does not start is told, then the next one is tried.
    writeFileSync(join(program.folder, "austin"), "#!/bin/sh\necho 'no such library' >&2\nexit 1\n", { mode: 0o755 });
    await isRefused([python, "app.py"], /austin does not start: no such library/, { sampler: "austin", env });
  });

  it("tries a sampler before the program is run, and says what it may not", async () => {
    const { argv } = await program.plan(["app.py"], { sampler: "cprofile" });
    const refusing =
      "#!/bin/sh\ncase $1 in --version) echo py-spy 0.4.1;; *) echo 'Error: Permission Denied: Try running again' >&2; exit 1;; esac\n";
    writeFileSync(join(program.folder, "py-spy"), refusing, { mode: 0o755 });
    const folders = { PATH: program.folder };
    await isRefused([argv[0] as string, "app.py"], /py-spy (0\.4\.1 may not look into programs here|is not installed)/, {
      sampler: "py-spy",
      env: folders,
    });
  });
});

describe("the sampler of Python 3.15", () => {
  const order = {
    program: { python: { executable: "/py", version: [3, 15] as const }, command: [], start: { options: [], target: ["a.py"] }, name: "a" },
    rate: 200,
    runner: "/run.py",
    files: { part: "/p.part", kept: "/p.kept", status: "/p.status", stop: "/p.stop" },
  };
  const argv = (help: string, timeLimit?: number) => standardSampling(order.program.python, help).argv({ ...order, timeLimit });

  it("is told the rate in the words of its version", () => {
    assert.ok(argv("-r RATE, --sampling-rate RATE").join(" ").includes("--sampling-rate 200"));
    assert.ok(argv("-i MICROSECONDS, --interval MICROSECONDS").join(" ").includes("--interval 5000"));
  });

  it("does not stop by itself before the time limit", () => {
    assert.ok(argv("", 2.5).join(" ").includes("--duration 3"));
    assert.ok(argv("").join(" ").includes("--duration 86400"));
  });
});

describe("a sampler's own words", () => {
  const cases: readonly [string, NodeJS.Platform, RegExp][] = [
    ["This program requires root on OSX.", "darwin", /only as root here \(a rule of macOS\).*cProfile/],
    ["Error: Permission denied (os error 13)", "darwin", /macOS asks for root/],
    ["Error: Operation not permitted (os error 1)", "linux", /SYS_PTRACE|ptrace_scope/],
    ["Access is denied. (os error 5)", "win32", /administrator/],
    ["Error: Failed to find python version from target process", "linux", /does not know this Python/],
    ["Error: something else\n\nStack backtrace:\n", "linux", /^py-spy failed: something else$/],
    ["", "linux", /^py-spy failed: it gave no reason$/],
  ];
  for (const [said, platform, expected] of cases) {
    it(`explains "${said.split("\n")[0]}" on ${platform}`, () => assert.match(explainFailure("py-spy", said, platform), expected));
  }
});
