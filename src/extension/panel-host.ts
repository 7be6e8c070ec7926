/** The host's side of the panel: answers its messages and tells it what the server says. */
import * as vscode from "vscode";
import { type AssessmentSnapshot, type CallTreeParams, type CallTreeResult, methods, type PanelContentResult } from "../lsp/protocol";
import type { View } from "../panel";
import type { ToHost, ToPanel } from "../panel/messages";
import type { Hotspot } from "../report";
import { type Assessments, fileUri, folderLabel } from "./assessments";
import { setContextKey } from "./context-keys";
import type { PanelTarget } from "./panel";
import type { ServerConnection } from "./server-connection";

/** Key of the workspace state under which the reader's settings of the panel are kept. */
const stateKey = "panel.viewState";

/** Pages whose reader has done the walkthrough's step about comparing. */
const comparing: ReadonlySet<View> = new Set(["compare", "decide"]);

/** Lines of code around a long function that the panel gets at most, and characters of a line. */
const excerptLines = 200;
const lineLength = 1_000;

/** What the panel draws of a call tree at most, and characters of a name in it. */
const treeLimits = { leastShare: 0.0002, limit: 5_000 };
const nameLength = 1_000;

export class PanelHost implements vscode.Disposable {
  private folder: string | undefined;
  private isReady = false;
  private pending: PanelTarget | undefined;
  private sent: AssessmentSnapshot | undefined;
  /** Files of the folder that the call tree names. */
  private treePaths: ReadonlySet<string> = new Set();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly webview: vscode.Webview,
    private readonly context: vscode.ExtensionContext,
    private readonly server: ServerConnection,
    private readonly assessments: Assessments,
  ) {
    this.subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      assessments.onDidChange(() => this.update()),
      assessments.onProgress(({ message, percentage }) => this.showProgress(message, percentage)),
    ];
  }

  /** Shows a folder and a hotspot of it, as soon as the panel is there. */
  select(target: PanelTarget): void {
    if (target.folder !== undefined && target.folder !== this.folder) {
      this.folder = target.folder;
      this.sent = undefined;
    }
    this.pending = target;
    this.update();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async receive(raw: unknown): Promise<void> {
    const { toHostSchema } = await import("../panel/messages");
    const parsed = toHostSchema.safeParse(raw);
    if (!parsed.success) {
      console.warn("Breakeven: a message of the panel was not understood", parsed.error.issues.slice(0, 5));
      return;
    }
    await this.answer(parsed.data);
  }

  private async answer(message: ToHost): Promise<void> {
    switch (message.type) {
      case "ready":
        return this.begin();
      case "assess":
        return vscode.commands.executeCommand("breakeven.assess");
      case "cancel":
        return vscode.commands.executeCommand("breakeven.cancelAssessment");
      case "openFolder":
        return vscode.commands.executeCommand("vscode.openFolder");
      case "openLocation":
        return this.openLocation(message.path, message.line, message.endLine ?? message.line);
      case "requestExcerpt":
        return this.sendExcerpt(message.hotspot);
      case "requestCallTree":
        return this.sendCallTree();
      case "export":
        return vscode.commands.executeCommand("breakeven.exportAssessment", { format: message.format, folder: this.sent?.folder });
      case "openSource":
        await vscode.env.openExternal(vscode.Uri.parse(message.url, true));
        return;
      case "saveState":
        if (comparing.has(message.state.view)) setContextKey("breakeven.hasCompared", true);
        return this.context.workspaceState.update(stateKey, message.state);
    }
  }

  /** The webview is there, or was loaded again: it gets everything. */
  private async begin(): Promise<void> {
    const { viewStateSchema } = await import("../panel");
    const content = await this.server.request<PanelContentResult>(methods.panelContent);
    const saved = viewStateSchema.safeParse(this.context.workspaceState.get(stateKey));
    const savedState = saved.success ? saved.data : undefined;
    this.post({ type: "content", content, locale: vscode.env.language, exports: ["html", "markdown", "json"], savedState });
    this.isReady = true;
    this.sent = undefined;
    this.update();
  }

  private update(): void {
    if (!this.isReady) return;
    const snapshot = this.currentSnapshot();
    if (snapshot !== undefined && snapshot !== this.sent) {
      const { assessment, assessedAt, folder } = snapshot;
      this.post({ type: "assessment", assessment, assessedAt, rootLabel: folderLabel(folder) });
      this.sent = snapshot;
    }
    this.post({ type: "state", state: this.stateOf(snapshot) });
    if (snapshot !== undefined) this.post({ type: "stale", paths: [...snapshot.stalePaths] });
    if (this.pending === undefined || snapshot === undefined) return;
    const { hotspot, view } = this.pending;
    if (hotspot !== undefined || view !== undefined) this.post({ type: "select", hotspot, view });
    this.pending = undefined;
  }

  private stateOf(snapshot: AssessmentSnapshot | undefined): (ToPanel & { type: "state" })["state"] {
    const status = this.assessments.statusOf(snapshot?.folder ?? this.folder ?? this.assessments.status[0]?.folder ?? "");
    if (status?.state === "assessing") return { kind: "loading", message: vscode.l10n.t("Assessing"), done: 0, total: 0 };
    if (status?.state === "failed") return { kind: "error", message: status.message ?? "" };
    if (snapshot !== undefined) {
      return snapshot.assessment.project.files === 0 ? { kind: "empty", reason: "no-python" } : { kind: "ready" };
    }
    return {
      kind: "empty",
      reason: status === undefined && vscode.workspace.workspaceFolders === undefined ? "no-folder" : "not-assessed",
    };
  }

  private showProgress(message: string, percentage: number): void {
    if (this.isReady) this.post({ type: "state", state: { kind: "loading", message, done: percentage, total: 100 } });
  }

  /** The folder that was asked for, else that of the active editor, else the first one with an assessment. */
  private currentSnapshot(): AssessmentSnapshot | undefined {
    const chosen = this.folder === undefined ? undefined : this.assessments.snapshot(this.folder);
    if (chosen !== undefined) return chosen;
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? "";
    const { all } = this.assessments;
    const found = all.find(({ folder }) => active === folder || active.startsWith(`${folder}/`)) ?? all[0];
    this.folder = found?.folder ?? this.folder;
    return found;
  }

  private async openLocation(path: string, line: number, endLine: number): Promise<void> {
    const { sent } = this;
    // Only places that the assessment or its call tree names: the panel cannot open other files.
    if (sent === undefined || !(namesPath(sent, path) || this.treePaths.has(path))) return;
    const selection = new vscode.Range(line - 1, 0, Math.max(line, endLine) - 1, 0);
    await vscode.window.showTextDocument(fileUri(sent, path), { selection, viewColumn: vscode.ViewColumn.One });
  }

  private async sendExcerpt(id: string): Promise<void> {
    const hotspot = this.sent?.assessment.hotspots.find((it) => it.id === id);
    if (this.sent === undefined || hotspot === undefined) return;
    const excerpt = { type: "excerpt" as const, hotspot: id, firstLine: hotspot.startLine };
    try {
      this.post({ ...excerpt, lines: await linesOf(fileUri(this.sent, hotspot.path), hotspot) });
    } catch (error) {
      this.post({ ...excerpt, lines: [], problem: error instanceof Error ? error.message : String(error) });
    }
  }

  private async sendCallTree(): Promise<void> {
    const { sent } = this;
    if (sent === undefined) return;
    const params: CallTreeParams = { folder: sent.folder, ...treeLimits };
    const tree = await this.server.request<CallTreeResult | null>(methods.callTree, params);
    // A later assessment has been sent meanwhile: the panel asks again for that one.
    if (this.sent !== sent) return;
    const nodes = (tree?.nodes ?? []).map((node) => ({
      ...node,
      name: node.name.slice(0, nameLength),
      path: node.path?.slice(0, nameLength),
    }));
    this.treePaths = new Set(nodes.flatMap(({ kind, path }) => (kind === "own" && path !== undefined ? [path] : [])));
    this.post({ type: "callTree", nodes });
  }

  private post(message: ToPanel): void {
    void this.webview.postMessage(message);
  }
}

function namesPath({ assessment: { project, verdict, hotspots, findings } }: AssessmentSnapshot, path: string): boolean {
  const evidence = [...(verdict.constraints ?? []), ...verdict.workloads].flatMap((it) => it.evidence);
  return (
    hotspots.some((it) => it.path === path || it.callers.some((caller) => caller.path === path)) ||
    findings.some((it) => it.path === path) ||
    [...project.problems, ...project.skipped, ...project.entryPoints].some((it) => it.path === path) ||
    evidence.some((text) => text.startsWith(`${path}:`))
  );
}

async function linesOf(uri: vscode.Uri, { startLine, endLine }: Hotspot): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const last = Math.min(endLine, startLine + excerptLines - 1, document.lineCount);
  const lines: string[] = [];
  for (let line = startLine; line <= last; line++) lines.push(document.lineAt(line - 1).text.slice(0, lineLength));
  return lines;
}
