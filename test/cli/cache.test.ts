import assert from "node:assert/strict";
import { copyFileSync, cpSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "../session/support/temporary-folder";
import { someLibraryFiles } from "../support/library-files";
import { buildCli, cli, runCli } from "./support/run-cli";

describe("cache and threads of the command line", function () {
  this.timeout(120_000);
  let program: string;
  before(async () => {
    await buildCli();
    // A copy: runs of different builds must not be compared when somebody builds meanwhile.
    const copy = makeFolder({});
    cpSync(dirname(cli), copy, { recursive: true });
    program = join(copy, basename(cli));
  });

  it("change nothing of what is printed: with and without threads, cold and warm", async () => {
    const folder = makeFolder({ "broken.py": "def f(:\n", "latin.py": Buffer.from("# coding: latin-1\nx = '\xe4'\n", "latin1") });
    for (const [index, file] of someLibraryFiles().entries()) copyFileSync(file, join(folder, `m${index}_${basename(file)}`));
    const cache = makeFolder({});
    const assess = async (...options: string[]) => {
      const run = await runCli(["assess", folder, "--format", "json", ...options], { program });
      assert.deepEqual([run.status, run.stderr], [0, ""]);
      return run.stdout;
    };
    const expected = await assess("--no-cache", "--workers", "1");
    assert.ok((await assess("--no-cache", "--workers", "2")) === expected, "two threads");
    assert.ok((await assess("--cache-dir", cache, "--workers", "3")) === expected, "three threads, cold cache");
    assert.ok((await assess("--cache-dir", cache)) === expected, "warm cache");
    assert.equal(packsIn(cache), 1);
    const cleared = await runCli(["cache", "clear", "--cache-dir", cache]);
    assert.match(cleared.stdout, /MB freed in/);
    assert.equal(packsIn(cache), 0);
  });

  it("are refused where they make no sense", async () => {
    for (const options of [
      ["--workers", "0"],
      ["--workers", "many"],
    ]) {
      const run = await runCli(["assess", ".", ...options]);
      assert.equal(run.status, 2);
      assert.match(run.stderr, /from 1 to 64/);
    }
  });
});

function packsIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".pack")).length;
}
