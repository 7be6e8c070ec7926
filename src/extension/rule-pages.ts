/** The page of each rule as a virtual Markdown document, at hand without a network. */
import * as vscode from "vscode";
import { methods, type RulePage } from "../lsp/protocol";
import type { ServerConnection } from "./server-connection";

const scheme = "breakeven-rule";

/** `rule` is an id or a code. */
export function rulePageUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${rule}.md` });
}

export function registerRulePages(context: vscode.ExtensionContext, server: ServerConnection): void {
  const provider: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent(uri, token) {
      const rule = uri.path.slice(1).replace(/\.md$/, "");
      const page = await server.request<RulePage | null>(methods.rulePage, { rule }, token);
      return page?.markdown ?? vscode.l10n.t("There is no rule {0}.", rule);
    },
  };
  context.subscriptions.push(vscode.workspace.registerTextDocumentContentProvider(scheme, provider));
}
