/** The Hotspots view: for each folder the verdict, what is worth moving, and what is best left alone. */
import * as vscode from "vscode";
import type { AssessmentSnapshot, ShowHotspotArguments } from "../lsp/protocol";
import { type Hotspot, rankingShare } from "../report";
import { type Assessments, fileUri, folderLabel } from "./assessments";
import { confidenceText, percent, recommendationName, speedup, targetName } from "./phrases";

export type TreeNode =
  | { readonly kind: "folder"; readonly snapshot: AssessmentSnapshot }
  | { readonly kind: "verdict"; readonly snapshot: AssessmentSnapshot }
  | { readonly kind: "group"; readonly snapshot: AssessmentSnapshot; readonly isWorth: boolean; readonly hotspots: readonly Hotspot[] }
  | { readonly kind: "hotspot"; readonly snapshot: AssessmentSnapshot; readonly hotspot: Hotspot };

const targetIcons: Record<string, string> = {
  keep: "check",
  stdlib: "library",
  numpy: "symbol-array",
  polars: "table",
  library: "package",
  pyo3: "rocket",
};

export class HotspotsTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly assessments: Assessments,
    dragAndDropController: vscode.TreeDragAndDropController<TreeNode>,
  ) {
    const view = vscode.window.createTreeView("breakeven.hotspots", {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController,
    });
    const listener = assessments.onDidChange(() => this.changed.fire());
    this.subscriptions = vscode.Disposable.from(view, listener, this.changed);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (node === undefined) {
      const { all } = this.assessments;
      const [only] = all;
      return all.length === 1 && only !== undefined ? childrenOf(only) : all.map((snapshot) => ({ kind: "folder", snapshot }));
    }
    if (node.kind === "folder") return childrenOf(node.snapshot);
    if (node.kind === "group") return node.hotspots.map((hotspot) => ({ kind: "hotspot", snapshot: node.snapshot, hotspot }));
    return [];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (node.kind === "folder") return folderItem(node.snapshot);
    if (node.kind === "verdict") return verdictItem(node.snapshot);
    return node.kind === "group" ? groupItem(node) : hotspotItem(node.snapshot, node.hotspot);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function childrenOf(snapshot: AssessmentSnapshot): TreeNode[] {
  const { hotspots } = snapshot.assessment;
  const isWorth = (hotspot: Hotspot) => hotspot.advice[0]?.target !== "keep";
  const groups = [true, false].map((worth) => ({
    kind: "group" as const,
    snapshot,
    isWorth: worth,
    hotspots: hotspots.filter((hotspot) => isWorth(hotspot) === worth),
  }));
  return [{ kind: "verdict", snapshot }, ...groups.filter((group) => group.hotspots.length > 0)];
}

function folderItem({ folder }: AssessmentSnapshot): vscode.TreeItem {
  const item = new vscode.TreeItem(folderLabel(folder), vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = vscode.ThemeIcon.Folder;
  item.id = folder;
  return item;
}

function verdictItem({ folder, assessment: { verdict } }: AssessmentSnapshot): vscode.TreeItem {
  const item = new vscode.TreeItem(recommendationName(verdict.recommendation));
  item.id = `${folder}#verdict`;
  item.description = confidenceText(verdict.confidence);
  item.tooltip = [
    verdict.summary,
    ...verdict.evidence.map((line) => `• ${line}`),
    ...verdict.confidenceReasons.map((line) => `• ${line}`),
  ].join("\n");
  item.iconPath = new vscode.ThemeIcon("law");
  item.contextValue = "verdict";
  item.command = { command: "breakeven.openPanel", title: vscode.l10n.t("Open Panel"), arguments: [folder] };
  return item;
}

function groupItem({ snapshot, isWorth, hotspots }: TreeNode & { kind: "group" }): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const label = isWorth ? vscode.l10n.t("Worth moving") : vscode.l10n.t("Best left in Python");
  const item = new vscode.TreeItem(label, isWorth ? Expanded : Collapsed);
  item.id = `${snapshot.folder}#${isWorth ? "worth" : "keep"}`;
  item.description = String(hotspots.length);
  return item;
}

function hotspotItem(snapshot: AssessmentSnapshot, hotspot: Hotspot): vscode.TreeItem {
  const item = new vscode.TreeItem(hotspot.qualname);
  const advice = hotspot.advice[0];
  const place = `${hotspot.path}:${hotspot.startLine}`;
  const figures = [percent(rankingShare(hotspot))];
  if (advice !== undefined && advice.target !== "keep") figures.push(`${speedup(advice)} ${targetName(advice.target)}`);
  const isStale = snapshot.stalePaths.includes(hotspot.path);
  item.id = `${snapshot.folder}#${hotspot.id}`;
  item.description = [...figures, place].join(" · ");
  item.tooltip = [`${hotspot.qualname} (${place})`, advice?.message ?? "", isStale ? vscode.l10n.t("Edited since.") : ""]
    .filter(Boolean)
    .join("\n");
  item.iconPath = new vscode.ThemeIcon(targetIcons[advice?.target ?? "keep"] ?? "circle", colourOf(hotspot));
  item.contextValue = "hotspot";
  item.accessibilityInformation = { label: `${hotspot.qualname}, ${figures.join(", ")}, ${place}` };
  item.command = { command: "vscode.open", title: vscode.l10n.t("Open"), arguments: [fileUri(snapshot, hotspot.path), selection(hotspot)] };
  return item;
}

function selection(hotspot: Hotspot): vscode.TextDocumentShowOptions {
  const line = hotspot.startLine - 1;
  return { selection: new vscode.Range(line, 0, line, 0) };
}

/** A tenth of the time or more stands out. */
function colourOf(hotspot: Hotspot): vscode.ThemeColor | undefined {
  if (hotspot.advice[0]?.target === "keep") return undefined;
  return new vscode.ThemeColor(rankingShare(hotspot) >= 0.1 ? "charts.red" : "charts.orange");
}

/** What a context menu entry hands on. */
export function hotspotArguments(node: TreeNode): ShowHotspotArguments | undefined {
  return node.kind === "hotspot" ? { folder: node.snapshot.folder, hotspot: node.hotspot.id } : undefined;
}
