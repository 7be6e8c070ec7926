/** The assessment as text in every format; HTML needs the built template and the code of the hotspots, which the Host reads. */
import type { Knowledge } from "../knowledge";
import {
  type Assessment,
  buildPanelContent,
  fillHtmlTemplate,
  type HtmlReportExcerpt,
  type ReportFormat,
  renderAssessment,
  type TerminalOptions,
} from "../report";
import { decodeSource } from "../syntax";
import type { Host } from "./contract";
import { baseName, joinPath, parentPath } from "./paths";

/** Hotspots whose code goes into an HTML report, and lines of each. */
const excerptsShown = 50;
const linesShown = 120;

export async function render(
  host: Host,
  knowledge: Knowledge,
  assessment: Assessment,
  format: ReportFormat,
  terminal?: TerminalOptions,
): Promise<string> {
  if (format !== "html") return renderAssessment(assessment, format, { rules: [...knowledge.rules.values()], terminal });
  const template = new TextDecoder().decode(await host.readAsset("report.html"));
  return fillHtmlTemplate(template, {
    assessment,
    content: buildPanelContent(knowledge),
    rootLabel: baseName(assessment.project.root),
    assessedAt: new Date().toISOString(),
    locale: "en",
    excerpts: await excerptsOf(host, assessment),
  });
}

async function excerptsOf(host: Host, assessment: Assessment): Promise<HtmlReportExcerpt[]> {
  const { root } = assessment.project;
  const folder = (await host.stat(root))?.kind === "file" ? parentPath(root) : root;
  const excerpts: HtmlReportExcerpt[] = [];
  for (const { id, path, startLine, endLine } of assessment.hotspots.slice(0, excerptsShown)) {
    const bytes = await host.readFile(joinPath(folder, path)).catch(() => undefined);
    if (bytes === undefined) continue;
    const lines = decodeSource(bytes).text.split(/\r\n|\r|\n/);
    excerpts.push({ hotspot: id, firstLine: startLine, lines: lines.slice(startLine - 1, Math.min(endLine, startLine + linesShown - 1)) });
  }
  return excerpts;
}
