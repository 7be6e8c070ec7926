/** The hotspot's code: loops as rails beside it, their rounds in words, lines with something in the way marked. */
import { html, nothing, type TemplateResult } from "lit";
import type { Hotspot } from "../../report";
import { icon } from "../icons";
import type { ViewContext } from "./view-context";

const deepestRail = 6;

export function codeExcerpt(context: ViewContext, hotspot: Hotspot): TemplateResult {
  const { model, strings } = context;
  const excerpt = model.excerpts.get(hotspot.id);
  if (excerpt && excerpt.lines.length === 0 && excerpt.problem === undefined) return html`<p class="muted">${strings.hotspots.noCode}</p>`;
  if (!excerpt) return html`<p class="muted excerpt-wait">${strings.hotspots.codeLoading}</p>`;
  if (excerpt.problem !== undefined) return html`<p class="notice">${icon("info")} ${excerpt.problem}</p>`;
  const depths = Math.min(deepestRail, Math.max(0, ...hotspot.loops.map(({ depth }) => depth)));
  const margin = commonIndent(excerpt.lines);
  const blockers = new Map(hotspot.advice.flatMap(({ blockers }) => blockers.map(({ line, message }) => [line, message] as const)));
  return html`${model.stale.has(hotspot.path) ? html`<p class="notice">${icon("warning-triangle")} ${strings.hotspots.codeStale}</p>` : nothing}
    <div class="excerpt scroll-x" role="region" tabindex="0" aria-label=${strings.hotspots.code} .style=${`--rails:${depths}`}>
      <div class="excerpt-lines">
        ${excerpt.lines.map((text, index) => codeLine(context, hotspot, excerpt.firstLine + index, text.slice(margin), depths, blockers))}
      </div>
    </div>`;
}

/** Methods need not show the indentation of their class. */
function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  return indents.length > 0 ? Math.min(...indents) : 0;
}

function codeLine(
  context: ViewContext,
  hotspot: Hotspot,
  line: number,
  text: string,
  depths: number,
  blockers: ReadonlyMap<number, string>,
): TemplateResult {
  const { strings, format, standalone } = context;
  const around = hotspot.loops.filter(({ startLine, endLine }) => startLine <= line && line <= endLine);
  const deepest = Math.max(0, ...around.map(({ depth }) => depth));
  const starting = around.find(({ startLine }) => startLine === line);
  const blocker = blockers.get(line);
  const indent = text.length - text.trimStart().length;
  const gutter = standalone
    ? html`<span class="gutter">${line}</span>`
    : html`<button
        type="button"
        class="gutter"
        tabindex="-1"
        aria-label=${strings.hotspots.openLine(line)}
        @click=${() => context.send({ type: "openLocation", path: hotspot.path, line })}
      >${line}</button>`;
  return html`<div class="line ${blocker ? "line-blocked" : ""} ${deepest > 0 ? "line-loop" : ""}" .style=${`--depth:${Math.min(deepest, deepestRail)}`}>
    ${gutter}<span class="rails" aria-hidden="true">${Array.from({ length: depths }, (_, index) => rail(around, index + 1, line))}</span><code>${text.slice(0, indent)}<span>${text.slice(indent)}</span></code>${
      starting ? html`<span class="line-note">${icon("refresh")}${format.amount(starting.trips.mid)}×</span>` : nothing
    }${blocker ? html`<span class="line-note line-blocker">${icon("circle-slash")}${blocker}</span>` : nothing}
  </div>`;
}

function rail(around: Hotspot["loops"], depth: number, line: number): TemplateResult {
  const loop = around.find((it) => it.depth === depth);
  const part = !loop ? "" : loop.startLine === line ? "rail-start" : loop.endLine === line ? "rail-end" : "rail-middle";
  return html`<i class="rail ${part}"></i>`;
}
