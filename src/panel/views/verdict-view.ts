/** The first page: what to do, how sure that is, how much it is worth, and why not for the rest. */
import { html, nothing, type TemplateResult } from "lit";
import { isWorthMoving } from "../../report";
import { icon } from "../icons";
import { constraintSection } from "./constraint-section";
import { heatSection } from "./heat-section";
import { bulletList, confidencePill, evidenceLine, linkButton, placeLink, section, targetBadge } from "./parts";
import type { ViewContext } from "./view-context";

export function verdictView(context: ViewContext): TemplateResult {
  return html`${hero(context)} ${offloadSection(context)} ${heatSection(context)}
    <div class="columns">${constraintSection(context)} ${workloadSection(context)}</div>
    ${projectSection(context)}`;
}

function hero({ assessment, strings, ...rest }: ViewContext): TemplateResult {
  const { verdict } = assessment;
  const context = { assessment, strings, ...rest };
  const said = (title: string, items: readonly string[]) => reasons(title, items.map(strings.say));
  return html`<section class="hero hero-${verdict.recommendation}" aria-label=${strings.verdict.label}>
    <p class="hero-label">${strings.recommendation[verdict.recommendation]}</p>
    <h1>${strings.say(verdict.summary)}</h1>
    <p class="hero-line">
      ${confidencePill(context, verdict.confidence)}<span class="muted">${strings.verdict.boundBy(strings.bound[verdict.bound])}</span>
    </p>
    <div class="hero-why">
      ${said(strings.verdict.evidence, verdict.evidence)} ${said(strings.verdict.whySure, verdict.confidenceReasons)}
      ${said(strings.verdict.wouldChange, verdict.wouldChange)}
    </div>
  </section>`;
}

function reasons(title: string, items: readonly string[]): TemplateResult | typeof nothing {
  return items.length === 0 ? nothing : html`<div><h2 class="minor">${title}</h2>${bulletList(items)}</div>`;
}

function offloadSection(context: ViewContext): TemplateResult {
  const { offload, strings, format, assessment } = context;
  const why = offload.kept.length > 0 || offload.unlistedShare > 0.0005 ? whyNot(context) : nothing;
  if (offload.places === 0) {
    const text = assessment.hotspots.length === 0 ? strings.nothing.noHotspots : strings.nothing.text;
    return section(
      strings.verdict.worthMoving,
      html`<div class="nothing">${icon("pass")}<div><p class="nothing-title">${strings.nothing.title}</p><p>${text}</p></div></div>${why}`,
    );
  }
  const numbers = html`<dl class="figures">
    ${figure(format.percent(offload.share), strings.verdict.worthShare)}
    ${figure(format.times(offload.gain), strings.verdict.worthGain, strings.verdict.likely(format.timesOf(offload.gain.mid)))}
    ${figure(format.integer(offload.places), strings.verdict.worthPlaces(offload.places))}
    ${figure(format.hours(offload.effort), strings.verdict.worthEffort)}
  </dl>`;
  return section(strings.verdict.worthMoving, html`${numbers}<div class="columns">${whereTo(context)} ${why}</div>`);
}

function figure(value: string, label: string, note?: string): TemplateResult {
  return html`<div class="figure"><dt>${label}${note ? html` <span class="figure-note">${note}</span>` : nothing}</dt><dd>${value}</dd></div>`;
}

function whereTo(context: ViewContext): TemplateResult {
  const { offload, strings, format, assessment } = context;
  return html`<div>
    <h3>${strings.verdict.whereTo}</h3>
    <ul class="shares">
      ${offload.byTarget.map(({ target, share, places, gain, effort }) => {
        const show = () =>
          context.set({ view: "hotspots", target, worthOnly: true, text: "", folder: "all", confidence: "all", hotspot: firstOf(target) });
        return html`<li>
          <span class="share-value">${format.percent(share)}</span>
          <span class="bar" aria-hidden="true"><span .style=${`width:${share * 100}%`}></span></span>
          <span class="share-text">
            ${targetBadge(context, target)} ${format.times(gain)} · ${format.hours(effort)} ·
            ${linkButton(strings.verdict.whyNotPlaces(places), show)}
          </span>
        </li>`;
      })}
    </ul>
  </div>`;
  function firstOf(target: string): string | undefined {
    return assessment.hotspots.find((hotspot) => hotspot.advice[0]!.target === target && isWorthMoving(hotspot))?.id;
  }
}

function whyNot(context: ViewContext): TemplateResult {
  const { offload, strings, format } = context;
  return html`<div>
    <h3>${strings.verdict.whyNot}</h3>
    <ul class="shares">
      ${offload.kept.map(
        ({ rule, message, share, places, hotspots }) => html`<li>
          <span class="share-value">${format.percent(share)}</span>
          <span class="bar bar-quiet" aria-hidden="true"><span .style=${`width:${share * 100}%`}></span></span>
          <span class="share-text">
            ${ruleTitle(context, rule) ? html`${ruleTitle(context, rule)}. <span class="muted">${strings.say(message)}</span>` : strings.say(message)}
            ${linkButton(strings.verdict.whyNotPlaces(places), () =>
              context.set({
                view: "hotspots",
                target: "keep",
                worthOnly: false,
                text: "",
                folder: "all",
                confidence: "all",
                hotspot: hotspots[0],
              }),
            )}
          </span>
        </li>`,
      )}
      ${
        offload.unlistedShare > 0.0005
          ? html`<li>
            <span class="share-value">${format.percent(offload.unlistedShare)}</span>
            <span class="bar bar-quiet" aria-hidden="true"><span .style=${`width:${offload.unlistedShare * 100}%`}></span></span>
            <span class="share-text">${strings.verdict.unlisted}</span>
          </li>`
          : nothing
      }
    </ul>
  </div>`;
}

function ruleTitle({ content }: ViewContext, rule: string): string | undefined {
  return content.rules.find(({ id }) => id === rule)?.title;
}

function workloadSection(context: ViewContext): TemplateResult {
  const { assessment, content, strings, format } = context;
  const { workloads } = assessment.verdict;
  const body =
    workloads.length === 0
      ? html`<p class="muted">${strings.verdict.workloadNone}</p>`
      : html`<ul class="workloads">
          ${workloads.map(({ kind, share, evidence }) => {
            const known = content.workloads.find(({ id }) => id === kind);
            return html`<li>
              <div class="workload-head"><strong>${known?.title ?? kind}</strong><span>${format.percent(share)}</span></div>
              <span class="bar" aria-hidden="true"><span .style=${`width:${share * 100}%`}></span></span>
              ${known ? html`<p><span class="muted">${strings.verdict.workloadImpact}:</span> ${known.impact}</p>` : nothing}
              ${bulletList(
                evidence.map((text) => evidenceLine(context, text)),
                "small",
              )}
            </li>`;
          })}
        </ul>`;
  return section(strings.verdict.workloads, body);
}

function projectSection(context: ViewContext): TemplateResult {
  const { assessment, strings, format } = context;
  const { project } = assessment;
  const fact = (label: string, value: unknown) => (value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing);
  return section(
    strings.verdict.project,
    html`<dl class="facts">
        ${fact(strings.verdict.files, format.integer(project.files))} ${fact(strings.verdict.lines, format.integer(project.lines))}
        ${fact(strings.verdict.functions, format.integer(project.functions))} ${fact(strings.verdict.python, project.python)}
        ${fact(strings.verdict.frameworks, project.frameworks.join(", "))}
        ${fact(strings.verdict.nativeDependencies, project.nativeDependencies.join(", "))}
      </dl>
      ${details(
        strings.verdict.entryPoints,
        project.entryPoints.map(
          ({ path, qualname, evidence }) =>
            html`<span class="code">${path}</span> <span class="code">${qualname}</span> <span class="muted">${evidence}</span>`,
        ),
      )}
      ${details(
        strings.verdict.problems(project.problems.length),
        project.problems.map(({ path, line, message }) => html`${placeLink(context, path, line ?? 1)} ${message}`),
      )}
      ${details(
        strings.verdict.skipped(project.skipped.length),
        project.skipped.map(({ path, reason }) => html`<span class="code">${path}</span> <span class="muted">${reason}</span>`),
      )}`,
  );
}

const mostShown = 200;

function details(title: string, items: readonly unknown[]): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  const shown = items.slice(0, mostShown);
  return html`<details>
    <summary>${title}</summary>
    ${bulletList(items.length > mostShown ? [...shown, "…"] : shown, "small")}
  </details>`;
}
