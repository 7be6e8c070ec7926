/** Where the CPU time goes: the split of the whole, then the zoomable picture or its table. */
import { html, nothing, type TemplateResult } from "lit";
import "../elements/heat-picture";
import { findNode, type HeatNode } from "../model/heat-tree";
import { linkButton, mixBar, mixLegend, section, toggle } from "./parts";
import type { ViewContext } from "./view-context";

export function heatSection(context: ViewContext): TemplateResult {
  const { assessment, strings, format, model, heat } = context;
  const { mix } = assessment.project;
  const label = (["python", "native", "io"] as const).map((kind) => `${strings.mix[kind]} ${format.percent(mix[kind])}`).join(", ");
  const asTable = model.view.heatTable;
  const isMeasured = assessment.profile?.ranks === true;
  return section(
    strings.verdict.time,
    html`${mixBar(mix, label)} ${mixLegend(context, mix, true)}
      ${
        assessment.hotspots.length === 0
          ? nothing
          : html`<p class="note">${isMeasured ? strings.verdict.timeMeasured : strings.verdict.timeNote(format.percent(mix.python))}</p>
          ${breadcrumb(context)} ${asTable ? heatTable(context) : picture(context)}`
      }`,
    {
      aside:
        heat.children.length > 0
          ? toggle(asTable ? strings.verdict.asPicture : strings.verdict.asTable, asTable ? "graph" : "table", () =>
              context.set({ heatTable: !asTable }),
            )
          : nothing,
    },
  );
}

function picture(context: ViewContext): TemplateResult {
  const { strings, format, heat, model } = context;
  return html`<breakeven-heat
      .tree=${heat}
      .zoom=${findNode(heat, model.view.zoom).path}
      .strings=${strings}
      .format=${format}
      .onZoom=${(zoom: readonly string[]) => context.set({ zoom: [...zoom] })}
      .onOpen=${(hotspot: string) => context.set({ view: "hotspots", hotspot })}
    ></breakeven-heat>
    <p class="note no-print" id="heat-keys">${strings.verdict.pictureKeys}</p>`;
}

function breadcrumb(context: ViewContext): TemplateResult | typeof nothing {
  const { heat, model } = context;
  const { path } = findNode(heat, model.view.zoom);
  if (path.length === 0) return nothing;
  const parts = path.map((_, index) => findNode(heat, path.slice(0, index + 1)).node.name);
  return html`<nav class="breadcrumb no-print" aria-label=${context.strings.verdict.pictureLabel}>
    ${linkButton(heat.name, () => context.set({ zoom: [] }))}
    ${parts.map((name, index) => {
      const last = index === parts.length - 1;
      return html`<span aria-hidden="true">/</span>${
        last ? html`<span aria-current="true">${name}</span>` : linkButton(name, () => context.set({ zoom: path.slice(0, index + 1) }))
      }`;
    })}
  </nav>`;
}

function heatTable(context: ViewContext): TemplateResult {
  const { strings, format, heat, model } = context;
  const rows = flatten(findNode(heat, model.view.zoom).node, 0);
  return html`<div class="scroll-x" role="region" tabindex="0" aria-label=${strings.verdict.pictureLabel}>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${strings.verdict.columnPlace}</th>
          <th scope="col" class="number">${strings.verdict.columnShare}</th>
          ${(["python", "native", "io"] as const).map((kind) => html`<th scope="col" class="number">${strings.mix[kind]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ node, depth }) => html`<tr>
            <th scope="row" .style=${`padding-left:${8 + depth * 16}px`}>
              ${
                node.hotspot
                  ? linkButton(html`<span class="code">${node.name}</span>`, () => context.set({ view: "hotspots", hotspot: node.hotspot }))
                  : html`<span class="code">${node.kind === "rest" ? strings.verdict.restOfCode : node.name}</span>`
              }
            </th>
            <td class="number">${format.percent(node.share)}</td>
            ${(["python", "native", "io"] as const).map((kind) => html`<td class="number">${format.percent(node.mix[kind])}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const mostRows = 500;

function flatten(node: HeatNode, depth: number): readonly { node: HeatNode; depth: number }[] {
  const rows: { node: HeatNode; depth: number }[] = [];
  const visit = (item: HeatNode, level: number) => {
    if (rows.length >= mostRows) return;
    rows.push({ node: item, depth: level });
    for (const child of item.children) visit(child, level + 1);
  };
  visit(node, depth);
  return rows;
}
