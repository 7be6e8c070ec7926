/** When an option pays back, with every assumption on a slider. */
import { html, type TemplateResult } from "lit";
import { type BreakEven, breakEven, cumulativeCosts, type OptionRow } from "../../report";
import { chartHorizon, drawBreakEven } from "../charts/break-even-chart";
import { assumedExperience, type Experience, experiences, relativeEffort } from "../model/experience";
import { runningOf } from "../model/running";
import { logSlider, select, slider } from "./form-parts";
import { section, toggle } from "./parts";
import type { ViewContext } from "./view-context";

export function breakEvenSection(context: ViewContext, rows: readonly OptionRow[]): TemplateResult {
  const { strings, model, format } = context;
  const candidates = rows.filter(({ option }) => option !== "keep");
  if (candidates.length === 0) return section(strings.compare.breakEven, html`<p class="muted">${strings.compare.noSpeedups}</p>`);
  const chosen = candidates.find(({ option }) => option === model.view.option) ?? candidates[0]!;
  const result = resultFor(context, chosen);
  const asTable = model.view.breakEvenTable;
  return section(
    strings.compare.breakEven,
    html`<div class="break-even">
      <div class="break-even-inputs no-print">${inputs(context, candidates, chosen)}</div>
      <div class="break-even-result">
        <div aria-live="polite">
          <p class="answer">${answer(context, result)}</p>
          <p class="muted">${strings.compare.paysBackRange(format.duration(result.days.best), format.duration(result.days.worst))}</p>
        </div>
        ${asTable ? table(context, result) : chart(context, result)}
        <dl class="card-figures">
          <div><dt>${strings.compare.investment}</dt><dd>${format.amount(result.investment.low)}–${format.amount(result.investment.high)}</dd></div>
          <div><dt>${strings.compare.savedPerDay}</dt><dd>${format.amount(result.savedPerDay.low)}–${format.amount(result.savedPerDay.high)}</dd></div>
        </dl>
        <p class="note">${strings.compare.breakEvenNote}</p>
      </div>
    </div>`,
    {
      aside: toggle(asTable ? strings.compare.chart : strings.compare.table, asTable ? "graph" : "table", () =>
        context.set({ breakEvenTable: !asTable }),
      ),
    },
  );
}

function answer({ strings, format }: ViewContext, { days }: BreakEven): string {
  if (days.likely === undefined) return strings.compare.paysBackNever;
  return days.likely < 1 ? strings.compare.paysBackAtOnce : strings.compare.paysBack(format.duration(days.likely));
}

function resultFor(context: ViewContext, row: OptionRow): BreakEven {
  const { view } = context.model;
  const running = runningOf(view, context.assessment);
  return breakEven({
    runsPerDay: running.runsPerDay,
    secondsPerRun: running.secondsPerRun,
    costPerRunHour: running.costPerHour,
    costPerDeveloperHour: running.developerCostPerHour,
    effort: row.effort,
    experienceFactor: needsRust(context, row) ? relativeEffort(context.content, context.assessment, chosenExperience(context)) : 1,
    gain: row.wholeProgram,
    upkeepHoursPerMonth: view.upkeepHoursPerMonth,
  });
}

function chosenExperience({ model, assessment }: ViewContext): Experience {
  return model.view.experience ?? assumedExperience(assessment);
}

function needsRust({ content }: ViewContext, { option }: OptionRow): boolean {
  return content.options.find(({ id }) => id === option)?.needsRust ?? option === "pyo3";
}

function inputs(context: ViewContext, candidates: readonly OptionRow[], chosen: OptionRow): TemplateResult {
  const { strings, format, model, content } = context;
  const { view } = model;
  const running = runningOf(view, context.assessment);
  const words = strings.compare;
  const rust = needsRust(context, chosen);
  const experience = chosenExperience(context);
  const titleOf = (id: string) =>
    content.decision?.questions.find((it) => it.id === "team")?.answers.find((it) => it.id === id)?.title ??
    strings.experience[id as Experience];
  return html`${select({
    id: "break-even-option",
    label: words.breakEvenOption,
    value: chosen.option,
    options: candidates.map(({ option }) => ({ value: option, text: strings.target[option] ?? option })),
    onChange: (option) => context.set({ option }),
  })}
  ${logSlider({ id: "runs-per-day", label: words.runsPerDay, value: running.runsPerDay, min: 0.1, max: 1e6, text: format.amount(running.runsPerDay), onInput: (runsPerDay) => context.set({ runsPerDay }) })}
  ${logSlider({ id: "seconds-per-run", label: words.secondsPerRun, value: running.secondsPerRun, min: 0.01, max: 1e5, text: format.amount(running.secondsPerRun), onInput: (secondsPerRun) => context.set({ secondsPerRun }) })}
  ${logSlider({ id: "cost-per-hour", label: words.costPerHour, hint: words.costPerHourHint, value: running.costPerHour, min: 0.01, max: 1000, text: format.amount(running.costPerHour), onInput: (costPerHour) => context.set({ costPerHour }) })}
  ${slider({ id: "developer-cost", label: words.developerCost, value: running.developerCostPerHour, min: 0, max: 300, step: 5, text: format.amount(running.developerCostPerHour), onInput: (developerCostPerHour) => context.set({ developerCostPerHour }) })}
  ${slider({ id: "upkeep", label: words.upkeep, value: view.upkeepHoursPerMonth, min: 0, max: 40, step: 1, text: format.amount(view.upkeepHoursPerMonth), onInput: (upkeepHoursPerMonth) => context.set({ upkeepHoursPerMonth }) })}
  ${
    rust
      ? slider({
          id: "experience",
          label: words.experience,
          hint: words.experienceNote(format.amount(relativeEffort(content, context.assessment, experience))),
          value: experiences.indexOf(experience),
          min: 0,
          max: experiences.length - 1,
          step: 1,
          text: titleOf(experience),
          onInput: (index) => context.set({ experience: experiences[index]! }),
        })
      : html`<p class="note">${words.experienceNone}</p>`
  }`;
}

function chart(context: ViewContext, result: BreakEven): TemplateResult {
  const { strings, format } = context;
  return html`<breakeven-plot
    .label=${strings.compare.breakEvenPicture}
    .draw=${(width: number) => drawBreakEven(result, chartHorizon(result), format, strings.compare, width)}
  ></breakeven-plot>`;
}

function table({ strings, format }: ViewContext, result: BreakEven): TemplateResult {
  const words = strings.compare;
  return html`<div class="scroll-x" role="region" tabindex="0" aria-label=${words.breakEvenPicture}>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${words.time}</th>
          <th scope="col" class="number">${words.stay}</th>
          <th scope="col" class="number">${words.move}: ${words.best}</th>
          <th scope="col" class="number">${words.likely}</th>
          <th scope="col" class="number">${words.worst}</th>
        </tr>
      </thead>
      <tbody>
        ${cumulativeCosts(result, chartHorizon(result), 8).map(
          ({ day, stay, rewrite }) => html`<tr>
            <th scope="row">${day === 0 ? "0" : format.duration(day)}</th>
            <td class="number">${format.amount(stay)}</td>
            <td class="number">${format.amount(rewrite.low)}</td>
            <td class="number">${format.amount(rewrite.mid)}</td>
            <td class="number">${format.amount(rewrite.high)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
