import * as vscode from "vscode";
import type { FolderStatus } from "../lsp/protocol";
import { type Assessments, folderLabel } from "./assessments";
import { confidenceText } from "./phrases";

/** One item: the most urgent state of the folders; the tooltip names each. Hidden while there is nothing to speak of. */
export function createStatusBar(assessments: Assessments): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("breakeven.status", vscode.StatusBarAlignment.Right, 80);
  item.name = "Breakeven";
  const subscription = assessments.onDidChange(() => show(item, assessments.status));
  return vscode.Disposable.from(item, subscription);
}

function show(item: vscode.StatusBarItem, folders: readonly FolderStatus[]): void {
  if (folders.length === 0) {
    item.hide();
    return;
  }
  const text = textOf(folders);
  item.text = text.label;
  item.command = text.command;
  item.tooltip = folders.map((folder) => `${folderLabel(folder.folder)}: ${describe(folder)}`).join("\n");
  item.accessibilityInformation = { label: `Breakeven: ${folders.map(describe).join(", ")}`, role: "button" };
  item.show();
}

function textOf(folders: readonly FolderStatus[]): { label: string; command: string } {
  const has = (state: FolderStatus["state"]) => folders.some((folder) => folder.state === state);
  if (has("assessing")) return { label: "$(sync~spin) Breakeven", command: "breakeven.openPanel" };
  if (has("failed")) return { label: "$(warning) Breakeven", command: "breakeven.showOutput" };
  if (!has("ready") && !has("stale")) return { label: "$(pulse) Breakeven", command: "breakeven.assess" };
  const hotspots = folders.reduce((sum, folder) => sum + (folder.hotspots ?? 0), 0);
  const count = hotspots === 1 ? vscode.l10n.t("1 hotspot") : vscode.l10n.t("{0} hotspots", hotspots);
  const icon = folders.some((folder) => folder.confidence === "low") ? "question" : "pulse";
  const edited = has("stale") ? ` ${vscode.l10n.t("(edited)")}` : "";
  return { label: `$(${icon}) ${count}${edited}`, command: "breakeven.openPanel" };
}

function describe(folder: FolderStatus): string {
  switch (folder.state) {
    case "idle":
      return vscode.l10n.t("not assessed yet");
    case "assessing":
      return vscode.l10n.t("assessing");
    case "failed":
      return vscode.l10n.t("could not be assessed: {0}", folder.message ?? "");
    default: {
      const count = vscode.l10n.t("hotspots worth moving: {0}, files: {1}", folder.hotspots ?? 0, folder.files ?? 0);
      const confidence = folder.confidence === undefined ? "" : `, ${confidenceText(folder.confidence)}`;
      return `${count}${confidence}${folder.state === "stale" ? `, ${vscode.l10n.t("edited since")}` : ""}`;
    }
  }
}
