import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { hotProgram, makeFolder } from "../session/support/temporary-folder";
import { buildCli, cli } from "./support/run-cli";

describe("a folder that never answers", function () {
  this.timeout(120_000);
  before(buildCli);

  const script = join(__dirname, "support", "hanging_folder.py");
  const beside = (folder: string, ...command: string[]) =>
    spawnSync("unshare", ["--user", "--map-root-user", "--mount", "python3", script, folder, ...command], { encoding: "utf8" });

  it("is left out with a reason, keeps nothing else from being assessed, and does not keep the command line from ending", function () {
    // Only Linux lets a user have a file system of his own, and not everywhere.
    if (beside(join(makeFolder({ "dead/": "" }), "dead"), "true").status !== 0) this.skip();
    const folder = makeFolder({ "app.py": hotProgram, "dead/": "" });
    const run = beside(join(folder, "dead"), process.execPath, cli, "assess", folder, "--format", "json", "--no-cache", "--quiet");
    const { project, hotspots } = JSON.parse(run.stdout);
    assert.deepEqual(project.skipped, [{ path: "dead/", reason: "folder cannot be read: no answer within 15 s" }]);
    assert.equal(hotspots[0].path, "app.py");
    assert.equal(run.stderr, "breakeven: ended without waiting for a file system that does not answer\n");
  });
});
