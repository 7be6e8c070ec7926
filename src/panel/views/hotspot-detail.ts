/** The evidence of one hotspot: what to do, the code with its loops, who calls it, what its time is, what stands in the way. */
import { html, nothing, type TemplateResult } from "lit";
import { type Hotspot, type HotspotAdvice, rankingShare } from "../../report";
import { icon } from "../icons";
import { codeExcerpt } from "./code-excerpt";
import { bulletList, confidencePill, linkButton, mixBar, mixLegend, placeLink, sourceLinks, targetBadge } from "./parts";
import type { ViewContext } from "./view-context";

export function hotspotDetail(
  context: ViewContext,
  hotspot: Hotspot,
  neighbours: { readonly previous: string | undefined; readonly next: string | undefined },
): TemplateResult {
  const { strings, format } = context;
  const label = (["python", "native", "io"] as const).map((kind) => `${strings.mix[kind]} ${format.percent(hotspot.mix[kind])}`).join(", ");
  return html`<article class="detail" aria-label=${hotspot.qualname}>
    ${heading(context, hotspot, neighbours)} ${adviceSection(context, hotspot)}
    <section>
      <h3>${strings.hotspots.code}</h3>
      ${codeExcerpt(context, hotspot)}
    </section>
    ${loopTable(context, hotspot)}
    <div class="columns">
      <section>
        <h3>${strings.hotspots.mix}</h3>
        ${mixBar(hotspot.mix, label)} ${mixLegend(context, hotspot.mix, false)}
      </section>
      <section>
        <h3>${strings.hotspots.callers}</h3>
        <p class="muted">${strings.hotspots.frequency(format.amount(hotspot.frequency))}</p>
        ${callerList(context, hotspot)}
      </section>
    </div>
  </article>`;
}

function heading(
  context: ViewContext,
  hotspot: Hotspot,
  { previous, next }: { readonly previous: string | undefined; readonly next: string | undefined },
): TemplateResult {
  const { strings, format, model } = context;
  const step = (id: string | undefined, label: string, name: "arrow-up" | "arrow-down") =>
    html`<button type="button" class="icon-button" ?disabled=${id === undefined} aria-label=${label} title=${label} @click=${() => context.set({ hotspot: id })}>${icon(name)}</button>`;
  return html`<header class="detail-head">
    <div class="detail-nav no-print">
      <button type="button" class="quiet only-narrow" @click=${() => context.set({ hotspot: undefined })}>${icon("arrow-left")}${strings.hotspots.back}</button>
      <span class="push"></span>
      ${step(previous, strings.hotspots.previous, "arrow-up")} ${step(next, strings.hotspots.next, "arrow-down")}
    </div>
    <h2 class="code">${hotspot.qualname}</h2>
    <p>
      ${placeLink(context, hotspot.path, hotspot.startLine)}
      ${model.stale.has(hotspot.path) ? html`<span class="stale">${strings.header.staleMark}</span>` : nothing}
    </p>
    <p class="detail-line">
      <strong>${format.percent(rankingShare(hotspot))}</strong>
      <span class="muted">${hotspot.measured ? `${strings.hotspots.measured}, ${hotspot.measured.source}` : strings.hotspots.estimated}</span>
    </p>
  </header>`;
}

function adviceSection(context: ViewContext, hotspot: Hotspot): TemplateResult {
  const { strings } = context;
  const [best, ...others] = hotspot.advice;
  return html`<section>
    <h3>${strings.hotspots.best}</h3>
    ${adviceCard(context, hotspot, best!, true)}
    ${others.length > 0 ? html`<h3>${strings.hotspots.otherAdvice}</h3>${others.map((advice) => adviceCard(context, hotspot, advice, false))}` : nothing}
    ${
      hotspot.advice.some(({ target }) => target !== "keep")
        ? html`<p>${linkButton(strings.hotspots.compare, () => context.set({ view: "compare", scope: "hotspot" }))}</p>`
        : nothing
    }
  </section>`;
}

function adviceCard(context: ViewContext, hotspot: Hotspot, advice: HotspotAdvice, isBest: boolean): TemplateResult {
  const { strings, format } = context;
  const keep = advice.target === "keep";
  const fact = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<div class="card ${isBest ? "card-best" : ""}">
    <div class="card-head">${targetBadge(context, advice.target)} ${confidencePill(context, advice.confidence)}<span class="push"></span><span class="rule muted" title=${advice.rule}>${advice.code}</span></div>
    <p class="card-message">${strings.say(advice.message)}</p>
    ${
      keep
        ? advice.speedup.basis === advice.message
          ? nothing
          : html`<p class="muted">${strings.say(advice.speedup.basis)}</p>`
        : html`<dl class="card-figures">
            ${fact(strings.hotspots.speedup, format.times(advice.speedup))} ${fact(strings.hotspots.whole, format.times(advice.wholeProgram))}
            ${fact(strings.hotspots.effort, format.hours(advice.effort))}
          </dl>
          ${advice.paysFrom ? html`<p class="small">${strings.hotspots.paysFrom} ${advice.paysFrom}</p>` : nothing}
          ${advice.paysBack ? html`<p class="small">${strings.say(advice.paysBack.text)}</p>` : nothing}
          <p class="small muted">${strings.hotspots.basis}: ${advice.speedup.basis} ${sourceLinks(context, advice.sources)}</p>`
    }
    ${evidenceLists(context, hotspot, advice)} ${alternativesTable(context, advice)}
  </div>`;
}

function evidenceLists(context: ViewContext, hotspot: Hotspot, advice: HotspotAdvice): TemplateResult {
  const { strings } = context;
  const at = (line: number) => placeLink(context, hotspot.path, line, strings.hotspots.line(line));
  const evidence = advice.evidence.map(({ message, line }) => (line ? html`${strings.say(message)} ${at(line)}` : strings.say(message)));
  const blockers = advice.blockers.map(({ line, message }) => html`${message} ${at(line)}`);
  return html`<div class="columns card-lists">
    ${evidence.length > 0 ? html`<div><h4>${strings.hotspots.evidence}</h4>${bulletList(evidence, "small")}</div>` : nothing}
    ${
      advice.target === "keep" && blockers.length === 0
        ? nothing
        : html`<div>
          <h4>${strings.hotspots.blockers}</h4>
          ${blockers.length > 0 ? bulletList(blockers, "small blockers") : html`<p class="small muted">${strings.hotspots.noBlockers}</p>`}
        </div>`
    }
  </div>`;
}

function alternativesTable({ strings, format }: ViewContext, { alternatives, code }: HotspotAdvice): TemplateResult | typeof nothing {
  if (alternatives.length === 0) return nothing;
  return html`<h4>${strings.hotspots.alternatives}</h4>
  <div class="scroll-x" role="region" tabindex="0" aria-label=${`${strings.hotspots.advice}: ${code}`}>
    <table class="table stacks" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${strings.hotspots.alternative}</th>
          <th scope="col" role="columnheader" class="number">${strings.hotspots.speedup}</th>
          <th scope="col" role="columnheader" class="number">${strings.hotspots.effort}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${alternatives.map(
          ({ target, speedup, effort, note }) => html`<tr role="row">
            <th scope="row" role="rowheader">${strings.target[target] ?? target}<div class="cell-note">${note}</div></th>
            <td role="cell" class="number" data-label=${strings.hotspots.speedup} title=${speedup.basis}>${format.times(speedup)}</td>
            <td role="cell" class="number" data-label=${strings.hotspots.effort}>${format.hours(effort)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function loopTable(context: ViewContext, hotspot: Hotspot): TemplateResult | typeof nothing {
  const { strings, format } = context;
  if (hotspot.loops.length === 0) return nothing;
  const rounds = ({ low, mid, high }: Hotspot["loops"][number]["trips"]) =>
    low === high
      ? format.amount(mid)
      : html`${format.amount(mid)} <span class="muted">(${format.amount(low)}–${format.amount(high)})</span>`;
  return html`<section>
    <h3>${strings.hotspots.loops}</h3>
    <div class="scroll-x" role="region" tabindex="0" aria-label=${strings.hotspots.loops}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${strings.hotspots.loop}</th>
            <th scope="col" class="number">${strings.hotspots.loopDepth}</th>
            <th scope="col" class="number">${strings.hotspots.loopTrips}</th>
          </tr>
        </thead>
        <tbody>
          ${hotspot.loops.map(
            (loop) => html`<tr>
              <th scope="row">
                ${placeLink(context, hotspot.path, loop.startLine, strings.hotspots.lines(loop.startLine, loop.endLine))}
                <span class="muted">${strings.loopKind[loop.kind]}</span>
                <div class="cell-note">${loop.trips.evidence}</div>
              </th>
              <td class="number">${loop.depth}</td>
              <td class="number">${rounds(loop.trips)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function callerList(context: ViewContext, hotspot: Hotspot): TemplateResult | typeof nothing {
  const { strings, format } = context;
  if (hotspot.callers.length === 0) return html`<p>${strings.hotspots.noCallers}</p>`;
  return bulletList(
    hotspot.callers.map(
      ({ path, qualname, line, frequency }) =>
        html`${placeLink(context, path, line, qualname)} <span class="muted">${path}:${line}, ${strings.hotspots.callerCalls(format.amount(frequency))}</span>`,
    ),
    "small",
  ) as TemplateResult;
}
