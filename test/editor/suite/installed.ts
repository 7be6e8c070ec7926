import * as vscode from "vscode";
import * as assert from "./assert";
import { runSuite } from "./run-suite";
import { activate, closeAll, eventually, eventuallyHints, extensionId, fileUri, openFile, panelShows, ui } from "./support";

export const run = () =>
  runSuite(() => {
    describe("the installed package", () => {
      after(closeAll);

      it("is what runs, not the sources", () => {
        const extension = vscode.extensions.getExtension(extensionId);
        assert.ok(extension, "the extension is not installed");
        assert.match(extension.extensionPath, /breakeven\.breakeven-\d/);
      });

      it("brings its translation and its walkthrough with pictures, whose steps get done", async () => {
        const { extensionUri, packageJSON } = vscode.extensions.getExtension(extensionId) as vscode.Extension<unknown>;
        await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, packageJSON.l10n, "bundle.l10n.de.json"));
        await activate();
        await vscode.commands.executeCommand("breakeven.openWalkthrough");
        const step = ".gettingStartedContainer .getting-started-step";
        await eventually("five steps", async () => (await ui<number>({ action: "count", selector: step })) === 5);
        const picture = ".gettingStartedContainer img[alt^='The verdict in the panel'][srcset*='walkthrough']";
        await eventually("a picture", async () => (await ui<number>({ action: "count", selector: picture })) > 0);
        await ui({ action: "screenshot", name: "walkthrough" });
        await vscode.commands.executeCommand("breakeven.assess");
        const done = `${step} [role="checkbox"][aria-checked="true"]`;
        await eventually("two steps that are done", async () => (await ui<number>({ action: "count", selector: done })) >= 2);
        await closeAll();
      });

      it("hints, assesses and opens its panel", async () => {
        await activate();
        await openFile("hot.py");
        await eventuallyHints(fileUri("hot.py"));
        await vscode.commands.executeCommand("breakeven.assess");
        await panelShows("hot_energy");
      });
    });
  });
