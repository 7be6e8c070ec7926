/** Pictures of line heat beside the call tree, in three themes. */
import * as vscode from "vscode";
import { drawnHeat } from "./heat-in-window";
import { eventually, openFile, ui } from "./support";

const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high-contrast": "Default High Contrast",
};

/** For a workspace with an imported profile. */
export function profilePictureTests(module: string): void {
  describe("in pictures", () => {
    before(async () => {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await vscode.commands.executeCommand("workbench.action.closeSidebar");
      await openFile(module);
      await vscode.commands.executeCommand("breakeven.openPanel");
      await ui({ action: "panelClick", selector: "#tab-profile" });
      await vscode.commands.executeCommand("notifications.clearAll");
    });
    after(async () => {
      await vscode.workspace.getConfiguration("workbench").update("colorTheme", undefined, vscode.ConfigurationTarget.Global);
    });

    for (const [name, theme] of Object.entries(themes)) {
      it(`${name}: line heat and call tree are drawn`, async () => {
        await vscode.workspace.getConfiguration("workbench").update("colorTheme", theme, vscode.ConfigurationTarget.Global);
        const editor = await openFile(module);
        editor.selection = new vscode.Selection(1, 0, 1, 0);
        await eventually("heat", async () => (await drawnHeat()).length > 5);
        await eventually("the call tree", async () => (await ui<number>({ action: "panelCount", selector: ".flame-box" })) > 5);
        await ui({ action: "screenshot", name: `profile-${name}` });
      });
    }
  });
}
