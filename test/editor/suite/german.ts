import * as vscode from "vscode";
import * as assert from "./assert";
import { runSuite } from "./run-suite";
import { activate, closeAll, eventually, extensionId, openFile, panelShows, ui } from "./support";

export const run = () =>
  runSuite(() => {
    describe("in a German editor", () => {
      before(async () => {
        await activate();
        await openFile("hot.py");
        await vscode.commands.executeCommand("breakeven.assess");
      });
      after(closeAll);

      it("commands, tree, status bar and panel speak German", async () => {
        assert.equal(vscode.env.language, "de");
        const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON;
        const titles = (manifest.contributes.commands as { title: string | { value: string } }[]).map(({ title }) =>
          typeof title === "string" ? title : title.value,
        );
        assert.ok(titles.includes("Projekt bewerten"), titles.join(", "));
        await panelShows("Wohin die Rechenzeit geht");
        await vscode.commands.executeCommand("breakeven.hotspots.focus");
        const row = '.pane-body [role="treeitem"]:has-text("Lohnt den Umzug")';
        await eventually("the tree", async () => (await ui<number>({ action: "count", selector: row })) > 0);
        const status = '[id="breakeven.breakeven.breakeven.status"]';
        const label = async () => ui<string | null>({ action: "attribute", selector: `${status} a`, name: "aria-label" });
        await eventually("the status bar", async () => /Hotspots, die den Umzug lohnen: 1/.test((await label()) ?? ""));
      });
    });
  });
