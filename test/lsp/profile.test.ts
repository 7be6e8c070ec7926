import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { CodeLens, Diagnostic, Hover } from "vscode-languageserver/node";
import {
  type AssessmentSnapshot,
  type CallTreeResult,
  type CompareProfilesResult,
  type ImportProfileResult,
  type LineHeatResult,
  methods,
  type StatusParams,
} from "../../src/lsp/protocol";
import { functionLine, hotProgram } from "./support/hot-program";
import { buildServer, createProject, ServerProcess, uriOf } from "./support/server-process";

/** Another function than the estimate names takes most of the time. */
const program = `${hotProgram}

def label(names):
    return [name.title() for name in names]
`;
const lineOf = (text: string) => program.split("\n").findIndex((line) => line.includes(text)) + 1;
const stacks = [
  `<module> (hot.py:${lineOf("    main()")});main (hot.py:${lineOf("print(")});hot_energy (hot.py:${lineOf("total +=")}) 30`,
  `<module> (hot.py:${lineOf("    main()")});main (hot.py:${lineOf("print(")});label (hot.py:${lineOf("name.title")}) 60`,
  `<module> (hot.py:${lineOf("    main()")});main (hot.py:${lineOf("print(")});dumps (json/__init__.py:231) 10`,
].join("\n");

describe("measured profiles in the language server", function () {
  this.timeout(60_000);
  let server: ServerProcess;
  let project: ReturnType<typeof createProject>;
  let file: string;

  before(buildServer);

  beforeEach(async () => {
    project = createProject({ "hot.py": program });
    writeFileSync(project.path("run.txt"), `${stacks}\n`);
    writeFileSync(project.path("bad.txt"), "this is no profile\n");
    file = project.path("hot.py");
    server = new ServerProcess();
    await server.initialize([project.folder], { initializationOptions: { clientCommands: true } });
    const first = server.diagnostics(file, (found: readonly Diagnostic[]) => found.length > 0);
    await server.open(file, program);
    await first;
  });

  afterEach(() => {
    server.kill();
    project.remove();
  });

  const request = <Result>(method: string, params: object) => server.connection.sendRequest<Result>(method, params);
  const folder = () => uriOf(project.folder);
  const importProfile = (name: string) => request<ImportProfileResult>(methods.importProfile, { uris: [uriOf(project.path(name))] });
  const assessment = async () => (await request<AssessmentSnapshot>(methods.assessment, { folder: folder() })).assessment;
  const heat = () => request<LineHeatResult | null>(methods.lineHeat, { uri: uriOf(file) });
  const lenses = async () =>
    (await request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: uriOf(file) } })).map(({ range, command }) => [
      range.start.line + 1,
      command?.title,
    ]);

  it("compares two sides, and says what is wrong with a file", async () => {
    const uris = (name: string) => [uriOf(project.path(name))];
    writeFileSync(project.path("later.txt"), `${stacks.replace(/ 30$/m, " 900")}\n`);
    const { markdown } = await request<CompareProfilesResult>(methods.compareProfiles, {
      before: uris("run.txt"),
      after: uris("later.txt"),
    });
    assert.match(markdown, /\| `hot_energy` \| hot\.py:\d+ \| 30 % \| 93 % \| \+62\.8 ± \d/);
    await assert.rejects(request(methods.compareProfiles, { before: uris("run.txt"), after: uris("bad.txt") }), /bad\.txt/);
  });

  it("imports, ranks by it, says so in status, hover and lenses, and goes back to the estimate", async () => {
    assert.equal((await assessment()).hotspots[0]?.qualname, "hot_energy");
    assert.equal(await heat(), null);
    const { imported, failed } = await importProfile("run.txt");
    assert.deepEqual(failed, []);
    assert.equal(imported[0]?.ranks, true);
    assert.equal(imported[0]?.samples, 100);
    const measured = await assessment();
    assert.deepEqual(
      measured.hotspots.slice(0, 2).map(({ qualname, measured: it }) => [qualname, it?.share]),
      [
        ["label", 0.6],
        ["hot_energy", 0.3],
      ],
    );
    const status = await request<StatusParams>(methods.status, {});
    assert.deepEqual([status.folders[0]?.profile?.samples, status.folders[0]?.profile?.ranks], [100, true]);
    const hover = await request<Hover>("textDocument/hover", {
      textDocument: { uri: uriOf(file) },
      position: { line: functionLine, character: 5 },
    });
    const text = (hover.contents as { value: string }).value;
    assert.match(text, /takes 30 % of CPU \(measured\)/);
    assert.match(text, /Measured by .*run.*txt.*, 30 samples/);
    assert.match(text, /Estimated from source alone: \d/);
    const titles = new Map((await lenses()).map(([line, title]) => [line, String(title)]));
    assert.match(titles.get(functionLine + 1) ?? "", /^30 % of CPU \(measured\) · /);
    assert.match(titles.get(lineOf("def main")) ?? "", /^0 % of CPU, 100 % with callees \(measured\)$/);
    await request(methods.clearProfile, {});
    assert.equal((await assessment()).hotspots[0]?.qualname, "hot_energy");
    assert.equal(await heat(), null);
    assert.match(String((await lenses())[0]?.[1]), /\(estimated\)/);
  });

  it("gives the heat of lines and functions, which follows edits", async () => {
    await importProfile("run.txt");
    const before = await heat();
    assert.deepEqual(
      before?.lines.map(({ line, share, total, isStale }) => [line, share, total, isStale]),
      [
        [lineOf("total +="), 0.3, 0.3, false],
        [lineOf("print("), 0, 1, false],
        [lineOf("    main()"), 0, 1, false],
        [lineOf("name.title"), 0.6, 0.6, false],
      ],
    );
    assert.deepEqual(
      before?.functions.map(({ qualname }) => qualname),
      ["<module>", "hot_energy", "main", "label"],
    );
    await server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: uriOf(file), version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "# one\n# two\n" }],
    });
    const after = await heat();
    assert.deepEqual(
      after?.lines.map(({ line }) => line),
      before?.lines.map(({ line }) => line + 2),
    );
  });

  it("gives the call tree", async () => {
    await importProfile("run.txt");
    const tree = await request<CallTreeResult>(methods.callTree, { folder: folder() });
    assert.deepEqual(
      tree.nodes.map(({ parent, name, kind, share }) => [parent, name, kind, Number(share.toFixed(6))]),
      [
        [-1, "<module>", "own", 1],
        [0, "main", "own", 1],
        [1, "label", "own", 0.6],
        [1, "hot_energy", "own", 0.3],
        [1, "dumps", "library", 0.1],
      ],
    );
    assert.equal(tree.nodes[2]?.path, "hot.py");
    assert.equal(tree.nodes[2]?.line, lineOf("def label"));
    assert.equal(tree.samples, 100);
    const pruned = await request<CallTreeResult>(methods.callTree, { folder: folder(), leastShare: 0.2 });
    assert.equal(pruned.nodes.length, 4);
  });

  it("a file that is no profile, or is not there, is told by name; what was before stays", async () => {
    await importProfile("run.txt");
    for (const name of ["bad.txt", "missing.txt"]) {
      const { imported, failed } = await importProfile(name);
      assert.deepEqual(imported, []);
      assert.match(failed[0]?.message ?? "", new RegExp(name.replace(".", "\\.")));
      assert.equal((await assessment()).hotspots[0]?.qualname, "label");
    }
  });
});
