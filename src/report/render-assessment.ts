/** The assessment as text in each format that needs nothing but the assessment; the HTML export is `fillHtmlTemplate`. */
import type { Assessment } from "./assessment";
import { renderMarkdown } from "./render-markdown";
import { renderSarif } from "./render-sarif";
import { renderTerminal, type TerminalOptions } from "./render-terminal";
import type { RuleText } from "./rule-texts";

export const textFormats = ["terminal", "json", "markdown", "sarif"] as const;
export type TextFormat = (typeof textFormats)[number];
export type ReportFormat = TextFormat | "html";

export interface RenderOptions {
  /** Rules described in SARIF. */
  readonly rules: readonly RuleText[];
  readonly terminal?: TerminalOptions;
}

export function renderAssessment(assessment: Assessment, format: TextFormat, options: RenderOptions): string {
  if (format === "json") return `${JSON.stringify(assessment, null, 2)}\n`;
  if (format === "markdown") return renderMarkdown(assessment);
  if (format === "sarif") return renderSarif(assessment, options.rules);
  return renderTerminal(assessment, options.terminal ?? { width: 80, color: false, unicode: true });
}
