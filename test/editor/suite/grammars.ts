/** What the grammars colour, read from the editor's own inspector of tokens. */
import * as vscode from "vscode";
import * as assert from "./assert";
import { closeAll, eventually, fileUri, ui } from "./support";

export function grammarTests(): void {
  describe("grammars", () => {
    const written: vscode.Uri[] = [];
    after(async () => {
      await closeAll();
      for (const uri of written) await vscode.workspace.fs.delete(uri);
    });

    it("colour suppression comments in Python, and no other comment", async () => {
      const editor = await show("ignored.py", "x = 1  # breakeven: ignore[BE401, numeric-loop-nest]\ny = 2  # breakeven is a word\n");
      assert.match(await scopesAt(editor, "ignore"), /keyword\.control\.directive\.breakeven/);
      assert.match(await scopesAt(editor, "BE401"), /constant\.other\.rule\.breakeven/);
      assert.match(await scopesAt(editor, "numeric-loop-nest"), /constant\.other\.rule\.breakeven/);
      const plain = await scopesAt(editor, "is a word");
      assert.match(plain, /comment\.line/);
      assert.ok(!/directive|breakeven\./.test(plain), plain);
    });

    it("colour collapsed stacks", async () => {
      const editor = await show("run.folded", "main (app.py:10);work (lib/core.py:3) 42\n");
      assert.match(await scopesAt(editor, "work"), /entity\.name\.function/);
      assert.match(await scopesAt(editor, "lib/core.py"), /string\.unquoted\.path/);
      assert.match(await scopesAt(editor, "42"), /constant\.numeric\.samples/);
    });

    async function show(name: string, text: string): Promise<vscode.TextEditor> {
      const uri = fileUri(name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      written.push(uri);
      return vscode.window.showTextDocument(uri);
    }
  });
}

const inspector = ".token-inspect-widget";

async function scopesAt(editor: vscode.TextEditor, text: string): Promise<string> {
  const offset = editor.document.getText().indexOf(text) + 1;
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand("editor.action.inspectTMScopes");
  const scopes = await eventually(`the scopes of "${text}"`, async () => {
    if ((await ui<number>({ action: "count", selector: inspector })) === 0) return undefined;
    const shown = await ui<string>({ action: "text", selector: inspector });
    return shown.includes("textmate scopes") ? shown : undefined;
  });
  await vscode.commands.executeCommand("editor.action.inspectTMScopes");
  await eventually("the inspector to go", async () => (await ui<number>({ action: "count", selector: inspector })) === 0);
  return scopes;
}
