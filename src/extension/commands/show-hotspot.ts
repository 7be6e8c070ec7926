import * as vscode from "vscode";
import { type ExplainParams, type Explanation, methods, type ShowHotspotArguments } from "../../lsp/protocol";
import type { CommandContext } from "./command-context";

/** Shows a hotspot in the panel: the one named, else the one around the cursor. */
export async function showHotspot(context: CommandContext, argument: unknown): Promise<void> {
  const target = (argument as ShowHotspotArguments | undefined) ?? (await atCursor(context));
  if (target !== undefined) context.panel.show(target);
}

async function atCursor({ server }: CommandContext): Promise<ShowHotspotArguments | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const params: ExplainParams = { uri: editor.document.uri.toString(), line: editor.selection.active.line + 1 };
  const found = await server.request<Explanation | null>(methods.explain, params);
  if (found?.hotspot !== undefined) return { folder: found.folder, hotspot: found.hotspot };
  vscode.window.showInformationMessage(vscode.l10n.t("No hotspot here."));
  return undefined;
}
