import * as vscode from "vscode";
import { methods } from "../../lsp/protocol";
import { importProfiles } from "../profiles";
import type { CommandContext } from "./command-context";

/** Imports the files of a menu entry or those that the user picks. */
export async function importProfile({ server }: CommandContext, clicked: unknown, selected: unknown): Promise<void> {
  const uris = [selected, [clicked]].map(urisIn).find((found) => found.length > 0) ?? (await pickFiles());
  if (uris.length > 0) await importProfiles(server, uris);
}

export async function clearProfile({ server }: CommandContext): Promise<void> {
  await server.request(methods.clearProfile, {});
}

function urisIn(argument: unknown): vscode.Uri[] {
  return Array.isArray(argument) ? argument.filter((it) => it instanceof vscode.Uri) : [];
}

async function pickFiles(): Promise<readonly vscode.Uri[]> {
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: true,
    defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
    openLabel: vscode.l10n.t("Import"),
    title: vscode.l10n.t("Profiles to import (several are merged)"),
  });
  return picked ?? [];
}
