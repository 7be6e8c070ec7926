/**
 * When a rewrite has paid for itself: what the runs cost while the code stays as it is, against the hours of moving it and what
 * the runs cost afterwards. Linear in time on purpose: every term is something the reader can put a number to.
 *
 *   stay(t)    = t * runs per day * hours per run * cost of an hour of running
 *   rewrite(t) = effort * experience * cost of a developer's hour + t * upkeep + stay(t) / gain
 */
import type { Effort, Range3 } from "./contract";

export interface BreakEvenInput {
  readonly runsPerDay: number;
  readonly secondsPerRun: number;
  /** Cost of one hour of running: the machine, or the people who wait for it. Any currency, the same everywhere. */
  readonly costPerRunHour: number;
  readonly costPerDeveloperHour: number;
  readonly effort: Effort;
  /** Multiplies the effort: 1 for a team that is fluent in the target. */
  readonly experienceFactor: number;
  /** Whole-program speedup, 1 = nothing gained. */
  readonly gain: Range3;
  /** Developer hours a month that the second language or library costs afterwards. */
  readonly upkeepHoursPerMonth: number;
}

/** Best, likely and worst case; `undefined` days mean that it never pays back. */
export interface BreakEven {
  readonly costPerDayStaying: number;
  readonly investment: Range3;
  /** Cost saved per day, upkeep taken off; negative when the rewrite costs more to run than it saves. */
  readonly savedPerDay: Range3;
  readonly days: { readonly best: number | undefined; readonly likely: number | undefined; readonly worst: number | undefined };
}

export interface CumulativeCost {
  readonly day: number;
  readonly stay: number;
  /** `low` is the cheap case: few hours, high gain. */
  readonly rewrite: Range3;
}

const daysPerMonth = 365.25 / 12;

/** Throws a RangeError for negative or non-finite input; a gain below 1 is a slowdown and never pays back. */
export function breakEven(input: BreakEvenInput): BreakEven {
  checkInput(input);
  const costPerDayStaying = (input.runsPerDay * input.secondsPerRun * input.costPerRunHour) / 3600;
  const upkeepPerDay = (input.upkeepHoursPerMonth * input.costPerDeveloperHour) / daysPerMonth;
  const hour = input.experienceFactor * input.costPerDeveloperHour;
  const investment = {
    low: input.effort.lowHours * hour,
    mid: Math.sqrt(input.effort.lowHours * input.effort.highHours) * hour,
    high: input.effort.highHours * hour,
  };
  const saved = (gain: number) => costPerDayStaying * (1 - 1 / gain) - upkeepPerDay;
  const savedPerDay = { low: saved(input.gain.low), mid: saved(input.gain.mid), high: saved(input.gain.high) };
  return {
    costPerDayStaying,
    investment,
    savedPerDay,
    days: {
      best: daysUntilPaid(investment.low, savedPerDay.high),
      likely: daysUntilPaid(investment.mid, savedPerDay.mid),
      worst: daysUntilPaid(investment.high, savedPerDay.low),
    },
  };
}

/** Both lines from day 0 to `horizonDays` in `steps` equal steps. */
export function cumulativeCosts(result: BreakEven, horizonDays: number, steps = 60): readonly CumulativeCost[] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const day = (horizonDays * index) / steps;
    const stay = result.costPerDayStaying * day;
    return {
      day,
      stay,
      rewrite: {
        low: result.investment.low + stay - result.savedPerDay.high * day,
        mid: result.investment.mid + stay - result.savedPerDay.mid * day,
        high: result.investment.high + stay - result.savedPerDay.low * day,
      },
    };
  });
}

function daysUntilPaid(investment: number, savedPerDay: number): number | undefined {
  if (investment === 0) return 0;
  return savedPerDay > 0 ? investment / savedPerDay : undefined;
}

function checkInput(input: BreakEvenInput): void {
  const { gain, effort, ...numbers } = input;
  const values = { ...numbers, lowHours: effort.lowHours, highHours: effort.highHours };
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name} must be 0 or more, not ${value}`);
  }
  for (const value of [gain.low, gain.mid, gain.high]) {
    if (!(value > 0)) throw new RangeError(`gain must be above 0, not ${value}`);
  }
}
