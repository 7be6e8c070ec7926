import * as vscode from "vscode";
import { type AssessParams, type AssessResult, methods } from "../../lsp/protocol";
import { folderLabel } from "../assessments";
import type { CommandContext } from "./command-context";

let running: vscode.CancellationTokenSource | undefined;
let count = 0;

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
    const workDoneToken = `breakeven-assess-${++count}`;
    const listener = await server.onProgress(workDoneToken, (percentage, message) => {
      progress.report({ increment: percentage - shown, message });
      shown = percentage;
      assessments.reportProgress({ percentage, message });
    });
    try {
      return await server.request<AssessResult>(methods.assess, { workDoneToken } satisfies AssessParams, source.token);
    } catch (error) {
      if (source.token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listener.dispose();
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
