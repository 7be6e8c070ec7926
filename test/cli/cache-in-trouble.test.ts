/** The cache with everything that can happen to it, by the built command line and the real system. Whatever happens, the result is the same. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "../session/support/temporary-folder";
import { someLibraryFiles } from "../support/library-files";
import { buildCli, cli } from "./support/run-cli";

describe("the command line gives the same result", function () {
  this.timeout(120_000);
  let program: string;
  let folder: string;
  let expected: string;
  let duration: number;
  before(async () => {
    await buildCli();
    const copy = makeFolder({});
    cpSync(dirname(cli), copy, { recursive: true });
    program = join(copy, basename(cli));
    folder = makeFolder({ "broken.py": "def f(:\n" });
    for (const [index, file] of someLibraryFiles().slice(0, 40).entries()) copyFileSync(file, join(folder, `m${index}_${basename(file)}`));
    const started = performance.now();
    expected = run(["--no-cache"]);
    duration = performance.now() - started;
  });

  const command = (options: readonly string[]) => [process.execPath, program, "assess", folder, "--format", "json", "--quiet", ...options];

  /** With `shell`, its script is run and finds the command as its arguments. */
  function run(options: readonly string[], shell?: string): string {
    const [first = "", ...rest] = shell === undefined ? command(options) : ["sh", "-c", shell, "sh", ...command(options)];
    const done = spawnSync(first, rest, { encoding: "utf8", maxBuffer: 1 << 26 });
    assert.deepEqual([done.status, done.stderr], [0, ""]);
    return done.stdout;
  }

  it("after runs that were killed at any moment, and leaves nothing half written that is taken for whole", async () => {
    const cache = makeFolder({});
    for (const part of [0.35, 0.5, 0.65, 0.8, 0.9, 1]) {
      const [first = "", ...rest] = command(["--cache-dir", cache, "--workers", "2"]);
      const child = spawn(first, rest, { stdio: "ignore" });
      const timer = setTimeout(() => child.kill("SIGKILL"), part * duration);
      await new Promise((resolve) => child.on("close", resolve));
      clearTimeout(timer);
    }
    assert.ok(run(["--cache-dir", cache]) === expected, "first run after the kills");
    assert.ok(run(["--cache-dir", cache]) === expected, "second run after the kills");
  });

  it("from processes side by side that share a cache", async () => {
    const cache = makeFolder({});
    const outputs = await Promise.all(
      ["1", "2", "1"].map((workers) => {
        const [first = "", ...rest] = command(["--cache-dir", cache, "--workers", workers]);
        const child = spawn(first, rest, { stdio: ["ignore", "pipe", "inherit"] });
        let text = "";
        child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        return new Promise<string>((resolve) => child.on("close", () => resolve(text)));
      }),
    );
    for (const output of outputs) assert.ok(output === expected);
    assert.ok(run(["--cache-dir", cache]) === expected, "a run after them");
  });

  it("with bits turned at random places of every file in the cache, or the files of another version", () => {
    const cache = makeFolder({});
    run(["--cache-dir", cache]);
    let seed = 20_261_124;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 4; round++) {
      for (const file of filesIn(cache)) {
        const bytes = readFileSync(file);
        for (let turn = 0; turn < 1 + round * 20; turn++) {
          const at = random(bytes.length);
          bytes[at] = (bytes[at] as number) ^ (1 << random(8));
        }
        writeFileSync(file, bytes);
      }
      assert.ok(run(["--cache-dir", cache]) === expected, `round ${round}`);
    }
    const all = filesIn(cache);
    for (const file of all) writeFileSync(file, Buffer.concat([Buffer.from("BKFACTS9"), readFileSync(file).subarray(8)]));
    assert.ok(run(["--cache-dir", cache]) === expected, "another version");
    for (const file of all) writeFileSync(file, readFileSync(all[0] as string));
    assert.ok(run(["--cache-dir", cache]) === expected, "files in place of each other");
  });

  it("when no file may grow large", function () {
    // Windows has no such limit.
    if (process.platform === "win32") this.skip();
    const cache = makeFolder({});
    assert.ok(run(["--cache-dir", cache], 'ulimit -f 8; exec "$@"') === expected);
    assert.ok(filesIn(cache).every((file) => statSync(file).size <= 8 * 512 || file.endsWith(".answer")));
    assert.ok(run(["--cache-dir", cache]) === expected, "and when it may again");
  });

  it("on a disk that is full or may only be read", () => {
    const cache = makeFolder({});
    const mount = (options: string) => `mount -t tmpfs -o ${options} tmpfs '${cache}' && exec "$@"`;
    const asOwn = (script: string) => `exec unshare --user --map-root-user --mount sh -c '${script.replaceAll("'", "'\\''")}' sh "$@"`;
    const works = spawnSync("sh", ["-c", asOwn(mount("size=16k")), "sh", "true"]).status === 0;
    if (!works) {
      // Only Linux lets a user have a file system of a few pages to himself; elsewhere a folder that may not be written must do.
      chmodSync(cache, 0o500);
      assert.ok(run(["--cache-dir", cache]) === expected);
      chmodSync(cache, 0o700);
      return;
    }
    for (const options of ["size=4k", "size=16k", "size=64k", "ro"]) {
      assert.ok(run(["--cache-dir", cache], asOwn(mount(options))) === expected, options);
    }
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}
