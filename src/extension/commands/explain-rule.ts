import * as vscode from "vscode";
import { type ExplainRuleArguments, methods, type PanelContentResult } from "../../lsp/protocol";
import { rulePageUri } from "../rule-pages";
import type { CommandContext } from "./command-context";

/** Shows the page of a rule: the one named, else one picked from the list. */
export async function explainRule(context: CommandContext, argument: unknown): Promise<void> {
  const rule = (argument as ExplainRuleArguments | undefined)?.rule ?? (await pickRule(context));
  if (rule !== undefined) await vscode.commands.executeCommand("markdown.showPreview", rulePageUri(rule));
}

async function pickRule({ server }: CommandContext): Promise<string | undefined> {
  const { rules } = await server.request<PanelContentResult>(methods.panelContent);
  const items = rules
    .map(({ code, title, id }) => ({ label: code, description: title, detail: id }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const placeHolder = vscode.l10n.t("Rule to explain");
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.label;
}
