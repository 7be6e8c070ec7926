import * as vscode from "vscode";
import * as assert from "./assert";
import { runSuite } from "./run-suite";
import { activate, closeAll, eventuallyHints, extensionId, fileUri, openFile, panelShows } from "./support";

export const run = () =>
  runSuite(() => {
    describe("the installed package", () => {
      after(closeAll);

      it("is what runs, not the sources", () => {
        const extension = vscode.extensions.getExtension(extensionId);
        assert.ok(extension, "the extension is not installed");
        assert.match(extension.extensionPath, /breakeven\.breakeven-\d/);
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
