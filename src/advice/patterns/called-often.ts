/**
 * Whether a function is called again and again, by the source: from inside a loop, once per element of a built-in that runs through
 * something, from recursion, or from a function that is. Estimated calls per run do not tell it alone, because the estimate damps
 * guessed trip counts.
 */
import type { CallEdge, CallSite, FunctionId, ProjectGraph } from "../../graph";
import type { HeatMap } from "../../heat";
import { tinyTrips } from "./loop-expressions";

type Known = { readonly graph: ProjectGraph; readonly heat: HeatMap };

export function isCalledOften(id: FunctionId, known: Known): boolean {
  const seen = new Set([id]);
  const pending = [id];
  for (let callee = pending.pop(); callee !== undefined; callee = pending.pop()) {
    if (known.heat.functions[callee]?.recursive !== undefined) return true;
    for (const edge of known.graph.calls.incoming[callee] ?? []) {
      if (known.heat.functions[edge.caller]?.cold !== undefined) continue;
      if (edge.sites.some((site) => isRepeated(site, edge, known))) return true;
      if (seen.has(edge.caller)) continue;
      seen.add(edge.caller);
      pending.push(edge.caller);
    }
  }
  return false;
}

function isRepeated({ perElement, range }: CallSite, { caller }: CallEdge, { graph, heat }: Known): boolean {
  if (perElement === true) return true;
  const trips = new Map(heat.functions[caller]?.loops.map((loop) => [loop.index, loop.trips]));
  return (graph.functions[caller]?.fact.loops ?? []).some(({ index, start, end, iterable }) => {
    const runsOnce = iterable !== undefined && range.start >= iterable.start && range.start < iterable.end;
    if (range.start < start || range.start >= end || runsOnce) return false;
    const count = trips.get(index);
    return count === undefined || !count.exact || count.mid > tinyTrips;
  });
}
