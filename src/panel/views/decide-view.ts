/** The guided path: four questions prefilled from the project, and where the answers lead, with every reason. */
import { html, nothing, type TemplateResult } from "lit";
import { constraintQuestion, type Decision } from "../../report";
import { type Guided, guidedDecision, leaningBars } from "./leaning";
import { bulletList, linkButton } from "./parts";
import type { ViewContext } from "./view-context";

type Question = Decision["questions"][number];
type Answer = Question["answers"][number];

export function decideView(context: ViewContext): TemplateResult {
  const { strings } = context;
  const guided = guidedDecision(context);
  if (!guided) return html`<p class="muted">${strings.decide.none}</p>`;
  return html`<div class="decide">
    <div class="decide-questions">
      <p class="intro">${strings.decide.intro}</p>
      ${guided.decision.questions.map((question, index) => questionForm(context, guided, question, index))}
    </div>
    <section class="decide-result" aria-label=${strings.decide.result} tabindex="0">${result(context, guided)}</section>
    ${soFar(context, guided)}
  </div>`;
}

/** Where the result stands below the questions, the leaning stays in sight while they are answered. */
function soFar({ strings, format }: ViewContext, { leanings: [first] }: Guided): TemplateResult | typeof nothing {
  if (!first || first.points <= 0) return nothing;
  return html`<p class="decide-so-far no-print">
    <span>${strings.decide.soFar(strings.recommendation[first.outcome], format.percent(first.share))}</span>
    ${linkButton(strings.decide.toResult, () => document.querySelector(".decide-result")?.scrollIntoView({ block: "start" }))}
  </p>`;
}

function questionForm(context: ViewContext, guided: Guided, question: Question, index: number): TemplateResult {
  const { strings, model } = context;
  const proposed = guided.proposed[question.id];
  const weighted = question.id === constraintQuestion && model.view.weights !== undefined;
  return html`<fieldset class="question">
    <legend>
      <span class="step">${strings.decide.step(index + 1, guided.decision.questions.length)}</span>
      <span class="question-title">${question.title}</span>
    </legend>
    <p class="muted">${question.why}</p>
    ${weighted ? html`<p class="note">${strings.decide.weightsNote}</p>` : nothing}
    <div class="answers">
      ${question.answers.map((answer) =>
        answerOption(context, guided, question, answer, answer.id === proposed?.answer ? proposed.signs : undefined),
      )}
    </div>
  </fieldset>`;
}

function answerOption(
  context: ViewContext,
  guided: Guided,
  question: Question,
  answer: Answer,
  signs: readonly string[] | undefined,
): TemplateResult {
  const { strings, model } = context;
  const chosen = guided.answers[question.id] === answer.id;
  const mine = model.view.answers[question.id] === answer.id;
  const choose = () => {
    const answers = { ...model.view.answers, [question.id]: answer.id };
    context.set(question.id === constraintQuestion ? { answers, weights: weightsFor(answer.id) } : { answers });
  };
  const moves = [...answer.moves].sort((a, b) => b.by - a.by);
  const inputId = `${question.id}-${answer.id}`;
  return html`<div class="answer ${chosen ? "chosen" : ""}">
    <input type="radio" id=${inputId} name=${question.id} .checked=${chosen} aria-describedby="${inputId}-detail" @change=${choose} />
    <label for=${inputId}>${answer.title}</label>
    ${mine ? html`<span class="tag">${strings.decide.yours}</span>` : signs !== undefined && signs.length > 0 ? html`<span class="tag" title=${strings.decide.proposedBy(signs.join(", "))}>${strings.decide.proposed}</span>` : nothing}
    <div class="answer-detail" id="${inputId}-detail">
      <span class="muted">${answer.detail}</span>
      ${
        chosen
          ? html`<ul class="moves">${moves.map(({ outcome, by, why }) => html`<li><span class="move ${by > 0 ? "up" : "down"}">${signed(by)} ${strings.outcomeShort[outcome]}</span> ${why}</li>`)}</ul>`
          : html`<span class="moves-short">${moves.map(({ outcome, by, why }) => html`<span class="move ${by > 0 ? "up" : "down"}" title=${why}>${signed(by)} ${strings.outcomeShort[outcome]}</span>`)}</span>`
      }
    </div>
  </div>`;

  function signed(by: number): string {
    const text = context.format.amount(Math.abs(by));
    return by > 0 ? `+${text}` : `−${text}`;
  }
}

/** A single answer to the constraint question, as weights. */
function weightsFor(answer: string): { "developer-time": number; "run-time": number; reliability: number } {
  return { "developer-time": 0, "run-time": 0, reliability: 0, [answer]: 5 };
}

function result(context: ViewContext, guided: Guided): TemplateResult {
  const { strings, model, assessment } = context;
  const [first, second] = guided.leanings;
  const outcome = guided.decision.outcomes.find(({ id }) => id === first?.outcome);
  const changed = Object.keys(model.view.answers).length > 0 || model.view.weights !== undefined;
  const { recommendation } = assessment.verdict;
  return html`<p class="hero-label">${strings.decide.result}</p>
    <div aria-live="polite">
      <h2>${outcome?.title ?? "–"}</h2>
      <p>${outcome?.description}</p>
      <p class="note">
        ${strings.verdict.leanLead[guided.lead]} ${guided.lead === "narrow" && second ? strings.decide.runnerUp(strings.recommendation[second.outcome]) : nothing}
        ${first?.outcome === recommendation ? strings.decide.agrees : strings.decide.differs(strings.recommendation[recommendation])}
      </p>
    </div>
    ${leaningBars(context, guided)}
    <h3>${strings.decide.whyTitle}</h3>
    <ul class="why">
      ${first?.reasons.map(
        ({ question, by, why }) => html`<li>
          <span class="move ${by > 0 ? "up" : "down"}">${by > 0 ? "+" : "−"}${context.format.amount(Math.abs(by))}</span>
          <span>${why}<br /><span class="muted">${question === "assessment" ? strings.decide.fromAssessment : (guided.decision.questions.find(({ id }) => id === question)?.title ?? "")}</span></span>
        </li>`,
      )}
    </ul>
    ${outcome && outcome.next.length > 0 ? html`<h3>${strings.decide.firstSteps}</h3>${bulletList(outcome.next)}` : nothing}
    ${changed ? html`<p>${linkButton(strings.decide.reset, () => context.set({ answers: {}, weights: undefined }))}</p>` : nothing}`;
}
