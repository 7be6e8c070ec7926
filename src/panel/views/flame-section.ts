/** The call tree as a picture with search and a way back, or as a table. */
import { html, nothing, type TemplateResult } from "lit";
import "@vscode-elements/elements/dist/vscode-textfield";
import "../elements/flame-picture";
import { frameName, placeOf } from "../elements/flame-picture";
import { chainOf, type FlameMatches, type FlameNode, type FlameTree, listFlame, searchFlame } from "../model/flame";
import { linkButton, placeLink, section, toggle } from "./parts";
import type { ViewContext } from "./view-context";

/** Steps of a long way back that are named: the first and the last ones. */
const stepsShown = 6;
const mostRows = 500;
const kinds = ["own", "library", "native", "unmapped"] as const;

export function flameSection(context: ViewContext): TemplateResult {
  const { strings, model, standalone } = context;
  const words = strings.profile;
  if (standalone) return section(words.callTree, html`<p class="muted">${words.notInReport}</p>`);
  const { callTree } = model;
  if (callTree === undefined) return section(words.callTree, html`<p class="muted" role="status">${words.loading}</p>`);
  if (callTree.nodes.size === 1) return section(words.callTree, html`<p class="muted" role="status">${words.noTree}</p>`);
  const asTable = model.view.profileTable;
  const top = callTree.nodes.get(model.view.profileZoom ?? "") ?? callTree.root;
  const body = html`${search(context, callTree)} ${asTable ? nothing : legend(context)} ${wayBack(context, top)}
    ${asTable ? table(context, callTree, top) : picture(context, callTree, top)}`;
  return section(words.callTree, body, {
    aside: toggle(asTable ? strings.verdict.asPicture : strings.verdict.asTable, asTable ? "graph" : "table", () =>
      context.set({ profileTable: !asTable }),
    ),
  });
}

function zoom(context: ViewContext, node: FlameNode): void {
  context.set({ profileZoom: node.id === "" ? undefined : node.id });
}

function open({ send }: ViewContext, { path, line }: FlameNode): void {
  if (path !== undefined) send({ type: "openLocation", path, line: line ?? 1 });
}

function picture(context: ViewContext, tree: FlameTree, top: FlameNode): TemplateResult {
  const { strings, format, model } = context;
  return html`<breakeven-flame
      .top=${top}
      .found=${matchesOf(tree, model.view.profileText)}
      .strings=${strings}
      .format=${format}
      .onZoom=${(node: FlameNode) => zoom(context, node)}
      .onOpen=${(node: FlameNode) => open(context, node)}
    ></breakeven-flame>
    <p class="note no-print" id="flame-keys">${strings.profile.pictureKeys}</p>`;
}

function legend({ strings }: ViewContext): TemplateResult {
  return html`<ul class="legend flame-legend">
    ${kinds.map(
      (kind) =>
        html`<li><span class="swatch flame-swatch flame-${kind}" aria-hidden="true"></span>${strings.profile.kinds[kind]}<span class="muted">, ${strings.profile.kindHint[kind]}</span></li>`,
    )}
  </ul>`;
}

function search(context: ViewContext, tree: FlameTree): TemplateResult {
  const { strings, format, model } = context;
  const words = strings.profile;
  const text = model.view.profileText;
  const matches = matchesOf(tree, text);
  const next = () => {
    const at = matches.nodes.findIndex(({ id }) => id === model.view.profileZoom);
    const node = matches.nodes[(at + 1) % matches.nodes.length];
    if (node !== undefined) zoom(context, node);
  };
  return html`<div class="toolbar flame-toolbar" role="search" aria-label=${words.search}>
    <vscode-textfield
      class="search"
      label=${words.search}
      placeholder=${words.search}
      .value=${text}
      @input=${(event: Event) => context.set({ profileText: (event.target as HTMLInputElement).value.slice(0, 200) })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Enter") next();
        if (event.key === "Escape") context.set({ profileText: "" });
      }}
    ></vscode-textfield>
    <span class="shown muted" role="status">${text.trim() === "" ? nothing : words.matches(format.integer(matches.nodes.length), format.percent(matches.share), matches.nodes.length)}</span>
    ${matches.nodes.length > 0 ? linkButton(words.nextMatch, next) : nothing}
  </div>`;
}

let remembered: { tree: FlameTree; text: string; matches: FlameMatches } | undefined;

/** Kept while nothing it rests on changes: a redraw must not search thousands of nodes again. */
function matchesOf(tree: FlameTree, text: string): FlameMatches {
  if (remembered?.tree !== tree || remembered.text !== text) remembered = { tree, text, matches: searchFlame(tree, text) };
  return remembered.matches;
}

function wayBack(context: ViewContext, top: FlameNode): TemplateResult {
  const chain = chainOf(top);
  const first = chain.length > stepsShown ? chain.slice(0, 1) : [];
  const steps = chain.slice(first.length === 0 ? 0 : chain.length - stepsShown + 1);
  const step = (node: FlameNode) => {
    const name = frameName(node, context.strings);
    return node === top
      ? html`<span aria-current="true" class="code">${name}</span>`
      : linkButton(html`<span class="code">${name}</span>`, () => zoom(context, node));
  };
  return html`<nav class="breadcrumb no-print" aria-label=${context.strings.profile.wayBack}>
    ${first.map((node) => html`${step(node)}<span aria-hidden="true">›</span><span>…</span><span aria-hidden="true">›</span>`)}
    ${steps.map((node, index) => html`${index > 0 ? html`<span aria-hidden="true">›</span>` : nothing}${step(node)}`)}
  </nav>`;
}

function table(context: ViewContext, tree: FlameTree, top: FlameNode): TemplateResult {
  const { strings, format, model } = context;
  const words = strings.profile;
  const found = matchesOf(tree, model.view.profileText);
  const rows = listFlame(top, mostRows + 1);
  return html`<div class="scroll-x" role="region" tabindex="0" aria-label=${words.pictureLabel}>
      <table class="table flame-table">
        <thead>
          <tr>
            <th scope="col">${words.columns.function}</th>
            <th scope="col" class="number">${words.columns.total}</th>
            <th scope="col" class="number">${words.columns.self}</th>
            <th scope="col">${words.columns.kind}</th>
            <th scope="col">${words.columns.place}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, mostRows).map((node) => row(node))}
        </tbody>
      </table>
    </div>
    ${rows.length > mostRows ? html`<p class="note">${words.moreRows(format.integer(mostRows))}</p>` : nothing}`;

  function row(node: FlameNode): TemplateResult {
    const depth = node.depth - top.depth;
    const name = html`<span class="code">${frameName(node, strings)}</span>`;
    // Deep chains would leave no room for names.
    const indent = 8 + Math.min(depth, 20) * 12;
    return html`<tr class=${found.ids.has(node.id) ? "marked" : ""}>
      <th scope="row" .style=${`padding-left:${indent}px`}>
        <span class="hidden-text">${words.level(depth + 1)}</span>
        ${node.children.length > 0 && node !== top ? linkButton(name, () => zoom(context, node)) : name}
      </th>
      <td class="number">${format.percent(node.share)}</td>
      <td class="number">${format.percent(node.self)}</td>
      <td>${words.kinds[node.kind]}</td>
      <td class="wide">${place(node)}</td>
    </tr>`;
  }

  function place(node: FlameNode): unknown {
    const text = placeOf(node);
    if (text === undefined) return nothing;
    if (node.kind !== "own" || node.path === undefined) return html`<span class="code muted">${text}</span>`;
    return placeLink(context, node.path, node.line ?? 1, text);
  }
}
