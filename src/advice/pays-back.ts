/** When the hours of an advice have come back, in hours that the program runs: what can be said without knowing how often it runs. */
import { breakEven } from "./break-even";
import type { Advice, Evidence } from "./contract";

/** Gains for the whole program below this are noise; a payback of centuries tells nobody anything. */
const leastGain = 1.02;

/**
 * Counts an hour of running like an hour of work, which whoever reads it can scale: a machine costs a hundredth of a developer, people who wait
 * cost as much. The effort already has the team's experience in it.
 */
export function paysBack({ target, wholeProgram, effort }: Pick<Advice, "target" | "wholeProgram" | "effort">): readonly Evidence[] {
  if (target === "keep" || wholeProgram.mid < leastGain || effort.highHours === 0) return [];
  const { days } = breakEven({
    runsPerDay: 1,
    secondsPerRun: 3600,
    costPerRunHour: 1,
    costPerDeveloperHour: 1,
    effort,
    experienceFactor: 1,
    gain: wholeProgram,
    upkeepHoursPerMonth: 0,
  });
  if (days.best === undefined || days.likely === undefined) return [];
  const worst = days.worst === undefined ? "at worst never" : `at worst ${hours(days.worst)}`;
  return [
    {
      message: `The effort has paid for itself after the program has run for about ${hours(days.likely)} hours (at best ${hours(days.best)}, ${worst}), an hour of running counted like an hour of work.`,
    },
  ];
}

function hours(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString("en");
}
