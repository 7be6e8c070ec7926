/** The options side by side, their speedups as a picture, when they pay back, and who did it before. */
import { html, nothing, type TemplateResult } from "lit";
import "../elements/plot-figure";
import { compareOptions, type OptionRow, type PanelExemplar, type PanelOption } from "../../report";
import { drawSpeedups } from "../charts/speedup-chart";
import { selectedHotspot } from "../panel-model";
import { breakEvenSection } from "./break-even-section";
import { select } from "./form-parts";
import { linkButton, section, sourceLinks, toggle } from "./parts";
import type { ViewContext } from "./view-context";

/** Options without a word from the project are shown too, greyed: the reader sees that they were thought of. */
const standardOptions = ["keep", "stdlib", "numpy", "numba", "mypyc", "library", "polars", "pyo3"];
const mostInPicker = 300;
const figureColumns = ["places", "speedup", "whole", "effort"] as const;
const wordColumns = ["risk", "memory", "learning", "packaging", "team"] as const;

export function compareView(context: ViewContext): TemplateResult {
  const { assessment, model } = context;
  const chosen = model.view.scope === "hotspot" ? selectedHotspot(model) : undefined;
  const rows = compareOptions(chosen ? [chosen] : assessment.hotspots);
  return html`${scopePicker(context)} ${optionTable(context, rows)} ${speedupSection(context, rows)} ${breakEvenSection(context, rows)}
  ${exemplarSection(context, rows)}`;
}

function scopePicker(context: ViewContext): TemplateResult {
  const { assessment, model, strings } = context;
  const chosen = model.view.scope === "hotspot" ? selectedHotspot(model) : undefined;
  const listed = assessment.hotspots.slice(0, mostInPicker);
  const options = chosen && !listed.includes(chosen) ? [...listed, chosen] : listed;
  return html`<div class="toolbar">
    ${select({
      id: "compare-scope",
      label: strings.compare.scope,
      value: chosen?.id ?? "",
      options: [
        { value: "", text: strings.compare.project },
        ...options.map(({ id, rank, qualname }) => ({ value: id, text: `${rank}. ${qualname}` })),
      ],
      onChange: (id) =>
        context.set(id === "" ? { scope: "project", option: undefined } : { scope: "hotspot", hotspot: id, option: undefined }),
    })}
  </div>`;
}

function optionTable(context: ViewContext, rows: readonly OptionRow[]): TemplateResult {
  const { content, strings } = context;
  const named = new Map(rows.map((row) => [row.option, row]));
  const others = standardOptions.filter((id) => !named.has(id));
  const columns = strings.compare.columns;
  const known = (id: string) => content.options.find((option) => option.id === id);
  return section(
    strings.compare.options,
    html`<div class="scroll-x" role="region" tabindex="0" aria-label=${strings.compare.options}>
      <table class="table options stacks" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${columns.option}</th>
            ${figureColumns.map((key) => html`<th scope="col" role="columnheader" class="number">${columns[key]}</th>`)}
            ${wordColumns.map((key) => html`<th scope="col" role="columnheader">${columns[key]}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map((row) => optionRow(context, row, known(row.option)))}
          ${others.map((id) => absentRow(context, id, known(id)))}
        </tbody>
      </table>
    </div>`,
  );
}

function optionRow(context: ViewContext, row: OptionRow, known: PanelOption | undefined): TemplateResult {
  const { strings, format } = context;
  const keep = row.option === "keep";
  const note = (text: string) => html`<div class="cell-note">${text}</div>`;
  const figures: Record<(typeof figureColumns)[number], unknown> = {
    places: html`${format.integer(row.places)} ${note(format.percent(row.share))}`,
    speedup: html`${keep ? format.timesOf(1) : format.times(row.speedup)} ${row.confidence ? note(strings.confidence[row.confidence]) : nothing}`,
    whole: keep ? format.timesOf(1) : html`<strong>${format.times(row.wholeProgram)}</strong>`,
    effort: format.hours(row.effort),
  };
  return html`<tr role="row">
    ${optionHead(context, row.option, known, row.basis)}
    ${figureColumns.map((key) => html`<td role="cell" class="number" data-label=${strings.compare.columns[key]}>${figures[key]}</td>`)}
    ${words(context, known)}
  </tr>`;
}

function absentRow(context: ViewContext, id: string, known: PanelOption | undefined): TemplateResult {
  return html`<tr role="row" class="absent">
    ${optionHead(context, id, known, [])}
    <td role="cell" colspan="4">${context.strings.compare.notNamed}</td>
    ${words(context, known)}
  </tr>`;
}

function optionHead({ strings }: ViewContext, id: string, known: PanelOption | undefined, basis: readonly string[]): TemplateResult {
  return html`<th scope="row" role="rowheader" class="option-head">
    <span>${known?.title ?? strings.target[id] ?? id}</span>
    ${known ? html`<div class="cell-note">${known.summary}</div>` : nothing}
    ${basis.length > 0 ? html`<details class="basis"><summary>${strings.compare.evidence}</summary>${basis.map((text) => html`<p>${text}</p>`)}</details>` : nothing}
  </th>`;
}

function words({ strings }: ViewContext, known: PanelOption | undefined): readonly TemplateResult[] {
  return wordColumns.map(
    (key) => html`<td role="cell" class="words" data-label=${strings.compare.columns[key]}>${known?.[key] ?? "–"}</td>`,
  );
}

function speedupSection(context: ViewContext, rows: readonly OptionRow[]): TemplateResult {
  const { content, strings, format, model } = context;
  const shown = rows
    .filter(({ option }) => option !== "keep")
    .map(({ option, speedup }) => ({
      name: strings.target[option] ?? content.options.find(({ id }) => id === option)?.title ?? option,
      speedup,
    }));
  if (shown.length === 0) return section(strings.compare.speedups, html`<p class="muted">${strings.compare.noSpeedups}</p>`);
  const asTable = model.view.speedupTable;
  const chart = html`<breakeven-plot
    .label=${strings.compare.speedupPicture}
    .draw=${(width: number) => drawSpeedups(shown, format, strings.compare.speedupAxis, width)}
  ></breakeven-plot>`;
  const table = html`<table class="table narrow">
    <thead>
      <tr><th scope="col">${strings.compare.columns.option}</th><th scope="col" class="number">${strings.compare.low}</th><th scope="col" class="number">${strings.compare.likely}</th><th scope="col" class="number">${strings.compare.high}</th></tr>
    </thead>
    <tbody>
      ${shown.map(
        ({ name, speedup }) =>
          html`<tr><th scope="row">${name}</th>${(["low", "mid", "high"] as const).map((key) => html`<td class="number">${format.timesOf(speedup[key])}</td>`)}</tr>`,
      )}
    </tbody>
  </table>`;
  return section(strings.compare.speedups, html`<p class="note">${strings.compare.speedupsNote}</p>${asTable ? table : chart}`, {
    aside: toggle(asTable ? strings.compare.chart : strings.compare.table, asTable ? "graph" : "table", () =>
      context.set({ speedupTable: !asTable }),
    ),
  });
}

function exemplarSection(context: ViewContext, rows: readonly OptionRow[]): TemplateResult {
  const { content, strings } = context;
  const named = new Set(rows.map(({ option }) => option));
  const relevant = content.exemplars.filter(
    ({ id, kinds }) =>
      kinds.some((kind) => named.has(kind)) || content.options.some((option) => named.has(option.id) && option.exemplars.includes(id)),
  );
  // Where nothing pays off, what went wrong elsewhere is what there is to learn from.
  const shown = relevant.length > 0 ? relevant : content.exemplars.filter(({ outcome }) => outcome === "counter-example");
  const gains = shown.filter(({ outcome }) => outcome === "gain");
  const counters = shown.filter(({ outcome }) => outcome === "counter-example");
  if (shown.length === 0) return section(strings.compare.exemplars, html`<p class="muted">${strings.compare.noExemplars}</p>`);
  const column = (title: string, items: readonly PanelExemplar[]) =>
    items.length === 0
      ? nothing
      : html`<div><h3>${title}</h3><ul class="exemplars">${items.map((item) => exemplar(context, item))}</ul></div>`;
  return section(
    strings.compare.exemplars,
    html`<div class="columns">${column(strings.compare.gains, gains)} ${column(strings.compare.counters, counters)}</div>
      <p class="note no-print">${linkButton(strings.compare.allExemplars, () => context.set({ view: "learn" }))}</p>`,
  );
}

export function exemplar(context: ViewContext, item: PanelExemplar): TemplateResult {
  return html`<li class="exemplar exemplar-${item.outcome}">
    <p><strong>${item.name}</strong> ${item.figure}</p>
    <p class="muted">${item.compared}</p>
    <p>${item.lesson} ${sourceLinks(context, item.sources)}</p>
  </li>`;
}
