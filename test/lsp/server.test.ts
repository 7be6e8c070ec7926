import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { CodeAction, CodeLens, Diagnostic, Hover, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type AssessmentSnapshot, methods, type RulePage, type StatusParams } from "../../src/lsp/protocol";
import { functionLine, hotProgram } from "./support/hot-program";
import { buildServer, cliPath, createProject, ServerProcess, uriOf } from "./support/server-process";

describe("the language server over stdio", function () {
  this.timeout(60_000);
  let server: ServerProcess;
  let project: ReturnType<typeof createProject>;
  let file: string;
  const hasHints = (diagnostics: readonly unknown[]) => diagnostics.length > 0;
  const hasNone = (diagnostics: readonly unknown[]) => diagnostics.length === 0;

  before(buildServer);

  beforeEach(() => {
    project = createProject({ "hot.py": hotProgram, "calm.py": "GREETING = 'hello'\n" });
    file = project.path("hot.py");
    server = new ServerProcess();
  });

  afterEach(() => {
    server.kill();
    project.remove();
  });

  /** Opened and assessed: the first hints. */
  async function opened(initializationOptions: object = {}) {
    await server.initialize([project.folder], { initializationOptions });
    const first = server.diagnostics(file, hasHints);
    await server.open(file, hotProgram);
    return first;
  }

  it("says what it can do, and ends with status 0", async () => {
    const { capabilities, serverInfo } = await server.initialize([project.folder]);
    assert.equal(serverInfo?.name, "breakeven");
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.ok(capabilities.hoverProvider && capabilities.codeLensProvider && capabilities.codeActionProvider);
    assert.equal(await server.shutdown(), 0);
    assert.equal(server.stderr, "");
  });

  it("is what `breakeven lsp --stdio` serves", async () => {
    server.kill();
    server = new ServerProcess([cliPath, "lsp", "--stdio"]);
    assert.ok((await opened()).length > 0);
    assert.equal(await server.shutdown(), 0);
  });

  it("ends with its editor", async () => {
    await server.initialize([project.folder]);
    server.closeInput();
    assert.notEqual(await server.exit, null);
  });

  it("hints at the hot loop with a rule code and its page, and at nothing else", async () => {
    const [hint, ...others] = await opened();
    assert.ok(hint);
    assert.equal(others.length, 0);
    assert.match(String(hint.code), /^BE\d+$/);
    assert.match(hint.codeDescription?.href ?? "", /^https:\/\/.*\/docs\/rules\/[a-z0-9-]+\.md$/);
    assert.equal(hint.source, "breakeven");
    assert.ok(hint.range.start.line >= functionLine && hint.range.start.line <= functionLine + 4, `line ${hint.range.start.line}`);
    assert.match(String(hint.message), /% of CPU \(estimated\)/);
    assert.equal(
      server.published.some(({ uri, diagnostics }) => uri === uriOf(project.path("calm.py")) && diagnostics.length > 0),
      false,
    );
  });

  it("takes hints away when the loop goes and brings them back with it, by incremental edits", async () => {
    const code = (await opened())[0]?.code;
    const isThere = (diagnostics: readonly Diagnostic[]) => diagnostics.some((diagnostic) => diagnostic.code === code);
    const lines = hotProgram.split("\n");
    const loop = lines.findIndex((line) => line.includes("for i in range"));
    const rest = lines.findIndex((line) => line.includes("return total"));
    const range = { start: { line: loop, character: 0 }, end: { line: rest, character: 0 } };
    const gone = server.diagnostics(file, (diagnostics) => !isThere(diagnostics));
    await server.change(file, 2, [{ range, text: "" }]);
    await gone;
    const back = server.diagnostics(file, isThere);
    const at = { line: loop, character: 0 };
    await server.change(file, 3, [{ range: { start: at, end: at }, text: `${lines.slice(loop, rest).join("\n")}\n` }]);
    await back;
  });

  it("moves what it says with the text before the next assessment is there", async () => {
    const [hint] = await opened();
    assert.ok(hint);
    const top = { line: 0, character: 0 };
    await server.change(file, 2, [{ range: { start: top, end: top }, text: "# one\n# two\n" }]);
    const hover = await hoverAt(hint.range.start.line + 2);
    assert.match(hover, /hot_energy/);
    assert.equal(await hoverAt(hint.range.start.line + 40), "");
  });

  it("keeps what it showed while the text does not parse", async () => {
    const before = await opened();
    const end = { line: functionLine - 1, character: 0 };
    server.published.length = 0;
    await server.change(file, 2, [{ range: { start: end, end }, text: "def broken(\n" }]);
    await server.connection.sendRequest(methods.assess, {});
    const last = server.published.findLast(({ uri }) => uri === uriOf(file));
    assert.deepEqual(
      last?.diagnostics.map(({ code, range }) => [code, range.start.line]),
      before.map(({ code, range }) => [code, range.start.line + 1]),
    );
  });

  it("explains in a hover with share, trips, gain, effort and basis, as escaped Markdown", async () => {
    const [hint] = await opened();
    assert.ok(hint);
    const hover = await hoverAt(hint.range.start.line);
    for (const part of [
      /% of CPU \(estimated\)/,
      /runs .* times/,
      /of work/,
      /Basis: /,
      /Pays for itself after about .* Assumed: /,
      /\[BE\d+\]\(https:/,
    ])
      assert.match(hover, part);
    assert.equal(await hoverAt(functionLine + 8), "");
  });

  it("shows share, gain and effort above the function", async () => {
    await opened();
    const lenses = await server.connection.sendRequest<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: uriOf(file) } });
    const lens = lenses.find(({ range }) => range.start.line === functionLine);
    assert.match(lens?.command?.title ?? "", /^\d+(\.\d)? % of CPU \(estimated\) · .+ · about .+/);
    assert.equal(lens?.command?.command, "breakeven.server.explainHotspot");
  });

  it("offers to ignore the rule on the line and in the file, and both silence it", async () => {
    const [hint] = await opened();
    assert.ok(hint);
    for (const title of [`Ignore ${hint.code} on this line`, `Ignore ${hint.code} in this file`]) {
      const action = (await actionsAt(hint.range.start.line)).find((it) => it.title === title);
      const edits = action?.edit?.changes?.[uriOf(file)];
      assert.ok(edits, title);
      const { text, changes } = applied(edits);
      assert.match(text, /# breakeven: ignore(-file)?\[BE\d+\]/);
      const silent = server.diagnostics(file, (diagnostics) => !diagnostics.some(({ code }) => code === hint.code));
      await server.change(file, 2, changes);
      await silent;
      const loud = server.diagnostics(file, (diagnostics) => diagnostics.some(({ code }) => code === hint.code));
      await server.change(file, 3, [{ text: hotProgram }]);
      await loud;
    }
  });

  it("explains a rule and a hotspot in other editors by commands of its own", async () => {
    const [hint] = await opened();
    assert.ok(hint);
    const messages: string[] = [];
    server.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      messages.push(message);
    });
    for (const action of await actionsAt(hint.range.start.line)) {
      if (action.command !== undefined) await server.connection.sendRequest("workspace/executeCommand", action.command);
    }
    assert.ok(
      messages.some((message) => message.includes("hot_energy")),
      messages.join("\n"),
    );
    assert.ok(
      messages.some((message) => message.startsWith(`# ${hint.code}`)),
      messages.join("\n"),
    );
  });

  it("answers its own requests: assessment, rule page, explanation, status, export", async () => {
    const [hint] = await opened();
    assert.ok(hint);
    const folder = uriOf(project.folder);
    const { assessment } = await ask<AssessmentSnapshot>(methods.assessment, { folder });
    assert.equal(assessment.hotspots[0]?.qualname, "hot_energy");
    const page = await ask<RulePage>(methods.rulePage, { rule: hint.code });
    assert.equal(page.code, hint.code);
    assert.equal(await ask(methods.rulePage, { rule: "BE999999" }), null);
    const { markdown, hotspot } = await ask<{ markdown: string; hotspot: string }>(methods.explain, {
      uri: uriOf(file),
      line: functionLine + 3,
    });
    assert.match(markdown, /hot_energy/);
    assert.equal(hotspot, assessment.hotspots[0]?.id);
    const status = await ask<StatusParams>(methods.status);
    assert.deepEqual(
      status.folders.map(({ state }) => state),
      ["ready"],
    );
    for (const format of ["json", "markdown", "html", "sarif"]) {
      const { text } = await ask<{ text: string }>(methods.render, { folder, format });
      assert.match(text, /hot_energy/, format);
    }
  });

  it("cancels an assessment and can be asked again", async () => {
    for (let index = 0; index < 300; index++) writeFileSync(project.path(`part_${index}.py`), hotProgram);
    await server.initialize([project.folder], { initializationOptions: { settings: { assessOnOpen: false } } });
    await server.open(file, hotProgram);
    const tokens = await import("vscode-languageserver/node");
    const source = new tokens.CancellationTokenSource();
    const asked = server.connection.sendRequest(methods.assess, { workDoneToken: "cancel-me" }, source.token);
    const begun = new Promise((done) => server.connection.onProgress(tokens.WorkDoneProgress.type, "cancel-me", done));
    await begun;
    source.cancel();
    await assert.rejects(asked, /cancel/i);
    const idle = await ask<StatusParams>(methods.status);
    assert.equal(idle.folders[0]?.state, "idle");
    assert.deepEqual(await ask(methods.assess), { failed: [] });
    assert.equal((await ask<StatusParams>(methods.status)).folders[0]?.files, 302);
  });

  it("leaves out a bad setting with one line in the log", async () => {
    const hints = await opened({ settings: { limit: "many", hints: { severity: "hint" } } });
    assert.equal(hints[0]?.severity, 4);
    assert.deepEqual(server.log.filter((line) => line.includes("breakeven.limit")).length, 1);
  });

  it("follows a change of the configuration", async () => {
    await opened();
    const gone = server.diagnostics(file, hasNone);
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: { breakeven: { hints: { enable: false } } } });
    await gone;
  });

  it("follows folders that come and go", async () => {
    await server.initialize([]);
    await server.open(file, hotProgram);
    await server.diagnostics(file, hasHints, true);
    const added = { uri: uriOf(project.folder), name: "late" };
    await server.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [added], removed: [] } });
    await server.diagnostics(file, hasHints);
    assert.deepEqual(
      (await ask<StatusParams>(methods.status)).folders.map(({ folder }) => folder),
      [added.uri],
    );
    const gone = server.diagnostics(file, hasNone);
    await server.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [added] } });
    await gone;
  });

  it("shows no hints of a folder whose settings arrive after it was removed", async () => {
    let answer: (settings: object) => void = () => undefined;
    let isSlow = false;
    let asked: (scope: string) => void = () => undefined;
    server.connection.onRequest("workspace/configuration", ({ items }: { items: readonly { scopeUri?: string }[] }) => {
      asked(items[0]?.scopeUri ?? "");
      return isSlow ? new Promise((resolve) => (answer = (settings) => resolve(items.map(() => settings)))) : items.map(() => ({}));
    });
    await server.initialize([project.folder], { capabilities: { workspace: { configuration: true, workspaceFolders: true } } });
    await server.open(file, hotProgram);
    await server.diagnostics(file, hasHints, true);
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(file) } });
    isSlow = true;
    const question = new Promise<string>((resolve) => (asked = resolve));
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await question;
    const gone = server.diagnostics(file, hasNone);
    const removed = { uri: uriOf(project.folder), name: "test" };
    await server.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [removed] } });
    await gone;
    const count = server.published.length;
    answer({});
    await ask<StatusParams>(methods.status);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(
      server.published.slice(count).filter(({ diagnostics }) => diagnostics.length > 0),
      [],
    );
  });

  it("assesses a file that is open without a folder", async () => {
    await server.initialize([]);
    await server.open(file, hotProgram);
    assert.ok((await server.diagnostics(file, hasHints, true)).length > 0);
    assert.match(await hoverAt(functionLine), /hot_energy/);
  });

  it("survives requests about what is not there", async () => {
    await server.initialize([project.folder]);
    assert.equal(await hoverAt(3), "");
    assert.equal(await ask(methods.assessment, { folder: "file:///nowhere" }), null);
    await server.change("/nowhere.py", 2, [{ text: "" }]);
    await assert.rejects(server.connection.sendRequest("workspace/executeCommand", { command: "breakeven.nothing" }), /unknown command/);
    assert.equal(await server.shutdown(), 0);
  });

  function ask<Result>(method: string, params: object = {}): Promise<Result> {
    return server.connection.sendRequest<Result>(method, params);
  }

  async function hoverAt(line: number): Promise<string> {
    const params = { textDocument: { uri: uriOf(file) }, position: { line, character: 6 } };
    const hover = await server.connection.sendRequest<Hover | null>("textDocument/hover", params);
    return hover === null ? "" : (hover.contents as { value: string }).value;
  }

  function actionsAt(line: number): Promise<CodeAction[]> {
    const range = { start: { line, character: 6 }, end: { line, character: 6 } };
    return ask("textDocument/codeAction", { textDocument: { uri: uriOf(file) }, range, context: { diagnostics: [] } });
  }

  /** The program after `edits`, and the same as content changes. */
  function applied(edits: TextEdit[]) {
    const document = TextDocument.create(uriOf(file), "python", 1, hotProgram);
    return { text: TextDocument.applyEdits(document, edits), changes: edits.map(({ range, newText }) => ({ range, text: newText })) };
  }
});
