/** Small pieces that several views share. */
import { html, nothing, type TemplateResult } from "lit";
import type { Hotspot, PanelSource } from "../../report";
import { type IconName, icon } from "../icons";
import type { ViewContext } from "./view-context";

export function targetBadge(context: ViewContext, target: string): TemplateResult {
  return html`<span class="badge badge-${target}">${context.strings.target[target] ?? target}</span>`;
}

export function confidencePill(context: ViewContext, level: "high" | "medium" | "low"): TemplateResult {
  const filled = { high: 3, medium: 2, low: 1 }[level];
  return html`<span class="confidence confidence-${level}">
    <span class="confidence-dots" aria-hidden="true">${[1, 2, 3].map((dot) => html`<i class=${dot <= filled ? "on" : ""}></i>`)}</span>
    ${context.strings.confidence[level]}
  </span>`;
}

/** Python, native and waiting as one bar; the numbers stand beside it in `mixLegend`. */
export function mixBar(mix: Hotspot["mix"], label: string): TemplateResult {
  return html`<div class="mix-bar" role="img" aria-label=${label}>
    ${kinds.map((kind) => (mix[kind] > 0 ? html`<span class="mix-${kind}" .style=${`flex-grow:${mix[kind]}`}></span>` : nothing))}
  </div>`;
}

export function mixLegend(context: ViewContext, mix: Hotspot["mix"], hints: boolean): TemplateResult {
  const { strings, format } = context;
  return html`<ul class="legend">
    ${kinds
      .filter((kind) => hints || mix[kind] > 0)
      .map(
        (kind) => html`<li>
        <span class="swatch mix-${kind}" aria-hidden="true"></span><strong>${format.percent(mix[kind])}</strong> ${strings.mix[kind]}${hints ? html`<span class="muted">, ${strings.mixHint[kind]}</span>` : nothing}
      </li>`,
      )}
  </ul>`;
}

export function bulletList(items: readonly unknown[], className = ""): TemplateResult | typeof nothing {
  return items.length === 0 ? nothing : html`<ul class="bullets ${className}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

export function linkButton(text: unknown, onClick: () => void): TemplateResult {
  return html`<button type="button" class="link" @click=${onClick}>${text}</button>`;
}

/** A place in the code: a link in the editor, plain text in the export. */
export function placeLink(context: ViewContext, path: string, line: number, text?: unknown): TemplateResult {
  const shown = text ?? `${path}:${line}`;
  if (context.standalone) return html`<span class="code">${shown}</span>`;
  return html`<button type="button" class="link code" title="${path}:${line}" @click=${() => context.send({ type: "openLocation", path, line })}>${shown}</button>`;
}

/** "path/to/file.py:12 ..." starts with a place; anything else stays text. */
export function evidenceLine(context: ViewContext, text: string): unknown {
  const match = /^(\S+\.pyi?):(\d+)\b/.exec(text);
  if (!match) return context.strings.say(text);
  return html`${placeLink(context, match[1]!, Number(match[2]))}${text.slice(match[0].length)}`;
}

/** Sources as numbers of the list in Learn, each with its title and date to read on hover and aloud. */
export function sourceLinks(context: ViewContext, ids: readonly string[]): TemplateResult | typeof nothing {
  const numbered = context.content.sources.flatMap((source, index) => (ids.includes(source.id) ? [{ source, number: index + 1 }] : []));
  if (numbered.length === 0) return nothing;
  return html`<span class="sources">${numbered.map(({ source, number }) =>
    sourceLink(context, source, String(number), `${number}: ${source.title}, ${source.date}`),
  )}</span>`;
}

/** `name` is read aloud and shown on hover; it starts with `text`. */
export function sourceLink(context: ViewContext, { reference }: PanelSource, text: string, name: string): TemplateResult {
  if (!/^https?:\/\//.test(reference)) return html`<span class="source" title="${name} (${reference})">${text}</span>`;
  const title = `${name} (${context.strings.opensOutside})`;
  if (context.standalone) {
    return html`<a class="source" href=${reference} rel="noreferrer noopener" target="_blank" aria-label=${name} title=${title}>${text}</a>`;
  }
  return html`<button
    type="button"
    class="link source"
    aria-label=${name}
    title=${title}
    @click=${() => context.send({ type: "openSource", url: reference })}
  >${text}</button>`;
}

export function section(title: string, body: unknown, options: { id?: string; className?: string; aside?: unknown } = {}): TemplateResult {
  return html`<section class="section ${options.className ?? ""}" id=${options.id ?? nothing}>
    <div class="section-head"><h2>${title}</h2>${options.aside ?? nothing}</div>
    ${body}
  </section>`;
}

export function toggle(text: string, name: IconName, onClick: () => void): TemplateResult {
  return html`<button type="button" class="quiet no-print" @click=${onClick}>${icon(name)}${text}</button>`;
}

const kinds = ["python", "native", "io"] as const;
