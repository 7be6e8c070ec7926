/** How well the estimate agrees with what was measured, over the functions that the profile has seen at all. */
import type { FunctionId } from "../../graph";
import type { MeasuredProfile } from "../contract";

export interface RankingAgreement {
  /** How many of the `of` hottest measured functions are among as many hottest estimated ones. */
  readonly common: number;
  readonly of: number;
  /** Spearman's rank correlation of estimated and measured own time, -1..1; undefined below three functions. */
  readonly correlation?: number;
}

const compared = 10;

/** `ranking` holds the functions as estimated, hottest first. */
export function compareRankings(measured: MeasuredProfile, ranking: readonly FunctionId[]): RankingAgreement {
  const seen = [...measured.functions].filter(([, { self }]) => self > 0).sort(([, a], [, b]) => b.self - a.self);
  const hottest = seen.slice(0, compared).map(([id]) => id);
  const guessed = new Set(ranking.slice(0, hottest.length));
  return {
    common: hottest.filter((id) => guessed.has(id)).length,
    of: hottest.length,
    correlation: correlate(
      seen.map(([, { self }]) => self),
      estimatedPlaces(
        seen.map(([id]) => id),
        ranking,
      ),
    ),
  };
}

/** Later in the estimate means colder; functions that it does not rank come last together. */
function estimatedPlaces(ids: readonly FunctionId[], ranking: readonly FunctionId[]): number[] {
  const places = new Map(ranking.map((id, index) => [id, index]));
  return ids.map((id) => -(places.get(id) ?? ranking.length));
}

function correlate(a: readonly number[], b: readonly number[]): number | undefined {
  if (a.length < 3) return undefined;
  const x = ranksOf(a);
  const y = ranksOf(b);
  const mean = (a.length - 1) / 2;
  let both = 0;
  let squareX = 0;
  let squareY = 0;
  x.forEach((rank, index) => {
    const dx = rank - mean;
    const dy = (y[index] as number) - mean;
    both += dx * dy;
    squareX += dx * dx;
    squareY += dy * dy;
  });
  return squareX === 0 || squareY === 0 ? undefined : both / Math.sqrt(squareX * squareY);
}

/** Equal values share the middle of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length);
  let start = 0;
  while (start < order.length) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end++;
    for (let at = start; at <= end; at++) ranks[(order[at] as { index: number }).index] = (start + end) / 2;
    start = end + 1;
  }
  return ranks;
}
