/**
 * How much is worth moving, what that gains together, and why not for the rest: the summary in front of every report.
 * Gains of several places are combined by Amdahl's law over the shares that their own gains imply, so the sum agrees with the parts.
 */
import { combineEfforts } from "../advice";
import type { Assessment, Hotspot, HotspotAdvice } from "./assessment";

type Range3 = HotspotAdvice["wholeProgram"];
type Effort = HotspotAdvice["effort"];

export interface OffloadSummary {
  /** Share of the Python CPU time in places worth moving, 0..1. */
  readonly share: number;
  readonly places: number;
  /** Whole-program speedup when all of them are moved. */
  readonly gain: Range3;
  readonly effort: Effort;
  /** Biggest share first. */
  readonly byTarget: readonly OffloadTarget[];
  /** Why the rest stays, biggest share first. */
  readonly kept: readonly KeptGroup[];
  /** Share outside the listed hotspots. */
  readonly unlistedShare: number;
}

export interface OffloadTarget {
  readonly target: HotspotAdvice["target"];
  readonly share: number;
  readonly places: number;
  readonly gain: Range3;
  readonly effort: Effort;
}

export interface KeptGroup {
  readonly rule: string;
  /** The reason in the words of the hottest place. */
  readonly message: string;
  readonly share: number;
  readonly places: number;
  /** Hotspot ids, hottest first. */
  readonly hotspots: readonly string[];
}

/** Share that ranks: the measured one where a profile was imported, otherwise the estimate. */
export function rankingShare(hotspot: Hotspot): number {
  return hotspot.measured?.share ?? hotspot.heat;
}

/** Its best advice is to change it; advice that gains nothing is not given. What a profile found without time is not worth it today. */
export function isWorthMoving(hotspot: Hotspot): boolean {
  return hotspot.advice[0]!.target !== "keep" && movableShare(hotspot) !== 0;
}

/** Below a thousandth, a place that stays as it is tells nobody anything. */
export function isWorthARow(hotspot: Hotspot): boolean {
  return rankingShare(hotspot) >= 0.001 || hotspot.advice[0]?.target !== "keep";
}

/** Share that a move can touch: measured, the libraries that are called count where they are what is replaced. */
export function movableShare(hotspot: Hotspot): number {
  const { measured, advice } = hotspot;
  const target = advice[0]?.target;
  if (measured?.withLibraries === undefined || (target !== "polars" && target !== "library")) return rankingShare(hotspot);
  return measured.withLibraries;
}

/** Amdahl over independent places: the time that each gain removes is added up. */
export function combineGains(gains: readonly Range3[]): Range3 {
  const combine = (pick: (gain: Range3) => number) => {
    const removed = gains.reduce((sum, gain) => sum + (1 - 1 / Math.max(pick(gain), 1e-9)), 0);
    return 1 / Math.max(1 - removed, 0.001);
  };
  return { low: combine((gain) => gain.low), mid: combine((gain) => gain.mid), high: combine((gain) => gain.high) };
}

export function summariseOffload(assessment: Pick<Assessment, "hotspots">): OffloadSummary {
  const moving = assessment.hotspots.filter(isWorthMoving);
  const staying = assessment.hotspots.filter((hotspot) => !isWorthMoving(hotspot));
  const listed = sumOf(assessment.hotspots.map(rankingShare));
  return {
    ...summariseMoves(moving),
    byTarget: [...groupBy(moving, (hotspot) => hotspot.advice[0]!.target)]
      .map(([target, hotspots]) => ({ target, ...summariseMoves(hotspots) }))
      .sort((a, b) => b.share - a.share),
    kept: [...groupBy(staying, (hotspot) => hotspot.advice[0]!.rule)].map(summariseKept).sort((a, b) => b.share - a.share),
    unlistedShare: Math.max(0, 1 - listed),
  };
}

function summariseMoves(hotspots: readonly Hotspot[]) {
  const best = hotspots.map((hotspot) => hotspot.advice[0]!);
  return {
    share: Math.min(1, sumOf(hotspots.map(movableShare))),
    places: hotspots.length,
    gain: combineGains(best.map((advice) => advice.wholeProgram)),
    effort: combineEfforts(best.map((it) => it.effort)),
  };
}

function summariseKept([rule, hotspots]: [string, readonly Hotspot[]]): KeptGroup {
  const hottestFirst = [...hotspots].sort((a, b) => rankingShare(b) - rankingShare(a));
  return {
    rule,
    message: hottestFirst[0]!.advice[0]!.message,
    share: sumOf(hotspots.map(rankingShare)),
    places: hotspots.length,
    hotspots: hottestFirst.map((hotspot) => hotspot.id),
  };
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
