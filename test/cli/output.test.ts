import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hotProgram, makeFolder } from "../session/support/temporary-folder";
import { buildCli, cli, runCli } from "./support/run-cli";

describe("what --output names", function () {
  this.timeout(120_000);
  before(buildCli);

  const assessTo = (folder: string, output: string) =>
    runCli(["assess", join(folder, "app.py"), "--format", "json", "--output", join(folder, output)]);

  it("is written through a link, with the mode that the file had", async function () {
    if (process.platform === "win32") {
      // Links need a privilege there, and modes do not exist.
      this.skip();
    }
    const folder = makeFolder({ "app.py": hotProgram, "kept/report.json": "before" });
    chmodSync(join(folder, "kept", "report.json"), 0o640);
    symlinkSync(join("kept", "report.json"), join(folder, "latest.json"));
    assert.equal((await assessTo(folder, "latest.json")).status, 0);
    assert.ok(lstatSync(join(folder, "latest.json")).isSymbolicLink());
    assert.equal(JSON.parse(readFileSync(join(folder, "kept", "report.json"), "utf8")).tool.name, "breakeven");
    assert.equal(statSync(join(folder, "kept", "report.json")).mode & 0o777, 0o640);
  });

  it("stays a pipe when it is one", async function () {
    if (process.platform === "win32") {
      // Named pipes are no files there.
      this.skip();
    }
    const folder = makeFolder({ "app.py": hotProgram });
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const [run, text] = await Promise.all([assessTo(folder, "pipe"), readFile(pipe, "utf8")]);
    assert.equal(run.status, 0, run.stderr);
    assert.equal(JSON.parse(text).tool.name, "breakeven");
    assert.ok(lstatSync(pipe).isFIFO());
  });
});

describe("a mistake of the tool itself", function () {
  this.timeout(120_000);
  before(buildCli);

  it("ends with a status of its own and a trace to report", async () => {
    const folder = makeFolder({ "app.py": hotProgram });
    cpSync(dirname(cli), join(folder, "dist"), { recursive: true });
    writeFileSync(join(folder, "dist", "knowledge.json"), "{");
    const run = await runCli(["rules"], { program: join(folder, "dist", "cli.js") });
    assert.deepEqual([run.status, run.stdout], [70, ""]);
    assert.match(run.stderr, /^breakeven: internal error, please report it: SyntaxError[\s\S]*\n\s+at /);
  });
});
