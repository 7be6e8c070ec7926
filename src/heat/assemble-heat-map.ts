/** Turns amounts of work and frequencies into the HeatMap: shares, ranking, mixes. */
import type { FunctionId } from "../graph";
import type { HeatMap, OperationMix } from "./contract";
import { coldReason, EstimatedHeat, type HeatTable, sharesOf, toMix } from "./function-heat";
import { judgeBound } from "./judge-bound";
import { openEndedShare } from "./open-ended-share";
import type { OutsideTable } from "./outside-work";
import type { Weights } from "./parameters";
import { rateConfidence } from "./rate-confidence";
import { exactTrips, rawHeat, type WorkColumns, weightedOf } from "./work-columns";
import { emptyAmount, workKinds } from "./work-tally";

export interface Estimate extends Omit<HeatTable, "shares" | "isNarrowed"> {
  readonly weights: Weights;
  readonly columns: WorkColumns;
  readonly outside: OutsideTable;
  /** Power of the frequency in the heat: 1 where the program is known, so that heat is a share of time there. */
  readonly frequencyExponent: number;
  /** Ranking of a map that is much the same: sorting it again is quick. */
  readonly ranking?: readonly FunctionId[];
}

export function assembleHeatMap(estimate: Estimate): HeatMap {
  const { graph, columns, traits, frequencies, entries, entryPoints, outside } = estimate;
  const isNarrowed = entryPoints.some((entry) => entry.kind === "configured");
  const shares = heatShares(estimate);
  const table: HeatTable = { ...tableOf(estimate), isNarrowed, shares };
  const ranking = estimate.ranking?.slice() ?? Array.from(shares.keys());
  ranking.sort((left, right) => (shares[right] as number) - (shares[left] as number) || left - right);
  let warm = 0;
  for (let id = 0; id < shares.length; id++) if (!traits.isModule[id] && coldReason(table, id) === undefined) warm++;
  const hottest = ranking.slice(0, 5);
  const topShare = hottest.reduce((sum, id) => sum + (shares[id] as number), 0);
  const functions = graph.functions.map((_, id) => new EstimatedHeat(table, id));
  const mix = projectMix(columns, frequencies, traits.cold);
  return {
    functions,
    exactTrips: exactTrips(columns),
    ranking,
    entryPoints,
    mix,
    bound: judgeBound(graph, columns, outside, frequencies, traits.cold, mix),
    confidence: rateConfidence({
      warm,
      topShare,
      resolved: graph.resolvedCallShare,
      reached: entries.reachedShare,
      entryPoints,
      openEnded: () => openEndedShare(functions, hottest),
    }),
  };
}

/** Without what only the assembling needs: the map holds on to the rest. */
function tableOf({ graph, traits, growth, edges, exponent, entries, entryPoints, frequencies }: Estimate) {
  return { graph, traits, growth, edges, exponent, entries, entryPoints, frequencies };
}

function heatShares({ columns, traits, frequencies, frequencyExponent, weights }: Estimate): Float64Array {
  const shares = new Float64Array(frequencies.length);
  let total = 0;
  for (let id = 0; id < shares.length; id++) {
    const frequency = frequencies[id] as number;
    const calls = frequencyExponent === 1 ? frequency : frequency ** frequencyExponent;
    const raw = rawHeat(columns, id, calls) * (traits.cold[id] ? weights.coldWeight : 1) * (traits.memoised[id] ? 1 - weights.cacheHit : 1);
    shares[id] = raw;
    total += raw;
  }
  for (let id = 0; id < shares.length; id++) shares[id] = (shares[id] as number) / (total || 1);
  return shares;
}

function projectMix(columns: WorkColumns, frequencies: Float64Array, cold: HeatTable["traits"]["cold"]): OperationMix {
  const sum = emptyAmount();
  for (let id = 0; id < frequencies.length; id++) {
    if (cold[id] !== undefined) continue;
    const frequency = frequencies[id] as number;
    for (let kind = 0; kind < workKinds.length; kind++)
      sum[workKinds[kind] as keyof typeof sum] += weightedOf(columns, id, kind) * frequency;
  }
  return sharesOf(toMix(sum));
}
