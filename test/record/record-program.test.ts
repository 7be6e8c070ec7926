import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { RecordError } from "../../src/record";
import { makeProgram, needs, type Program, record } from "./support/recording";

/** Works until a file named by its argument is there, or for so many seconds. */
const spin = `import sys, time
def work(count):
    total = 0
    for value in range(count):
        total += value * value
    return total
def main(seconds, status):
    end = time.time() + seconds
    while time.time() < end:
        work(2000)
    print("out", sys.argv[1:], flush=True)
    print("error", file=sys.stderr, flush=True)
    sys.exit(status)
if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
`;

const tree = `import subprocess, sys, time
from pathlib import Path
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
Path("child.pid").write_text(str(child.pid))
end = time.time() + 60
while time.time() < end:
    sum(range(1000))
`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that is dead but not yet collected has no command line.
    return !existsSync("/proc/self") || readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch {
    return false;
  }
}

/** Stops as soon as the program has written `file`. */
function stopWhenThere(file: string): { readonly signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const timer = setInterval(() => existsSync(file) && readFileSync(file, "utf8") !== "" && controller.abort(), 20);
  return { signal: controller.signal, done: () => clearInterval(timer) };
}

const samplers = [
  { sampler: "cprofile", program: "python3", extension: "pstats" },
  { sampler: "py-spy", program: "py-spy", extension: "collapsed" },
  { sampler: "austin", program: "austin", extension: "austin" },
] as const;

for (const { sampler, program: needed, extension } of samplers) {
  describe(`recording with ${sampler}`, () => {
    let program: Program;
    before(async function () {
      await needs(this, "python3");
      await needs(this, needed);
    });
    beforeEach(() => {
      program = makeProgram({ "spin.py": spin, "tree.py": tree, "waits.py": "import time; time.sleep(0.2)" });
    });
    afterEach(() => program.remove());

    it("passes words and exit status on and leaves the profile and nothing else", async () => {
      const before = readdirSync(program.folder);
      const plan = await program.plan(["python3", "spin.py", "0.3", "3"], { sampler });
      assert.ok(plan.commandLine.includes("spin.py 0.3 3"), plan.commandLine);
      const recording = await record(plan);
      assert.deepEqual([recording.outcome, recording.end], ["ended", { kind: "exit", value: 3 }]);
      assert.match(recording.words, /out \['0.3', '3'\]/);
      assert.match(recording.words, /^error$/m);
      assert.ok(!/py-spy|austin/i.test(recording.words), "the sampler's words stay apart");
      assert.equal(basename(recording.file), `profile.${extension}`);
      assert.ok(readFileSync(recording.file).includes("work"));
      if (sampler !== "cprofile") {
        assert.ok((recording.samples ?? 0) > 5);
        assert.ok(!readFileSync(recording.file).includes("run_program.py:"), "the runner's own frames are left out");
      }
      assert.deepEqual(readdirSync(program.folder).sort(), [...before, `profile.${extension}`].sort());
    });

    it("runs modules with their arguments", async () => {
      const recording = await record(await program.plan(["python3", "-m", "spin", "0.2"], { sampler }));
      assert.deepEqual(recording.end, { kind: "exit", value: 0 });
      assert.ok(readFileSync(recording.file).includes("work"));
    });

    it("stops at the time limit, keeps what was recorded and leaves no child process", async () => {
      const recording = await record(await program.plan(["python3", "tree.py"], { sampler, timeLimit: 0.6 }));
      assert.equal(recording.outcome, "time-limit");
      assert.ok(existsSync(recording.file));
      assert.equal(isRunning(Number(readFileSync(join(program.folder, "child.pid"), "utf8"))), false);
    });

    it("stops on request and keeps what was recorded", async () => {
      const stop = stopWhenThere(join(program.folder, "child.pid"));
      try {
        const recording = await record(await program.plan(["python3", "tree.py"], { sampler }), { stop: stop.signal });
        assert.equal(recording.outcome, "stopped");
        assert.ok(existsSync(recording.file));
        assert.equal(isRunning(Number(readFileSync(join(program.folder, "child.pid"), "utf8"))), false);
      } finally {
        stop.done();
      }
    });

    if (sampler === "py-spy") {
      it("says so when no sample was taken, with the end of the program", async () => {
        await assert.rejects(record(await program.plan(["python3", "-S", "waits.py"], { sampler, rate: 1 })), (error: RecordError) => {
          assert.ok(error instanceof RecordError);
          assert.match(error.message, /no sample was taken: the program ended after \d+\.\d s/);
          assert.deepEqual(error.end, { kind: "exit", value: 0 });
          return true;
        });
        assert.equal(existsSync(join(program.folder, "profile.collapsed")), false);
      });

      it("records processes that the program starts, and programs that are not Python", async () => {
        const python = (await program.plan(["python3", "spin.py"], { sampler: "cprofile" })).argv[0] as string;
        const many = makeProgram({
          "spin.py": spin,
          "parent.py": "import subprocess, sys; subprocess.run([sys.executable, 'spin.py', '1'])",
          "start.sh": `#!/bin/sh\n${python} spin.py 1\n`,
        });
        try {
          for (const command of [["python3", "parent.py"], ["./start.sh"]]) {
            const recording = await record(await many.plan(command, { sampler }));
            assert.match(readFileSync(recording.file, "utf8"), /work \(.*spin\.py:\d+\)/);
          }
        } finally {
          many.remove();
        }
      });
    }
  });
}

describe("a program within the runner", () => {
  let program: Program;
  before(async function () {
    await needs(this, "python3");
  });
  beforeEach(() => {
    program = makeProgram({
      "where.py": `import __main__, os, pickle, sys
class Thing: pass
assert __name__ == "__main__" and __main__.Thing is Thing, __main__
assert pickle.loads(pickle.dumps(Thing())).__class__ is Thing
print(sys.argv, os.path.basename(sys.path[0]) == os.path.basename(os.getcwd()), os.path.basename(__file__))
`,
      "raises.py": "def inner():\n    raise ValueError('no')\ninner()\n",
      "says.py": "raise SystemExit('said why')",
      "abrupt.py": "import os; os._exit(4)",
      "deaf.py": `import sys, time
from pathlib import Path
Path("ready").write_text("1")
end = time.time() + 60
while time.time() < end:
    try:
        time.sleep(0.05)
    except KeyboardInterrupt:
        Path("heard").write_text("1")
`,
    });
  });
  afterEach(() => program.remove());

  const recordCprofile = async (command: readonly string[], options = {}) =>
    record(await program.plan(command, { sampler: "cprofile" }), options);

  it("finds itself as Python's own main module", async () => {
    const { words, end } = await recordCprofile(["python3", "where.py", "a b"]);
    assert.equal(words, "['where.py', 'a b'] True where.py\n");
    assert.deepEqual(end, { kind: "exit", value: 0 });
  });

  it("runs as a module and as code, too", async () => {
    assert.match((await recordCprofile(["python3", "-m", "where", "x"])).words, /where\.py', 'x'\] True where\.py/);
    assert.match((await recordCprofile(["python3", "-c", "import sys; print(sys.argv, __name__)", "x"])).words, /\['-c', 'x'\] __main__/);
  });

  it("shows tracebacks without the runner and ends as Python does", async () => {
    const { words, end } = await recordCprofile(["python3", "raises.py"]);
    assert.deepEqual(end, { kind: "exit", value: 1 });
    assert.match(words, /raises\.py", line 3, in <module>[\s\S]*ValueError: no/);
    assert.ok(!words.includes("run_program"), words);
    const said = await recordCprofile(["python3", "says.py"]);
    assert.deepEqual([said.words, said.end], ["said why\n", { kind: "exit", value: 1 }]);
  });

  it("explains that a program which ends abruptly leaves no profile", async () => {
    await assert.rejects(recordCprofile(["python3", "abrupt.py"]), /leaves cProfile no chance to write/);
    assert.deepEqual(
      readdirSync(program.folder).filter((name) => name.startsWith("profile")),
      [],
    );
  });

  it("is ended at once when asked with force", async () => {
    const force = new AbortController();
    const stop = stopWhenThere(join(program.folder, "ready"));
    const heard = stopWhenThere(join(program.folder, "heard"));
    heard.signal.addEventListener("abort", () => force.abort());
    try {
      const run = recordCprofile(["python3", "deaf.py"], { stop: stop.signal, force: force.signal });
      await assert.rejects(run, /did not end when asked to/);
    } finally {
      stop.done();
      heard.done();
    }
  });

  it("stops for a file where no signal can be sent", async () => {
    const stopFile = join(program.folder, "stop");
    const status = join(program.folder, "status");
    const { runner } = await import("./support/recording");
    const code = `import time, pathlib; pathlib.Path(${JSON.stringify(stopFile)}).write_text('')\nwhile True: pass`;
    const words = [runner, "inside", status, "--cprofile", join(program.folder, "p"), "--stop-file", stopFile, "--", "-c", code];
    const run = spawnSync("python3", words, { encoding: "utf8", cwd: program.folder });
    assert.equal(run.status, 130, run.stderr);
    assert.match(readFileSync(status, "utf8"), /^pid \d+\nexit 130\n$/);
    assert.ok(existsSync(join(program.folder, "p")));
  });
});
