/**
 * How sure the ranking is, from what the source shows of the program. The thresholds are calibrated on measured programs: see the table
 * of confidence against coverage in `bench/accuracy/README.md`.
 */
import type { ConfidenceLevel, EntryPoint, HeatMap } from "./contract";

/** Entry points that reach this much of the code show what the program runs. */
const SHOWN = 0.6;
const PARTLY_SHOWN = 0.3;
const RESOLVED = 0.6;
/** In fewer functions than this hardly anything can be missed. */
const FEW = 15;
const SOME = 150;
/** Where the first five take less than this, small errors change which they are. */
const CONCENTRATED = 0.5;
/** Where more of the hottest code than this hangs on loops whose count is in the input, the input decides which it is. */
const OPEN_ENDED = 0.7;

export interface ConfidenceQuestion {
  /** Functions that are not cold. */
  readonly warm: number;
  /** Part of the heat in the hottest five. */
  readonly topShare: number;
  /** Part of the calls that could be followed. */
  readonly resolved: number;
  /** Part of the functions that the entry points reach. */
  readonly reached: number;
  readonly entryPoints: readonly EntryPoint[];
  /** Part of the heat of the hottest five that hangs on loops which run as long as there is something to do. */
  readonly openEnded: () => number;
}

export function rateConfidence(question: ConfidenceQuestion): HeatMap["confidence"] {
  const { warm, topShare, resolved, reached, entryPoints } = question;
  const reasons = [
    entryReason(reached, entryPoints.length),
    `${percent(resolved)} of the calls could be followed.`,
    `${warm} ${warm === 1 ? "function" : "functions"} may take part; the first five are estimated to take ${percent(topShare)} of the time.`,
  ];
  const named = entryPoints.some((entry) => entry.kind === "configured");
  let level = levelOf(question, named);
  if (level === "high" && warm > FEW) {
    if (topShare < CONCENTRATED) {
      level = "medium";
      reasons.push("That is spread thinly: small errors of the estimate change which functions come first.");
    } else if (question.openEnded() >= OPEN_ENDED) {
      level = "medium";
      reasons.push("Most of that hangs on loops that run as long as their input lasts, so the input decides which functions come first.");
    }
  }
  if (level === "low")
    reasons.push("Source alone cannot tell what this code is used for: record a profile of a typical run before acting on it.");
  return { level, reasons };
}

function levelOf({ reached, resolved, warm }: ConfidenceQuestion, named: boolean): ConfidenceLevel {
  if (warm === 0) return "low";
  if (resolved >= RESOLVED && (reached >= SHOWN || warm <= FEW)) return "high";
  return named || warm <= SOME || reached >= PARTLY_SHOWN ? "medium" : "low";
}

function entryReason(reached: number, count: number): string {
  if (count === 0) return "No entry point is shown: the code may be called anywhere.";
  const words = count === 1 ? "The one known entry point reaches" : `The ${count} known entry points reach`;
  return `${words} ${percent(reached)} of the functions.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
