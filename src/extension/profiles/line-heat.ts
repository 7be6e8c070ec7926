/** Time of each line, as an imported profile measured it, in the gutter and behind the line of visible editors. */
import * as vscode from "vscode";
import { type LineHeatResult, type MeasuredLine, methods } from "../../lsp/protocol";
import type { Assessments } from "../assessments";
import { percent } from "../phrases";
import type { ServerConnection } from "../server-connection";
import { createLevels, levelOf } from "./heat-levels";

/** Typing is quicker than an answer is worth. */
const settleMilliseconds = 250;
const setting = "breakeven.lineHeat.enable";

export class LineHeat implements vscode.Disposable {
  private readonly levels = createLevels();
  private readonly subscriptions: vscode.Disposable[];
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly server: ServerConnection,
    private readonly assessments: Assessments,
  ) {
    this.subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors(() => this.drawAll()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.drawSoon(document)),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(setting) && this.drawAll()),
      assessments.onDidChange(() => this.drawAll()),
      ...this.levels,
    ];
    this.drawAll();
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      this.draw(editor).catch((error: unknown) => this.server.log(error));
    }
  }

  private drawSoon(document: vscode.TextDocument): void {
    if (!this.hasProfile()) return;
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.set(
      key,
      setTimeout(() => {
        this.waiting.delete(key);
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document === document) this.draw(editor).catch((error: unknown) => this.server.log(error));
        }
      }, settleMilliseconds),
    );
  }

  private async draw(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    if (document.languageId !== "python") return;
    const isOn = this.hasProfile() && vscode.workspace.getConfiguration("breakeven.lineHeat", document.uri).get("enable", true);
    const { version } = document;
    const heat = isOn ? await this.server.request<LineHeatResult | null>(methods.lineHeat, { uri: document.uri.toString() }) : null;
    // An edit during the request asks again by itself.
    if (document.version !== version) return;
    const byLevel: vscode.DecorationOptions[][] = this.levels.map(() => []);
    for (const line of heat?.lines ?? []) {
      const level = levelOf(line.share);
      if (level >= 0 && line.line <= document.lineCount) byLevel[level]?.push(decorationOf(document, line, heat as LineHeatResult));
    }
    for (const [level, type] of this.levels.entries()) editor.setDecorations(type, byLevel[level] ?? []);
  }

  private hasProfile(): boolean {
    return this.assessments.status.some(({ profile }) => profile !== undefined);
  }
}

function decorationOf(document: vscode.TextDocument, line: MeasuredLine, heat: LineHeatResult): vscode.DecorationOptions {
  const { range } = document.lineAt(line.line - 1);
  const stale = line.isStale ? ` (${vscode.l10n.t("before the edit")})` : "";
  return {
    range,
    renderOptions: { after: { contentText: `${percent(line.share)}${stale}` } },
    hoverMessage: hoverOf(line, heat),
  };
}

function hoverOf({ share, native, total, isStale }: MeasuredLine, { source, samples }: LineHeatResult): vscode.MarkdownString {
  const rows = [vscode.l10n.t("This line: {0} of the measured CPU time", percent(share))];
  if (native > 0) rows.push(vscode.l10n.t("of it in native code: {0}", percent(native)));
  if (total > share) rows.push(vscode.l10n.t("with the functions that it calls: {0}", percent(total)));
  if (isStale) rows.push(vscode.l10n.t("The function was edited after the recording; the line may be another."));
  const basis = samples > 0 ? vscode.l10n.t("{0}, {1} samples", source, samples.toLocaleString()) : source;
  const markdown = new vscode.MarkdownString();
  for (const row of rows) markdown.appendText(row).appendMarkdown("  \n");
  return markdown.appendText(vscode.l10n.t("Measured by {0}.", basis));
}
