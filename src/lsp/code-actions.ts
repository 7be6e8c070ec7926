import { type CodeAction, CodeActionKind, type Command, type Diagnostic, type TextEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type DiagnosticData, diagnosticSource } from "./diagnostics";
import { ignoreInFile, ignoreOnLine, type SuppressionEdit } from "./suppression-edits";

export interface ActionCommands {
  /** Undefined when the editor cannot show a hotspot. */
  showHotspot(folder: string, hotspot: string, title: string): Command;
  explainRule(rule: string, title: string): Command;
}

/** Ignore here, ignore in the file, show, explain: for each of our diagnostics. */
export function toCodeActions(document: TextDocument, diagnostics: readonly Diagnostic[], commands: ActionCommands): CodeAction[] {
  return diagnostics.filter(isOurs).flatMap((diagnostic) => {
    const { code, rule, folder, hotspot } = diagnostic.data;
    const text = document.getText();
    const actions = [
      edit(`Ignore ${code} on this line`, document, diagnostic, ignoreOnLine(text, diagnostic.range.start.line + 1, code)),
      edit(`Ignore ${code} in this file`, document, diagnostic, ignoreInFile(text, code)),
      run(`Explain ${code} (${rule})`, diagnostic, commands.explainRule(rule, `Explain ${code}`)),
    ];
    if (hotspot !== undefined) {
      const title = "Show the comparison of options";
      actions.splice(2, 0, run(title, diagnostic, commands.showHotspot(folder, hotspot, title)));
    }
    return actions.filter((action) => action !== undefined);
  });
}

function isOurs(diagnostic: Diagnostic): diagnostic is Diagnostic & { data: DiagnosticData } {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  return diagnostic.source === diagnosticSource && typeof data?.code === "string" && typeof data.rule === "string";
}

function edit(title: string, document: TextDocument, diagnostic: Diagnostic, change: SuppressionEdit | undefined): CodeAction | undefined {
  if (change === undefined) return undefined;
  const edits: TextEdit[] = [
    { range: { start: document.positionAt(change.start), end: document.positionAt(change.end) }, newText: change.text },
  ];
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: { changes: { [document.uri]: edits } } };
}

function run(title: string, diagnostic: Diagnostic, command: Command): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command };
}
