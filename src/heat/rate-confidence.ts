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
}

export function rateConfidence({ warm, topShare, resolved, reached, entryPoints }: ConfidenceQuestion): HeatMap["confidence"] {
  const reasons = [
    entryReason(reached, entryPoints.length),
    `${percent(resolved)} of the calls could be followed.`,
    `${warm} ${warm === 1 ? "function" : "functions"} may take part; the first five are estimated to take ${percent(topShare)} of the time.`,
  ];
  const named = entryPoints.some((entry) => entry.kind === "configured");
  const level = levelOf(reached, resolved, warm, named);
  if (level === "low")
    reasons.push("Source alone cannot tell what this code is used for: record a profile of a typical run before acting on it.");
  return { level, reasons };
}

function levelOf(reached: number, resolved: number, functions: number, named: boolean): ConfidenceLevel {
  if (functions === 0) return "low";
  if (resolved >= RESOLVED && (reached >= SHOWN || functions <= FEW)) return "high";
  return named || functions <= SOME || reached >= PARTLY_SHOWN ? "medium" : "low";
}

function entryReason(reached: number, count: number): string {
  if (count === 0) return "No entry point is shown: the code may be called anywhere.";
  const words = count === 1 ? "The one known entry point reaches" : `The ${count} known entry points reach`;
  return `${words} ${percent(reached)} of the functions.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
