/**
 * The ways to go for one hotspot or for the whole project, side by side: what each gains, for how many hours, how surely.
 * For the project an option covers the hotspots whose advice or alternatives name it; nothing is assumed for the others.
 */
import { combineEfforts } from "../advice";
import type { Assessment, Hotspot, HotspotAdvice } from "./assessment";
import { combineGains, rankingShare } from "./offload";

export interface OptionRow {
  /** Target or alternative: `keep`, `numpy`, `numba`, ... */
  readonly option: string;
  readonly places: number;
  /** Share of the Python CPU time in the places it covers, 0..1. */
  readonly share: number;
  /** Of the places it covers: lowest low, share-weighted (geometric) mid, highest high. */
  readonly speedup: Range3;
  readonly wholeProgram: Range3;
  readonly effort: HotspotAdvice["effort"];
  /** Lowest confidence among its advice; undefined where it only appears as an alternative. */
  readonly confidence: HotspotAdvice["confidence"] | undefined;
  readonly blockers: number;
  /** What the figures rest on, each basis once. */
  readonly basis: readonly string[];
  readonly notes: readonly string[];
}

type Range3 = HotspotAdvice["wholeProgram"];

interface Candidate {
  readonly option: string;
  readonly hotspot: Hotspot;
  readonly speedup: HotspotAdvice["speedup"];
  readonly wholeProgram: Range3;
  readonly effort: HotspotAdvice["effort"];
  readonly confidence: HotspotAdvice["confidence"] | undefined;
  readonly blockers: number;
  readonly note: string;
}

/** Rows in the order of what they gain, `keep` first as the point of comparison. */
export function compareOptions(hotspots: Assessment["hotspots"]): readonly OptionRow[] {
  const byOption = new Map<string, Candidate[]>();
  for (const hotspot of hotspots) {
    const candidates = candidatesOf(hotspot);
    for (const [option, candidate] of candidates) byOption.set(option, [...(byOption.get(option) ?? []), candidate]);
  }
  const rows = [...byOption].map(([option, candidates]) => summarise(option, candidates));
  return [keepRow(hotspots), ...rows.sort((a, b) => b.wholeProgram.mid - a.wholeProgram.mid)];
}

/** Share of the whole program's time that a hotspot's own advice counts with, from its gain by Amdahl's law read backwards. */
export function effectiveShare(hotspot: Hotspot): number {
  for (const { speedup, wholeProgram } of hotspot.advice) {
    if (speedup.mid > 1.001 && wholeProgram.mid > 1) return Math.min(1, (1 - 1 / wholeProgram.mid) / (1 - 1 / speedup.mid));
  }
  return rankingShare(hotspot);
}

function candidatesOf(hotspot: Hotspot): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  for (const advice of hotspot.advice) {
    if (advice.target === "keep" || found.has(advice.target)) continue;
    found.set(advice.target, { ...advice, option: advice.target, hotspot, blockers: advice.blockers.length, note: advice.message });
  }
  const share = effectiveShare(hotspot);
  for (const { alternatives } of hotspot.advice) {
    for (const { target, speedup, effort, note } of alternatives) {
      if (target === "keep" || found.has(target)) continue;
      const wholeProgram = amdahl(share, speedup);
      found.set(target, { option: target, hotspot, speedup, wholeProgram, effort, confidence: undefined, blockers: 0, note });
    }
  }
  return found;
}

function summarise(option: string, candidates: readonly Candidate[]): OptionRow {
  const shares = candidates.map((it) => rankingShare(it.hotspot));
  const total = sumOf(shares);
  const weight = (index: number) => (total > 0 ? shares[index]! / total : 1 / candidates.length);
  const levels = candidates.flatMap((it) => (it.confidence ? [it.confidence] : []));
  return {
    option,
    places: candidates.length,
    share: Math.min(1, total),
    speedup: {
      low: Math.min(...candidates.map((it) => it.speedup.low)),
      mid: Math.exp(sumOf(candidates.map((it, index) => weight(index) * Math.log(Math.max(it.speedup.mid, 1e-9))))),
      high: Math.max(...candidates.map((it) => it.speedup.high)),
    },
    wholeProgram: combineGains(candidates.map((it) => it.wholeProgram)),
    effort: combineEfforts(candidates.map((it) => it.effort)),
    confidence: (["low", "medium", "high"] as const).find((level) => levels.includes(level)),
    blockers: sumOf(candidates.map((it) => it.blockers)),
    basis: [...new Set(candidates.map((it) => it.speedup.basis))],
    notes: [...new Set(candidates.map((it) => it.note))],
  };
}

function keepRow(hotspots: Assessment["hotspots"]): OptionRow {
  const one = { low: 1, mid: 1, high: 1 };
  const kept = hotspots.flatMap((hotspot) => hotspot.advice.filter((advice) => advice.target === "keep"));
  return {
    option: "keep",
    places: hotspots.length,
    share: Math.min(1, sumOf(hotspots.map(rankingShare))),
    speedup: one,
    wholeProgram: one,
    effort: { lowHours: 0, highHours: 0 },
    confidence: undefined,
    blockers: 0,
    basis: [],
    notes: [...new Set(kept.map((advice) => advice.message))],
  };
}

function amdahl(share: number, speedup: Range3): Range3 {
  const gain = (factor: number) => 1 / (1 - share + share / Math.max(factor, 1e-9));
  return { low: gain(speedup.low), mid: gain(speedup.mid), high: gain(speedup.high) };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
