/**
 * The score of a ranking averaged over small changes of its heats. A single rank in one library moves the plain score of a setting by more
 * than the settings differ, so a choice between settings by the plain score is mostly a choice by luck.
 */
import { type RankedSpot, type Score, scoreRanking } from "./score";
import type { TruthProgram } from "./truth";

const ROUNDS = 16;
/** Range of the change of a heat's logarithm: by half up or down at most, mostly by less than a quarter. */
const RANGE = 0.5;

/** `heats` are those of `spots`, which should be more than a report holds, as some will move up. */
export function perturbedScore(program: TruthProgram, spots: readonly RankedSpot[], heats: readonly number[], shown: number): Score {
  const random = generator(1);
  let coverage5 = 0;
  let recall5 = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const keys = heats.map((heat) => Math.log(heat + 1e-12) + RANGE * (random() + random() + random() - 1.5));
    const order = [...keys.keys()].sort((left, right) => (keys[right] as number) - (keys[left] as number)).slice(0, shown);
    const score = scoreRanking(
      program,
      order.map((index) => spots[index] as RankedSpot),
    );
    coverage5 += score.coverage5 / ROUNDS;
    recall5 += score.recall5 / ROUNDS;
  }
  return { coverage5, recall5 };
}

/** The same numbers in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
