/** The dominant constraint: proposed with evidence, weighted by the reader, with the leaning that follows. */
import { html, nothing, type TemplateResult } from "lit";
import { slider } from "./form-parts";
import { guidedDecision, leaningBars } from "./leaning";
import { linkButton, section } from "./parts";
import type { ViewContext } from "./view-context";

const constraints = ["developer-time", "run-time", "reliability"] as const;

export function constraintSection(context: ViewContext): TemplateResult {
  const { assessment, content, strings, model } = context;
  const { dominantConstraint } = assessment.verdict;
  const known = content.constraints.find(({ id }) => id === dominantConstraint);
  const guided = guidedDecision(context);
  return section(
    strings.verdict.constraintTitle,
    html`<p>
        <strong>${strings.verdict.constraintProposal(strings.constraint[dominantConstraint])}</strong>
        ${known ? html`<span class="muted">${strings.verdict.leansTo}: ${known.leansTo}.</span>` : nothing}
      </p>
      ${known ? html`<p class="note">${strings.verdict.signs(known.signs.join(", "))}</p>` : nothing}
      ${
        guided
          ? html`<div class="weights">
              ${constraints.map((id) =>
                slider({
                  id: `weight-${id}`,
                  label: strings.constraint[id],
                  value: guided.weights[id] ?? 0,
                  min: 0,
                  max: 10,
                  step: 1,
                  text: String(guided.weights[id] ?? 0),
                  onInput: (value) =>
                    context.set({ weights: { "developer-time": 0, "run-time": 0, reliability: 0, ...guided.weights, [id]: value } }),
                }),
              )}
            </div>
            <p class="note">
              ${strings.verdict.constraintHint} ${model.view.weights ? linkButton(strings.verdict.weightReset, () => context.set({ weights: undefined })) : nothing}
            </p>
            <h3>${strings.verdict.leaning}</h3>
            <div aria-live="polite">${leaningBars(context, guided)}</div>
            <p class="note">${strings.verdict.leanLead[guided.lead]} ${linkButton(strings.verdict.leanMore, () => context.set({ view: "decide" }))}</p>`
          : nothing
      }`,
  );
}
