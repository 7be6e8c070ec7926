/** When the hours of an advice have come back: in days where the settings say how often the program runs, else in hours that it runs. */
import { breakEven } from "./break-even";
import type { Advice, AdviceSettings, AlternativeTarget, PaysBack, RunningCosts } from "./contract";
import { needsRust } from "./effort";

/** Cost of an hour, running and at work, where nobody says: of a rented machine and of a developer. Only how they compare counts. */
export const usualCosts: RunningCosts = { costPerHour: 1, developerCostPerHour: 80 };

/** Gains for the whole program below this are noise. */
const leastGain = 1.02;
/** Longer is never: no program is left alone for a century. */
const centuryInDays = 36_525;
const daysPerMonth = 365.25 / 12;

const teams: Readonly<Record<AdviceSettings["rustExperience"], string>> = {
  none: "a team new to Rust",
  learning: "a team learning Rust",
  productive: "a team that has shipped Rust",
  fluent: "a team fluent in Rust",
};

/** Undefined where there is nothing to pay back or to gain. The effort already has the team's experience in it. */
export function paysBack(
  { target, wholeProgram, effort }: Pick<Advice, "wholeProgram" | "effort"> & { readonly target: AlternativeTarget },
  settings: Pick<AdviceSettings, "running" | "rustExperience">,
): PaysBack | undefined {
  if (target === "keep" || wholeProgram.mid < leastGain || effort.highHours === 0) return undefined;
  const { runsPerDay, secondsPerRun, costPerHour, developerCostPerHour } = settings.running ?? usualCosts;
  const isKnown = runsPerDay !== undefined && secondsPerRun !== undefined;
  const { days } = breakEven({
    // Without: a day in which it runs for one hour, so that days are hours of running.
    runsPerDay: isKnown ? runsPerDay : 1,
    secondsPerRun: isKnown ? secondsPerRun : 3600,
    costPerRunHour: costPerHour,
    costPerDeveloperHour: developerCostPerHour,
    effort,
    experienceFactor: 1,
    gain: wholeProgram,
    upkeepHoursPerMonth: 0,
  });
  const longest = isKnown ? centuryInDays : centuryInDays * 24;
  const within = (value: number | undefined) => (value === undefined || value > longest ? undefined : value);
  const after = { best: within(days.best), likely: within(days.likely), worst: within(days.worst) };
  const unit = isKnown ? "days" : "running-hours";
  const assumptions = [
    ...(isKnown ? [`${amount(runsPerDay)} runs a day of ${amount(secondsPerRun)} s`] : []),
    costWords(costPerHour, developerCostPerHour),
    ...(needsRust(target) ? [teams[settings.rustExperience]] : []),
  ];
  return { unit, ...after, text: `${answer(after, unit)} Assumed: ${assumptions.join("; ")}.` };
}

function answer({ best, likely, worst }: Pick<PaysBack, "best" | "likely" | "worst">, unit: PaysBack["unit"]): string {
  const said = (value: number | undefined) => (value === undefined ? "never" : unit === "days" ? duration(value) : amount(value));
  const what = (value: number | undefined) => (unit === "days" ? "" : said(value) === "1" ? " hour of running" : " hours of running");
  const worstWords = `${said(worst)} at worst`;
  if (likely === undefined)
    return best === undefined ? "Does not pay for itself." : `Pays for itself after ${said(best)}${what(best)} at best.`;
  if (likely < 1 && unit === "days") return `Pays for itself within a day (${worstWords}).`;
  return `Pays for itself after about ${said(likely)}${what(likely)} (${said(best)} at best, ${worstWords}).`;
}

/** Only the ratio matters, so no currency is named. */
function costWords(running: number, work: number): string {
  if (running <= 0) return "running costs nothing";
  const ratio = work / running;
  if (ratio < 1) return `an hour of running costs as much as ${amount(1 / ratio)} hours of work`;
  return `an hour of work costs as much as ${ratio < 1.05 ? "an hour" : `${amount(ratio)} hours`} of running`;
}

function duration(days: number): string {
  const [value, unit] =
    days >= 730 ? [days / 365.25, "year"] : days >= 61 ? [days / daysPerMonth, "month"] : [Math.max(1, Math.round(days)), "day"];
  const said = amount(value);
  return `${said} ${unit}${said === "1" ? "" : "s"}`;
}

function amount(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 6 });
}
