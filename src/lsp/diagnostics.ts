import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Hint } from "./file-view";
import { type LineEdit, shiftLine } from "./line-shifts";
import { ruleUrl } from "./rule-links";
import type { HintSettings } from "./server-settings";

/** What a code action finds in `Diagnostic.data`. */
export interface DiagnosticData {
  readonly rule: string;
  readonly code: string;
  readonly folder: string;
  readonly hotspot?: string;
}

export const diagnosticSource = "breakeven";

/** Past any line: the protocol clamps columns to the line's length. */
const endOfLine = 10_000;

export interface DiagnosticContext {
  readonly folder: string;
  readonly settings: HintSettings;
  /** The open document, for exact columns; closed files get whole lines. */
  readonly document: TextDocument | undefined;
  readonly edits: readonly LineEdit[];
}

export function toDiagnostics(hints: readonly Hint[], context: DiagnosticContext): Diagnostic[] {
  if (!context.settings.enable) return [];
  const severity = context.settings.severity === "information" ? DiagnosticSeverity.Information : DiagnosticSeverity.Hint;
  return hints.map((hint) => ({
    range: rangeOf(hint, context),
    severity,
    source: diagnosticSource,
    code: hint.code,
    codeDescription: { href: ruleUrl(hint.rule) },
    message: hint.message,
    data: { rule: hint.rule, code: hint.code, folder: context.folder, hotspot: hint.hotspot } satisfies DiagnosticData,
  }));
}

export function rangeOf(hint: Hint, { document, edits }: Pick<DiagnosticContext, "document" | "edits">): Diagnostic["range"] {
  const startLine = shiftLine(hint.startLine, edits) - 1;
  const endLine = startLine + hint.endLine - hint.startLine;
  const endColumn = hint.endColumn ?? document?.getText(lineRange(endLine)).trimEnd().length ?? endOfLine;
  return {
    start: { line: startLine, character: hint.startColumn ?? (document === undefined ? 0 : indentOf(document, startLine)) },
    end: { line: endLine, character: endColumn },
  };
}

export function lineRange(line: number): Diagnostic["range"] {
  return { start: { line, character: 0 }, end: { line, character: endOfLine } };
}

function indentOf(document: TextDocument, line: number): number {
  return document.getText(lineRange(line)).search(/\S|$/);
}
