/** The panel as a tab beside the code: opened by a command, kept over reloads of the window. */
import * as vscode from "vscode";
import type { View } from "../panel";
import type { Assessments } from "./assessments";
import { setContextKey } from "./context-keys";
import { PanelHost } from "./panel-host";
import { panelHtml } from "./panel-html";
import type { ServerConnection } from "./server-connection";

const viewType = "breakeven.panel";

/** What to show: of which folder, which hotspot or which page. */
export interface PanelTarget {
  readonly folder?: string;
  readonly hotspot?: string;
  readonly view?: View;
}

export class Panel implements vscode.Disposable {
  private shown: { panel: vscode.WebviewPanel; host: PanelHost } | undefined;
  private readonly serializer: vscode.Disposable;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: ServerConnection,
    private readonly assessments: Assessments,
  ) {
    this.serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel) => this.adopt(panel),
    });
  }

  /** Shows the panel, on `target` when one is given. */
  show(target: PanelTarget = {}): void {
    if (this.shown === undefined) this.adopt(this.create());
    else this.shown.panel.reveal(undefined, true);
    this.shown?.host.select(target);
    setContextKey("breakeven.hasShownPanel", true);
  }

  dispose(): void {
    this.serializer.dispose();
    this.shown?.panel.dispose();
  }

  private create(): vscode.WebviewPanel {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return vscode.window.createWebviewPanel(viewType, "Breakeven", place, { enableFindWidget: true });
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.shown?.panel.dispose();
    const { extensionUri } = this.context;
    panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, "media")] };
    panel.iconPath = vscode.Uri.joinPath(extensionUri, "media", "icon.png");
    const host = new PanelHost(panel.webview, this.context, this.server, this.assessments);
    const shown = { panel, host };
    this.shown = shown;
    panel.onDidDispose(() => {
      host.dispose();
      if (this.shown === shown) this.shown = undefined;
    });
    panel.webview.html = panelHtml(panel.webview, extensionUri);
  }
}
