/** Where the profile comes from, how much of it fits the project, and what does not. */
import { html, nothing, type TemplateResult } from "lit";
import type { AssessmentProfile } from "../../report";
import { icon } from "../icons";
import { bulletList } from "./parts";
import type { ViewContext } from "./view-context";

export function profileSummary(context: ViewContext, profile: AssessmentProfile): TemplateResult {
  const words = context.strings.profile;
  return html`<section class="profile-summary" aria-label=${words.summary}>
    ${bulletList(
      profile.sources.map((source) => sourceLine(context, source, profile)),
      "profile-sources",
    )}
    ${profile.ranks ? nothing : html`<p class="profile-warning" role="note">${icon("warning-triangle")}<span>${words.doesNotRank}</span></p>`}
    ${figures(context, profile)}
    ${profile.warnings.map((warning) => html`<p class="profile-warning">${icon("warning-triangle")}<span>${context.strings.say(warning)}</span></p>`)}
    ${unmapped(context, profile)}
  </section>`;
}

function sourceLine({ strings, format }: ViewContext, source: AssessmentProfile["sources"][number], { sources }: AssessmentProfile) {
  const words = strings.profile;
  const parts = [
    source.tool,
    source.isDeterministic ? words.traced : words.samples(format.integer(source.samples), source.samples),
    source.clock === "unknown" ? "" : words.clock[source.clock],
    sources.length > 1 ? words.weight(format.amount(source.weight)) : "",
  ];
  const name = source.file.slice(source.file.lastIndexOf("/") + 1);
  return html`<span class="code" title=${source.file}>${name}</span> <span class="muted">${parts.filter(Boolean).join(", ")}</span>`;
}

function figures(context: ViewContext, { samples, mappedShare, ownMappedShare, ranks, agreement, mix }: AssessmentProfile): TemplateResult {
  const { strings, format } = context;
  const words = strings.profile;
  const figure = (value: string, label: string, note = "") =>
    html`<div class="figure"><dt>${label}${note === "" ? nothing : html` <span class="figure-note">${note}</span>`}</dt><dd>${value}</dd></div>`;
  const kinds = (["python", "native", "library", "waiting"] as const).filter((kind) => mix[kind] >= 0.005);
  const correlation = agreement.correlation === undefined ? "" : words.correlation(format.amount(agreement.correlation));
  return html`<dl class="figures">
      ${samples > 0 ? figure(format.integer(samples), words.samplesLabel) : nothing}
      ${figure(format.percent(mappedShare), words.mapped)} ${figure(format.percent(ownMappedShare), words.ownMapped)}
      ${
        ranks && agreement.of > 0
          ? figure(words.agreement(format.integer(agreement.common), format.integer(agreement.of)), words.agreementLabel, correlation)
          : nothing
      }
    </dl>
    <p class="note">${words.mix} ${kinds.map((kind) => `${words.mixOf[kind]} ${format.percent(mix[kind])}`).join(", ")}.</p>`;
}

function unmapped({ strings, format }: ViewContext, { unmapped: frames, libraries }: AssessmentProfile): unknown {
  const words = strings.profile;
  return html`${
    frames.length === 0
      ? nothing
      : html`<details>
          <summary>${words.unmapped(frames.length)}</summary>
          ${bulletList(
            frames.map(
              ({ frame, share, reason }) =>
                html`<span class="code">${frame}</span> ${format.percent(share)} <span class="muted">${reason}</span>`,
            ),
            "small",
          )}
        </details>`
  }
  ${
    libraries.length === 0
      ? nothing
      : html`<details>
          <summary>${words.libraries(libraries.length)}</summary>
          ${bulletList(
            libraries.map(({ name, share }) => html`<span class="code">${name}</span> ${format.percent(share)}`),
            "small",
          )}
        </details>`
  }`;
}
