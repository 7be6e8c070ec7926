import * as vscode from "vscode";
import { type AssessmentSnapshot, methods, type RenderedAssessment, type RenderFormat, type RenderParams } from "../../lsp/protocol";
import { folderLabel } from "../assessments";
import type { CommandContext } from "./command-context";

export interface ExportArguments {
  readonly format?: RenderFormat;
  readonly folder?: string;
}

const formats: Record<RenderFormat, { readonly extension: string; readonly label: string }> = {
  markdown: { extension: "md", label: "Markdown" },
  html: { extension: "html", label: "HTML" },
  json: { extension: "json", label: "JSON" },
  sarif: { extension: "sarif", label: "SARIF" },
};

/** Writes an assessment where the reader says. */
export async function exportAssessment(context: CommandContext, argument: ExportArguments): Promise<void> {
  const snapshot = await pickSnapshot(context, argument.folder);
  const format = snapshot && (argument.format ?? (await pickFormat()));
  if (snapshot === undefined || format === undefined) return;
  const { extension, label } = formats[format];
  const root = vscode.Uri.parse(snapshot.folder);
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(root, `breakeven.${extension}`),
    filters: { [label]: [extension] },
  });
  if (target === undefined) return;
  const rendered = await context.server.request<RenderedAssessment | null>(methods.render, {
    folder: snapshot.folder,
    format,
  } satisfies RenderParams);
  if (rendered === null) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(rendered.text));
  const open = vscode.l10n.t("Open");
  const choice = await vscode.window.showInformationMessage(vscode.l10n.t("Wrote {0}.", vscode.workspace.asRelativePath(target)), open);
  if (choice === open) await vscode.commands.executeCommand("vscode.open", target);
}

async function pickSnapshot({ assessments }: CommandContext, folder: string | undefined): Promise<AssessmentSnapshot | undefined> {
  if (folder !== undefined) return assessments.snapshot(folder);
  const { all } = assessments;
  if (all.length === 0) vscode.window.showInformationMessage(vscode.l10n.t("Assess a project first."));
  if (all.length <= 1) return all[0];
  const items = all.map((snapshot) => ({ label: folderLabel(snapshot.folder), snapshot }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Folder to export") }))?.snapshot;
}

async function pickFormat(): Promise<RenderFormat | undefined> {
  const items = (Object.keys(formats) as RenderFormat[]).map((format) => ({ label: formats[format].label, format }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Format") }))?.format;
}
