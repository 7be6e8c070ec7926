import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shippedContent } from "./support/panel-content";

const tools = {
  python: { command: "python3", file: "example.py" },
  rust: { command: "rustc", file: "example.rs" },
} as const;

describe("the code shown in the panel", function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "breakeven-examples-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const { id, language, code } of shippedContent().examples) {
    it(`${id} runs`, function () {
      const { command, file } = tools[language];
      if (spawnSync(command, ["--version"]).status !== 0) {
        console.warn(`      skipped: ${command} is not installed`);
        this.skip();
      }
      writeFileSync(join(folder, file), code);
      if (language === "rust") {
        run(command, "--edition", "2021", "-D", "warnings", "-o", "example", file);
        assert.notEqual(run("./example"), "");
      } else assert.notEqual(run(command, file), "");
    });
  }

  function run(command: string, ...args: string[]): string {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return stdout;
  }
});
