/**
 * The HTML export: one file made of the panel's own components (`dist/report.html`, built from `src/panel/report-main.ts`) and
 * the assessment as JSON inside it. Works without network and without an editor.
 */
import type { Assessment, Hotspot } from "./assessment";
import type { PanelContent } from "./panel-content";

export interface HtmlReportData {
  readonly assessment: Assessment;
  readonly content: PanelContent;
  /** Name of the folder as people call it. */
  readonly rootLabel: string;
  /** ISO time. */
  readonly assessedAt: string;
  /** BCP 47. */
  readonly locale: string;
  /** Code of hotspots; those without are shown without code. */
  readonly excerpts: readonly HtmlReportExcerpt[];
}

export interface HtmlReportExcerpt {
  readonly hotspot: Hotspot["id"];
  readonly firstLine: number;
  readonly lines: readonly string[];
}

const dataPlace = "/*breakeven-data*/";
const titlePlace = "breakeven-title";

/** Throws an Error when `template` is not the built template. */
export function fillHtmlTemplate(template: string, data: HtmlReportData): string {
  const at = template.indexOf(dataPlace);
  if (at < 0) throw new Error("The template of the HTML report has no place for the data; build it again.");
  const filled = template.slice(0, at) + embedJson(data) + template.slice(at + dataPlace.length);
  const titleAt = filled.indexOf(titlePlace);
  return filled.slice(0, titleAt) + escapeText(`${data.rootLabel} – Breakeven`) + filled.slice(titleAt + titlePlace.length);
}

/** JSON that cannot end the script element it stands in: `<`, `>` and `&` become escapes, which mean the same inside strings. */
function embedJson(data: HtmlReportData): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[it]!);
}
