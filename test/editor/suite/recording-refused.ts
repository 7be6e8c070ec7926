/** Where nothing of the project may or can be run, the commands that record say why. */
import * as vscode from "vscode";
import { activate, closeAll, eventually, openFile, ui } from "./support";

export function refusedRecordingTests(reason: string): void {
  describe("recording a profile", () => {
    before(activate);
    after(closeAll);

    for (const command of ["breakeven.profileFile", "breakeven.profileTest", "breakeven.profileCommand"]) {
      it(`is refused with the reason: ${command}`, async () => {
        await openFile("hot.py");
        await vscode.commands.executeCommand("notifications.clearAll");
        await vscode.commands.executeCommand(command);
        await vscode.commands.executeCommand("notifications.showList");
        const selector = `.notifications-center .notification-list-item:has-text("${reason}")`;
        await eventually("the reason", async () => (await ui<number>({ action: "count", selector })) > 0);
        await vscode.commands.executeCommand("notifications.clearAll");
      });
    }
  });
}
