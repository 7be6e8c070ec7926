import * as vscode from "vscode";
import { type ImportedProfile, type ImportProfileParams, type ImportProfileResult, methods } from "../../lsp/protocol";
import { folderLabel } from "../assessments";
import { percent } from "../phrases";
import type { ServerConnection } from "../server-connection";

/** Gives profiles to the server, which assesses with them; tells what came of it. */
export async function importProfiles(server: ServerConnection, uris: readonly vscode.Uri[]): Promise<ImportProfileResult> {
  const params: ImportProfileParams = { uris: uris.map((uri) => uri.toString()) };
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Breakeven: importing profile"),
    cancellable: true,
  };
  const result = await vscode.window.withProgress(options, (progress, token) =>
    server.requestWithProgress<ImportProfileResult>(methods.importProfile, params, (_, message) => progress.report({ message }), token),
  );
  for (const { folder, message } of result.failed) vscode.window.showErrorMessage(`${folderLabel(folder)}: ${message}`);
  for (const imported of result.imported) void tell(imported);
  return result;
}

async function tell(imported: ImportedProfile): Promise<void> {
  const open = vscode.l10n.t("Open Panel");
  const text = sentenceOf(imported);
  const choice = imported.ranks
    ? await vscode.window.showInformationMessage(text, open)
    : await vscode.window.showWarningMessage(text, open);
  if (choice === open) await vscode.commands.executeCommand("breakeven.openPanel", { folder: imported.folder, view: "profile" });
}

function sentenceOf({ folder, ranks, samples, ownMappedShare, warnings }: ImportedProfile): string {
  const found = percent(ownMappedShare);
  const name = folderLabel(folder);
  const first = ranks
    ? vscode.l10n.t("{0}: the profile ranks now; {1} of the time in the program's own code was found in the folder.", name, found)
    : vscode.l10n.t("{0}: only {1} of the time in the program's own code was found in the folder, too little to rank by.", name, found);
  const basis = samples > 0 ? vscode.l10n.t("{0} samples.", samples.toLocaleString()) : "";
  return [first, basis, ...warnings.slice(0, 2)].filter(Boolean).join(" ");
}
