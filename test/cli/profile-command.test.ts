import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildCli, cli, runCli } from "./support/run-cli";

const program = `import sys
def work(count):
    total = 0
    for value in range(count):
        total += value * value
    return total
print("result", work(300000), sys.argv[1:])
sys.exit(int(sys.argv[1]))
`;

const endless = `from pathlib import Path
Path("ready").write_text("1")
while True:
    sum(range(1000))
`;

describe("breakeven profile", function () {
  this.timeout(120_000);
  let folder: string;

  before(async function () {
    if (spawnSync("python3", ["--version"]).status !== 0) {
      this.test?.parent?.eachTest((test) => {
        test.title += " (left out: python3 is not installed)";
      });
      this.skip();
    }
    await buildCli();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "breakeven-profile-"));
    writeFileSync(join(folder, "app.py"), program);
    writeFileSync(join(folder, "endless.py"), endless);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const profile = (...args: string[]) => runCli(["profile", "--with", "cprofile", ...args], { cwd: folder });
  const recorded = () => readdirSync(join(folder, ".breakeven", "profiles"));

  it("shows the command line, passes words and status on, and says how to assess", async () => {
    const run = await profile("--", "python3", "app.py", "3");
    assert.equal(run.status, 3, run.stderr);
    assert.equal(run.stdout, "result 8999955000050000 ['3']\n");
    const [file = ""] = recorded();
    assert.match(file, /^\d{4}-\d\d-\d\d-\d{6}-app\.pstats$/);
    assert.match(run.stderr, /^\$ \S*python\S* .*run_program\.py .*-- app\.py 3$/m);
    assert.match(run.stderr, /the program ended with status 3/);
    assert.ok(run.stderr.includes(`breakeven assess . --profile ${join(".breakeven", "profiles", file)}`), run.stderr);
    assert.match(readFileSync(join(folder, ".breakeven", ".gitignore"), "utf8"), /^\*$/m);
  });

  it("leaves the program's options to it, with and without --", async () => {
    const run = await profile("--quiet", "app.py", "0", "--rate", "--", "--help");
    assert.deepEqual([run.status, run.stderr], [0, ""]);
    assert.match(run.stdout, /\['0', '--rate', '--', '--help'\]/);
  });

  it("writes where --output says, and assesses with it when asked to", async () => {
    const run = await profile("--output", "mine.pstats", "--assess", ".", "--", "python3", "app.py", "0");
    assert.equal(run.status, 0, run.stderr);
    assert.ok(existsSync(join(folder, "mine.pstats")));
    assert.equal(existsSync(join(folder, ".breakeven")), false);
    assert.match(run.stdout, /^result /);
    assert.match(run.stdout, /mine\.pstats/);
    assert.match(run.stdout, /work \(app\.py|app\.py:2|work/);
  });

  it("stops at --duration with status 0", async () => {
    const run = await profile("--duration", "0.5", "--", "python3", "endless.py");
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stderr, /the time limit was reached/);
    assert.equal(recorded().length, 1);
  });

  it("keeps what was recorded on Ctrl-C, with status 130", async () => {
    const child = spawn(process.execPath, [cli, "profile", "--with", "cprofile", "--", "python3", "endless.py"], { cwd: folder });
    const ready = setInterval(() => {
      if (!existsSync(join(folder, "ready"))) return;
      clearInterval(ready);
      child.kill("SIGINT");
    }, 20);
    const status = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(status, 130);
    assert.deepEqual(
      recorded().map((name) => name.replace(/.*\./, "")),
      ["pstats"],
    );
  });

  it("tells mistakes in one line before anything is run", async () => {
    const mistakes: readonly [readonly string[], RegExp][] = [
      [["--", "python3", "none.py"], /^breakeven: none\.py: no such script in /],
      [["--", "no-such-program"], /^breakeven: no-such-program: no such program/],
      [["--output", "none/x", "--", "app.py"], /--output none\/x: the folder .* does not exist/],
      [["--rate", "0", "--", "app.py"], /whole number from 1 up/],
      [["--duration", "-1", "--", "app.py"], /number above 0/],
    ];
    for (const [args, message] of mistakes) {
      const run = await profile(...args);
      assert.deepEqual([run.status, run.stdout], [2, ""], run.stderr);
      assert.match(run.stderr, message);
      assert.doesNotMatch(run.stderr, /\n\s+at /);
    }
    assert.deepEqual(readdirSync(folder).sort(), ["app.py", "endless.py"]);
  });

  it("says when there is no profile, with a status that is not success", async () => {
    writeFileSync(join(folder, "abrupt.py"), "import os; os._exit(0)");
    const run = await profile("--", "python3", "abrupt.py");
    assert.equal(run.status, 2);
    assert.match(run.stderr, /no profile: the program ended .*os\._exit/);
    assert.deepEqual(recorded(), []);
  });
});
