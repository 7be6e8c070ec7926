/** The answers and weights in force (the reader's where given, the proposal otherwise) and where they lead. */
import { html, type TemplateResult } from "lit";
import {
  type Answers,
  type Decision,
  decide,
  type Leaning,
  lead,
  type ProposedAnswer,
  proposeAnswers,
  proposeWeights,
  type Weights,
} from "../../report";
import type { ViewContext } from "./view-context";

export interface Guided {
  readonly decision: Decision;
  readonly proposed: Readonly<Record<string, ProposedAnswer>>;
  readonly answers: Answers;
  readonly weights: Weights;
  readonly leanings: readonly Leaning[];
  readonly lead: "clear" | "narrow" | "none";
}

export function guidedDecision({ content, assessment, model }: ViewContext): Guided | undefined {
  const { decision } = content;
  if (!decision) return undefined;
  const proposed = proposeAnswers(decision, assessment);
  const defaults = Object.fromEntries(Object.entries(proposed).map(([question, { answer }]) => [question, answer]));
  const answers = { ...defaults, ...model.view.answers };
  const weights = model.view.weights ?? proposeWeights(assessment);
  const leanings = decide(decision, answers, weights, assessment);
  return { decision, proposed, answers, weights, leanings, lead: lead(leanings) };
}

/** Outcomes as bars, best first; those without points keep their place with an empty bar. */
export function leaningBars({ strings, format }: ViewContext, { leanings }: Guided): TemplateResult {
  return html`<ol class="leanings">
    ${leanings.map(
      ({ outcome, share }, index) => html`<li class=${index === 0 ? "first" : ""}>
        <span class="leaning-name">${strings.recommendation[outcome]}</span>
        <span class="leaning-share">${format.percent(share)}</span>
        <span class="bar" aria-hidden="true"><span .style=${`width:${share * 100}%`}></span></span>
      </li>`,
    )}
  </ol>`;
}
