/** Trip counts and how they combine. */
import type { TripCount } from "./contract";

export function exactly(count: number, evidence: string): TripCount {
  return { low: count, mid: count, high: count, evidence, exact: true };
}

/** As far as calls that can be seen tell; others may pass much more. */
export function about(count: number, evidence: string): TripCount {
  return { low: Math.min(2, count), mid: count, high: Math.max(count, 10 * count), evidence, exact: false };
}

export function inexact(trips: TripCount): TripCount {
  return trips.exact ? { ...trips, exact: false } : trips;
}

export function atMost(limit: number, trips: TripCount, evidence: string): TripCount {
  const cap = Math.max(0, limit);
  if (trips.low >= cap) return { low: cap, mid: cap, high: cap, evidence, exact: false };
  return { low: trips.low, mid: Math.min(cap, trips.mid), high: Math.min(cap, trips.high), evidence, exact: false };
}

export function shortest(all: readonly TripCount[]): TripCount | undefined {
  let best: TripCount | undefined;
  for (const trips of all) {
    if (best === undefined || (trips.exact && !best.exact) || (trips.exact === best.exact && trips.mid < best.mid)) best = trips;
  }
  return best;
}

export function sumOf(all: readonly TripCount[]): TripCount | undefined {
  if (all.length === 0) return undefined;
  return combine(all, (left, right) => left + right, "together");
}

export function productOf(all: readonly TripCount[]): TripCount | undefined {
  if (all.length === 0) return undefined;
  return combine(all, (left, right) => left * right, "in every combination");
}

function combine(all: readonly TripCount[], join: (left: number, right: number) => number, word: string): TripCount {
  return all.reduce((left, right) => ({
    low: join(left.low, right.low),
    mid: join(left.mid, right.mid),
    high: join(left.high, right.high),
    evidence: `${left.evidence}, ${right.evidence}, ${word}`,
    exact: left.exact && right.exact,
  }));
}
