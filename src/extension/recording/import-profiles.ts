import * as vscode from "vscode";
import { type ImportProfileParams, type ImportProfileResult, methods } from "../../lsp/protocol";
import { folderLabel } from "../assessments";
import type { ServerConnection } from "../server-connection";

/** Gives recorded profiles to the server, which assesses with them; says what could not be used. */
export async function importProfiles(server: ServerConnection, uris: readonly vscode.Uri[]): Promise<void> {
  const params: ImportProfileParams = { uris: uris.map((uri) => uri.toString()) };
  const { failed } = await server.request<ImportProfileResult>(methods.importProfile, params);
  for (const { folder, message } of failed) vscode.window.showErrorMessage(`${folderLabel(folder)}: ${message}`);
}
