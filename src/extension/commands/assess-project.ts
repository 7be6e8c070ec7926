import * as vscode from "vscode";
import { type AssessParams, type AssessResult, methods } from "../../lsp/protocol";
import { folderLabel } from "../assessments";
import type { CommandContext } from "./command-context";

let running: vscode.CancellationTokenSource | undefined;

/** Assesses every folder with a progress notification that can be cancelled, then opens the panel. A second call waits for the first. */
export async function assessProject({ server, assessments, panel }: CommandContext): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined && assessments.status.length === 0) {
    const open = vscode.l10n.t("Open Folder");
    const choice = await vscode.window.showInformationMessage(vscode.l10n.t("Open a folder with Python code to assess it."), open);
    if (choice === open) await vscode.commands.executeCommand("vscode.openFolder");
    return;
  }
  cancelAssessment();
  const source = new vscode.CancellationTokenSource();
  running = source;
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Breakeven: assessing"), cancellable: true };
  const result = await vscode.window.withProgress(options, async (progress, cancelled) => {
    cancelled.onCancellationRequested(() => source.cancel());
    let shown = 0;
    const listener = (percentage: number, message: string) => {
      progress.report({ increment: percentage - shown, message });
      shown = percentage;
      assessments.reportProgress({ percentage, message });
    };
    try {
      return await server.requestWithProgress<AssessResult>(methods.assess, {} satisfies AssessParams, listener, source.token);
    } catch (error) {
      if (source.token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      if (running === source) running = undefined;
    }
  });
  if (result === undefined) return;
  for (const { folder, message } of result.failed) vscode.window.showErrorMessage(`${folderLabel(folder)}: ${message}`);
  panel.show();
}

export function cancelAssessment(): void {
  running?.cancel();
}
