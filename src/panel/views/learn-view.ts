/** The framework to read: what kind of work gains what, where each language is strong, ownership, learning, glossary, sources. */
import { html, nothing, type TemplateResult } from "lit";
import type { PanelContent } from "../../report";
import { exemplar } from "./compare-view";
import { linkButton, sourceLink, sourceLinks } from "./parts";
import type { ViewContext } from "./view-context";

const careersSection = "careers";
const learningSection = "learning";

interface Part {
  readonly id: string;
  readonly title: string;
  readonly body: TemplateResult;
}

export function learnView(context: ViewContext): TemplateResult {
  const parts = partsOf(context);
  const { strings, content } = context;
  const jump = (id: string) => {
    const target = document.getElementById(`learn-${id}`);
    target?.scrollIntoView({ block: "start" });
    target?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  };
  return html`<div class="learn">
    <nav class="learn-nav no-print" aria-label=${strings.learn.onThisPage}>
      <h2>${strings.learn.onThisPage}</h2>
      <ul>${parts.map(({ id, title }) => html`<li>${linkButton(title, () => jump(id))}</li>`)}</ul>
    </nav>
    <div class="learn-body">
      ${content.question ? html`<p class="lead">${content.question}</p>` : nothing}
      ${parts.map(({ id, title, body }) => html`<section class="section" id="learn-${id}"><div class="section-head"><h2 tabindex="-1">${title}</h2></div>${body}</section>`)}
    </div>
  </div>`;
}

function partsOf(context: ViewContext): readonly Part[] {
  const { content, strings } = context;
  const careers = content.sections.find(({ id }) => id === careersSection);
  const parts: (Part | undefined)[] = [
    content.workloads.length > 0 ? { id: "workloads", title: strings.learn.workloads, body: workloadTable(context) } : undefined,
    ...content.sections
      .filter(({ id }) => id !== careersSection)
      .map((it) => ({
        id: it.id,
        title: it.title,
        body: it.id === learningSection ? html`${phases(context)} ${sectionBody(context, it)}` : sectionBody(context, it),
      })),
    content.exemplars.length > 0
      ? {
          id: "exemplars",
          title: strings.learn.exemplars,
          body: html`<ul class="exemplars exemplar-grid">${content.exemplars.map((it) => exemplar(context, it))}</ul>`,
        }
      : undefined,
    careers ? { id: careers.id, title: careers.title, body: careersBody(context, careers) } : undefined,
    content.glossary.length > 0 ? { id: "glossary", title: strings.learn.glossary, body: glossary(context) } : undefined,
    content.sources.length > 0 ? { id: "sources", title: strings.learn.sources, body: sourceTable(context) } : undefined,
  ];
  return parts.flatMap((part) => part ?? []);
}

function workloadTable(context: ViewContext): TemplateResult {
  const { content, strings, assessment } = context;
  const applies = new Set(assessment.verdict.workloads.map(({ kind }) => kind));
  const words = strings.learn;
  return html`<p class="note">${words.workloadsNote}</p>
    <div class="scroll-x" role="region" tabindex="0" aria-label=${words.workloads}>
      <table class="table workload-table stacks" role="table">
        <thead role="rowgroup">
          <tr role="row">${[words.workload, words.pure, words.numpy, words.impact, words.correction].map((text) => html`<th scope="col" role="columnheader">${text}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${content.workloads.map(
            (it) => html`<tr role="row" class=${applies.has(it.id) ? "marked" : ""}>
              <th scope="row" role="rowheader">${it.title} ${applies.has(it.id) ? html`<span class="tag">${words.applies}</span>` : nothing}</th>
              <td role="cell" class="words" data-label=${words.pure}>${it.purePython}</td>
              <td role="cell" class="words" data-label=${words.numpy}>${it.withNumPy}</td>
              <td role="cell" class="words" data-label=${words.impact}>${it.impact}</td>
              <td role="cell" class="words" data-label=${words.correction}>${it.correction} ${sourceLinks(context, it.sources)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function sectionBody(context: ViewContext, { id, points }: PanelContent["sections"][number]): TemplateResult {
  const examples = context.content.examples.filter(({ section: of }) => of === id);
  return html`<ul class="bullets prose">${points.map(({ text, sources }) => html`<li>${text} ${sourceLinks(context, sources)}</li>`)}</ul>
    ${
      examples.length > 0
        ? html`<div class="examples">
          ${examples.map(
            ({ title, language, code, note }) => html`<figure class="example">
              <figcaption><strong>${title}</strong> <span class="tag">${context.strings.learn.example[language]}</span><br />${note}</figcaption>
              <pre tabindex="0"><code>${code.trimEnd()}</code></pre>
            </figure>`,
          )}
        </div>`
        : nothing
    }`;
}

function phases({ content, strings, format }: ViewContext): TemplateResult {
  return html`<ol class="phases">
    ${content.learningPhases.map(
      ({ title, weeks, effortFactor, description }) => html`<li>
        <p class="phase-weeks">${weeks}</p>
        <h3>${title}</h3>
        <p>${description}</p>
        <p class="muted">${strings.learn.effortFactor(format.amount(effortFactor))}</p>
      </li>`,
    )}
  </ol>`;
}

function careersBody(context: ViewContext, careers: PanelContent["sections"][number]): TemplateResult {
  const { model, strings } = context;
  return html`<details
    ?open=${model.view.careersOpen}
    @toggle=${(event: Event) => {
      const { open } = event.target as HTMLDetailsElement;
      if (open !== model.view.careersOpen) context.set({ careersOpen: open });
    }}
  >
    <summary>${strings.learn.careersShow}</summary>
    ${sectionBody(context, careers)}
  </details>`;
}

function glossary({ content }: ViewContext): TemplateResult {
  return html`<dl class="glossary">${content.glossary.map(({ term, meaning }) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>`;
}

function sourceTable(context: ViewContext): TemplateResult {
  const { content, strings } = context;
  return html`<div class="scroll-x" role="region" tabindex="0" aria-label=${strings.learn.sources}>
    <table class="table source-table stacks" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="number">${strings.learn.number}</th>
          ${[strings.learn.source, strings.learn.kind, strings.learn.date].map((text) => html`<th scope="col" role="columnheader">${text}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${content.sources.map(
          (source, index) =>
            html`<tr role="row">
              <td role="cell" class="number">${index + 1}</td>
              <th scope="row" role="rowheader">${sourceLink(context, source, source.title, source.title)}</th>
              <td role="cell" class="muted">${strings.sourceKind[source.kind] ?? source.kind}</td>
              <td role="cell" class="muted nowrap">${source.date}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
