/** Pictures of editor and panel side by side, for people to look at and for the documentation. */

import * as vscode from "vscode";
import { activate, closeAll, eventuallyHints, fileUri, openFile, panelShows, ui } from "./support";

const themes = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
};

export function pictureTests(): void {
  describe("in pictures", () => {
    before(activate);
    after(async () => {
      await vscode.workspace.getConfiguration("workbench").update("colorTheme", undefined, vscode.ConfigurationTarget.Global);
      await closeAll();
    });

    for (const [name, theme] of Object.entries(themes)) {
      it(`${name}: editor and panel are drawn`, async () => {
        await vscode.workspace.getConfiguration("workbench").update("colorTheme", theme, vscode.ConfigurationTarget.Global);
        const editor = await openFile("hot.py");
        await eventuallyHints(fileUri("hot.py"));
        editor.selection = new vscode.Selection(3, 8, 3, 8);
        await vscode.commands.executeCommand("breakeven.showHotspot");
        await panelShows("hot_energy");
        await ui({ action: "screenshot", name: `editor-and-panel-${name}` });
      });
    }
  });
}
