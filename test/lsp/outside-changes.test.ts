import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { type AssessmentSnapshot, methods } from "../../src/lsp/protocol";
import { hotProgram } from "./support/hot-program";
import { buildServer, createProject, ServerProcess, uriOf } from "./support/server-process";

const changed = 2;
const [created, deleted] = [1, 3];

describe("many files that change outside the editor", function () {
  this.timeout(60_000);
  before(buildServer);

  it("are one update, or two when the first is a quick one, and the answer is that of a fresh start", async () => {
    const count = 400;
    const text = (index: number, branch: string) => `def ${branch}_${index}(xs):\n    return [x * ${index} for x in xs]\n`;
    const files = Object.fromEntries(Array.from({ length: count }, (_, index) => [`part_${index}.py`, text(index, "old")]));
    const project = createProject({ ...files, "hot.py": hotProgram });
    const folder = uriOf(project.folder);
    const server = await serve(project.folder);
    const fresh = new ServerProcess();
    try {
      await server.connection.sendRequest(methods.assess, { folder });
      let updates = 0;
      server.connection.onNotification(methods.assessmentChanged, () => {
        updates++;
      });
      // As file watchers tell of a branch switch: piece by piece.
      const changes = Array.from({ length: count }, (_, index) => {
        const path = project.path(`part_${index}.py`);
        const isGone = index % 10 === 3;
        if (isGone) rmSync(path);
        else writeFileSync(path, text(index, "new"));
        return { uri: uriOf(path), type: isGone ? deleted : changed };
      });
      writeFileSync(project.path("added.py"), hotProgram.replaceAll("hot_energy", "added_energy"));
      changes.push({ uri: uriOf(project.path("added.py")), type: created });
      for (let from = 0; from < changes.length; from += 20) {
        await server.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: changes.slice(from, from + 20) });
      }
      await initialize(fresh, project.folder);
      await fresh.connection.sendRequest(methods.assess, { folder });
      const expected = await assessmentOf(fresh, folder);
      assert.match(expected, /added_energy/);
      const end = Date.now() + 30_000;
      while ((await assessmentOf(server, folder)) !== expected) {
        assert.ok(Date.now() < end, "the answer does not become that of a fresh start");
        await new Promise((done) => setTimeout(done, 50));
      }
      assert.ok(updates <= 2, `${updates} updates for one switch`);
    } finally {
      server.kill();
      fresh.kill();
      project.remove();
    }
  });
});

async function serve(folder: string): Promise<ServerProcess> {
  const server = new ServerProcess();
  await initialize(server, folder);
  return server;
}

async function initialize(server: ServerProcess, folder: string): Promise<void> {
  await server.initialize([folder], { initializationOptions: { clientCommands: true } });
}

async function assessmentOf(server: ServerProcess, folder: string): Promise<string> {
  const { assessment } = await server.connection.sendRequest<AssessmentSnapshot>(methods.assessment, { folder });
  return JSON.stringify(assessment);
}
