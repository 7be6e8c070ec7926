/** The dominant constraint: proposed with evidence, weighted by the reader, with the leaning that follows. */
import { html, nothing, type TemplateResult } from "lit";
import { slider } from "./form-parts";
import { type Guided, guidedDecision, leaningBars } from "./leaning";
import { bulletList, evidenceLine, linkButton, section } from "./parts";
import type { ViewContext } from "./view-context";

const constraints = ["developer-time", "run-time", "reliability"] as const;
type Constraint = (typeof constraints)[number];

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
      ${known && !assessment.verdict.constraints ? html`<p class="note">${strings.verdict.signs(known.signs.join(", "))}</p>` : nothing}
      ${
        guided
          ? html`<div class="weights">
              ${constraints.map((id) => html`<div>${weightSlider(context, guided, id)} ${constraintEvidence(context, id)}</div>`)}
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

function weightSlider(context: ViewContext, { weights }: Guided, id: Constraint): TemplateResult {
  return slider({
    id: `weight-${id}`,
    label: context.strings.constraint[id],
    value: weights[id] ?? 0,
    min: 0,
    max: 10,
    step: 1,
    text: String(weights[id] ?? 0),
    onInput: (value) => context.set({ weights: { "developer-time": 0, "run-time": 0, reliability: 0, ...weights, [id]: value } }),
  });
}

/** What the project shows for it. Assessments of older versions do not say. */
function constraintEvidence(context: ViewContext, id: Constraint): TemplateResult | typeof nothing {
  const found = context.assessment.verdict.constraints?.find((it) => it.id === id);
  if (!found) return nothing;
  if (found.evidence.length === 0) return html`<p class="small muted">${context.strings.verdict.noSign}</p>`;
  return bulletList(
    found.evidence.map((text) => evidenceLine(context, text)),
    "small",
  );
}
