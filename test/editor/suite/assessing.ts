/** The command, and what it fills: tree, problems, status bar, panel. */

import * as vscode from "vscode";
import * as assert from "./assert";
import { activate, closeAll, eventually, eventuallyHints, fileUri, hintsOf, openFile, panelShows, ui } from "./support";

export function assessingTests(options: { readonly screenshots: boolean }): void {
  describe("assessing a project", () => {
    before(activate);
    after(closeAll);

    it("fills problems, tree and panel by the command", async () => {
      await openFile("calm.py");
      await vscode.commands.executeCommand("breakeven.assess");
      const hints = await eventuallyHints(fileUri("hot.py"));
      assert.equal(hints.length, 1);
      await panelShows("hot_energy");
      await vscode.commands.executeCommand("breakeven.hotspots.focus");
      const row = '.pane-body [role="treeitem"]:has-text("hot_energy")';
      await eventually("the tree's row", async () => (await ui<number>({ action: "count", selector: row })) > 0);
      if (options.screenshots) await ui({ action: "screenshot", name: "assessed" });
    });

    it("names the state in the status bar", async () => {
      const item = '[id="breakeven.breakeven.breakeven.status"]';
      await eventually("the status bar", async () => /1 hotspot/.test(await ui<string>({ action: "text", selector: item })));
    });

    it("opens the code of a hotspot from the tree", async () => {
      await vscode.commands.executeCommand("breakeven.hotspots.focus");
      await ui({ action: "click", selector: '.pane-body [role="treeitem"]:has-text("hot_energy")' });
      await eventually("the editor", () => vscode.window.activeTextEditor?.document.fileName.endsWith("hot.py"));
      assert.equal(vscode.window.activeTextEditor?.selection.active.line, 3);
    });

    it("opens the code of a hotspot from the panel, and a hotspot in the panel from the code", async () => {
      await openFile("calm.py");
      await vscode.commands.executeCommand("breakeven.showHotspot", undefined);
      const editor = await openFile("hot.py");
      editor.selection = new vscode.Selection(6, 4, 6, 4);
      await vscode.commands.executeCommand("breakeven.showHotspot");
      const open = 'button:has-text("hot.py")';
      await eventually("the hotspot in the panel", async () => (await ui<number>({ action: "panelCount", selector: open })) > 0);
      await openFile("calm.py");
      await ui({ action: "panelClick", selector: open });
      await eventually("the editor", () => vscode.window.activeTextEditor?.document.fileName.endsWith("hot.py"));
    });

    it("says that it is out of date after an edit", async () => {
      const { document } = await openFile("hot.py");
      const change = new vscode.WorkspaceEdit();
      change.insert(document.uri, new vscode.Position(0, 0), "# an edit\n");
      await vscode.workspace.applyEdit(change);
      const hints = await eventually("moved hints", async () => {
        const [hint] = await eventuallyHints(document.uri);
        return hint !== undefined && hint.range.start.line > 3;
      });
      assert.ok(hints);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    });

    it("can be cancelled, and asked again", async () => {
      const asked = vscode.commands.executeCommand("breakeven.assess");
      await vscode.commands.executeCommand("breakeven.cancelAssessment");
      await asked;
      await vscode.commands.executeCommand("breakeven.assess");
      await eventuallyHints(fileUri("hot.py"));
    });

    it("writes the assessment where the reader says", async () => {
      const exported = vscode.commands.executeCommand("breakeven.exportAssessment", { format: "json" });
      const dialog = ".quick-input-widget input";
      await eventually("the dialog", async () => (await ui<number>({ action: "count", selector: dialog })) > 0);
      const text = await eventually("the file", async () => {
        // Again while the dialog stands: on a busy machine it takes no key until it has looked into the folder.
        if ((await ui<number>({ action: "count", selector: dialog })) > 0) await ui({ action: "press", keys: "Enter" });
        const bytes = await vscode.workspace.fs.readFile(fileUri("breakeven.json")).then(undefined, () => undefined);
        return bytes && new TextDecoder().decode(bytes);
      });
      assert.equal(JSON.parse(text).schema, "breakeven.assessment/1");
      await vscode.commands.executeCommand("notifications.clearAll");
      await exported;
      await vscode.workspace.fs.delete(fileUri("breakeven.json"));
    });

    it("obeys the settings of the editor", async () => {
      await openFile("hot.py");
      await eventuallyHints(fileUri("hot.py"));
      const configuration = vscode.workspace.getConfiguration("breakeven", fileUri("hot.py"));
      await configuration.update("hints.enable", false, vscode.ConfigurationTarget.Global);
      await eventually("no hints", () => hintsOf(fileUri("hot.py")).length === 0);
      await configuration.update("hints.enable", undefined, vscode.ConfigurationTarget.Global);
      await eventuallyHints(fileUri("hot.py"));
    });

    it("explains a rule without a network", async () => {
      const [hint] = await eventuallyHints(fileUri("hot.py"));
      const { value, target } = (hint as vscode.Diagnostic).code as { value: string; target: vscode.Uri };
      const code = String(value);
      const document = await vscode.workspace.openTextDocument(target);
      assert.ok(document.getText().startsWith(`# ${code}: `), document.getText().slice(0, 80));
      await vscode.commands.executeCommand("breakeven.explainRule", { rule: code });
      await eventually("the preview", () =>
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label.includes(code)),
      );
    });

    it("goes on after its server was restarted", async () => {
      await openFile("hot.py");
      await vscode.commands.executeCommand("breakeven.restartServer");
      await eventuallyHints(fileUri("hot.py"));
    });
  });
}
