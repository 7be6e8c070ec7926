import Table from "cli-table3";
import { effortRange, percent, recommendationName, speedupRange, targetName, visible } from "../report";
import type { MergedAssessment, MergedHotspot, MergedProject } from "./merge-assessments";

export const mergeFormats = ["terminal", "json", "markdown"] as const;
export type MergeFormat = (typeof mergeFormats)[number];

export function renderMerged(merged: MergedAssessment, format: MergeFormat): string {
  if (format === "json") return `${JSON.stringify(merged, undefined, 2)}\n`;
  return format === "markdown" ? renderMarkdown(merged) : renderTerminal(merged);
}

const hotspotHeads = ["#", "project", "place", "share", "move to", "gain there", "whole program", "effort", "confidence"];
const projectHeads = ["project", "recommendation", "confidence", "to move", "lines", "summary"];

function renderTerminal(merged: MergedAssessment): string {
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]) => {
    const made = new Table({ head: [...heads], style: { head: [], border: [], compact: true } });
    made.push(...rows.map((row) => row.map(visible)));
    return made.toString();
  };
  return `${headline(merged)}\n\n${table(
    hotspotHeads,
    merged.hotspots.map((hotspot) => hotspotRow(hotspot, merged.projects)),
  )}\n\n${table(
    projectHeads.slice(0, -1),
    merged.projects.map((project) => projectRow(project).slice(0, -1)),
  )}\n\n${caution}\n`;
}

function renderMarkdown(merged: MergedAssessment): string {
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
    [heads, heads.map(() => "---"), ...rows.map((row) => row.map(inTable))].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  const hotspots = table(
    hotspotHeads,
    merged.hotspots.map((hotspot) => hotspotRow(hotspot, merged.projects)),
  );
  return `# ${headline(merged)}\n\n${hotspots}\n\n## Projects\n\n${table(projectHeads, merged.projects.map(projectRow))}\n\n${caution}\n`;
}

const caution =
  "Ranked by how much of its own program's time the advice saves, times the weight given. Shares of different programs have no common unit: a weight says how much each counts.";

function headline({ projects, hotspots, candidates }: MergedAssessment): string {
  return `${hotspots.length} of ${candidates} places worth moving, from ${projects.length} assessments`;
}

function hotspotRow(hotspot: MergedHotspot, projects: readonly MergedProject[]): string[] {
  const { wholeProgram, target } = hotspot;
  return [
    String(hotspot.rank),
    projects[hotspot.project]?.name ?? "",
    `${hotspot.path}:${hotspot.startLine} ${hotspot.qualname}`,
    `${percent(hotspot.share)}${hotspot.isMeasured ? " measured" : ""}`,
    targetName(target),
    speedupRange(hotspot.speedup),
    speedupRange(wholeProgram),
    effortRange(hotspot.effort),
    hotspot.confidence,
  ];
}

function projectRow(project: MergedProject): string[] {
  const name = project.weight === 1 ? project.name : `${project.name} (weight ${project.weight})`;
  return [
    name,
    recommendationName(project.recommendation),
    project.confidence,
    String(project.toMove),
    String(project.lines),
    project.summary,
  ];
}

/** Text from reports must neither end a cell nor become markup. */
function inTable(text: string): string {
  return visible(text)
    .replace(/[\\|`*_[\]#~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}
