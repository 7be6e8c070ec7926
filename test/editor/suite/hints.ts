/** What an editor shows while a file is read and changed; the same in every kind of extension host. */

import * as vscode from "vscode";
import * as assert from "./assert";
import { activate, closeAll, eventually, eventuallyHints, fileUri, hintsOf, openFile } from "./support";

export function hintTests(): void {
  describe("hints", () => {
    before(activate);
    afterEach(closeAll);

    it("appear on the hot loop when a file is opened, and nowhere else", async () => {
      await openFile("hot.py");
      const hints = await eventuallyHints(fileUri("hot.py"));
      assert.equal(hints.length, 1);
      const [hint] = hints;
      assert.match(String(hint?.message), /% of CPU \(estimated\)/);
      assert.ok([3, 5, 6].includes(hint?.range.start.line ?? -1), `line ${hint?.range.start.line}`);
      await openFile("calm.py");
      assert.deepEqual(hintsOf(fileUri("calm.py")), []);
    });

    it("go when the loop goes and come back when it does", async () => {
      const { document } = await openFile("hot.py");
      const code = codeOf((await eventuallyHints(document.uri))[0]);
      const isThere = () => hintsOf(document.uri).some((hint) => codeOf(hint) === code);
      const loop = new vscode.Range(5, 0, 11, 0);
      const text = document.getText(loop);
      await edit(document.uri, (change) => change.delete(document.uri, loop));
      await eventually("the hint to go", () => !isThere());
      await edit(document.uri, (change) => change.insert(document.uri, new vscode.Position(5, 0), text));
      await eventually("the hint to come back", isThere);
    });

    it("are explained by a hover with commands that the editor trusts", async () => {
      const { document } = await openFile("hot.py");
      const [hint] = await eventuallyHints(document.uri);
      const text = await eventually("a hover", async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, hint?.range.start);
        const contents = hovers.flatMap((hover) => hover.contents).map((content) => (content as vscode.MarkdownString).value);
        return contents.find((content) => content.includes("hot_energy"));
      });
      assert.match(text, /runs .* times/);
      assert.match(text, /\(command:breakeven\.showHotspot\?/);
    });

    it("stand above the function as a lens that opens the panel", async () => {
      const { document } = await openFile("hot.py");
      await eventuallyHints(document.uri);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
      const lens = lenses.find(({ range }) => document.lineAt(range.start.line).text.startsWith("def hot_energy"));
      assert.match(lens?.command?.title ?? "", /% of CPU \(estimated\) · .+ · about/);
      assert.equal(lens?.command?.command, "breakeven.showHotspot");
    });

    it("are silenced by the quick fix on the line", async () => {
      const { document } = await openFile("hot.py");
      const [hint] = await eventuallyHints(document.uri);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        hint?.range,
      );
      const titles = actions.map(({ title }) => title);
      const ignore = actions.find(({ title }) => /^Ignore BE\d+ on this line$/.test(title));
      assert.ok(ignore?.edit, titles.join(", "));
      assert.ok(
        titles.some((title) => /^Ignore BE\d+ in this file$/.test(title)),
        titles.join(", "),
      );
      assert.ok(
        titles.some((title) => /^Explain BE\d+/.test(title)),
        titles.join(", "),
      );
      await vscode.workspace.applyEdit(ignore.edit);
      const code = codeOf(hint);
      await eventually("the hint to go", () => !hintsOf(document.uri).some((other) => codeOf(other) === code));
      assert.match(document.getText(), /# breakeven: ignore\[BE\d+\]/);
    });
  });
}

function codeOf(hint: vscode.Diagnostic | undefined): unknown {
  return (hint?.code as { value: unknown } | undefined)?.value;
}

async function edit(uri: vscode.Uri, change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  change(workspaceEdit);
  assert.ok(await vscode.workspace.applyEdit(workspaceEdit), `could not edit ${uri}`);
}
