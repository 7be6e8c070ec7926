import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { hotProgram } from "./support/hot-program";
import { buildServer, createProject, serverPath } from "./support/server-process";

interface Result {
  readonly failure?: string;
  readonly hint?: { readonly code: string; readonly source: string; readonly message: string };
  readonly hover?: string;
  readonly lenses?: readonly { readonly command: { readonly title: string } }[];
  readonly line?: string;
  readonly stopped?: boolean;
}

describe("the language server in Neovim", function () {
  this.timeout(90_000);

  before(async function () {
    const found = spawnSync("nvim", ["--version"], { encoding: "utf8" });
    const [, major, minor] = /NVIM v(\d+)\.(\d+)/.exec(found.stdout ?? "") ?? [];
    if (major === undefined || (major === "0" && Number(minor) < 7)) {
      this.test?.parent?.eachTest((test) => {
        test.title += " (skipped: no Neovim 0.7 or newer is installed)";
      });
      this.skip();
    }
    await buildServer();
  });

  it("hints, explains, silences by a code action, and stops", () => {
    const project = createProject({ "hot.py": hotProgram });
    try {
      const { result, output } = runNeovim(project.folder, project.path("hot.py"));
      assert.equal(result.failure, undefined, output);
      assert.match(result.hint?.code ?? "", /^BE\d+$/);
      assert.equal(result.hint?.source, "breakeven");
      assert.match(result.hover ?? "", /% of CPU/);
      assert.match(result.lenses?.[0]?.command.title ?? "", /% of CPU \(estimated\)/);
      assert.match(result.line ?? "", /# breakeven: ignore\[BE\d+\]$/);
      assert.equal(result.stopped, true);
    } finally {
      project.remove();
    }
  });
});

function runNeovim(folder: string, file: string): { result: Result; output: string } {
  const environment = { BREAKEVEN_NODE: process.execPath, BREAKEVEN_SERVER: serverPath, BREAKEVEN_ROOT: folder, BREAKEVEN_FILE: file };
  const run = spawnSync("nvim", ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${join(__dirname, "neovim.lua")}`], {
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, ...environment, XDG_STATE_HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const output = `${run.stdout}${run.stderr}`;
  const line = /^RESULT (.*)$/m.exec(output)?.[1];
  return { result: line === undefined ? { failure: "Neovim printed no result" } : (JSON.parse(line) as Result), output };
}
