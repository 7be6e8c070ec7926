import * as vscode from "vscode";
import { type CompareProfilesParams, type CompareProfilesResult, methods } from "../../lsp/protocol";
import type { CommandContext } from "./command-context";

/** Asks for profiles from before and from after a change, and shows what changed between them. */
export async function compareProfiles({ server }: CommandContext, argument: unknown): Promise<void> {
  const sides = isParams(argument) ? argument : await pickSides();
  if (sides === undefined) return;
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Breakeven: comparing profiles"),
    cancellable: true,
  };
  const { markdown } = await vscode.window.withProgress(progress, (_, token) =>
    server.request<CompareProfilesResult>(methods.compareProfiles, sides, token),
  );
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: markdown });
  await vscode.commands.executeCommand("markdown.showPreview", document.uri);
}

async function pickSides(): Promise<CompareProfilesParams | undefined> {
  const before = await pick(vscode.l10n.t("Profiles from before (one for each run)"));
  const after = before && (await pick(vscode.l10n.t("Profiles from after (one for each run)")));
  if (before === undefined || after === undefined) return undefined;
  return { folder: await pickFolder(), before, after };
}

async function pick(title: string): Promise<string[] | undefined> {
  const picked = await vscode.window.showOpenDialog({ canSelectMany: true, title, openLabel: title });
  return picked?.map((uri) => uri.toString());
}

async function pickFolder(): Promise<string | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri.toString();
  return (await vscode.window.showWorkspaceFolderPick())?.uri.toString();
}

/** From a test or a key binding. */
function isParams(argument: unknown): argument is CompareProfilesParams {
  return typeof argument === "object" && argument !== null && "before" in argument && "after" in argument;
}
