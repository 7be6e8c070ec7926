/**
 * Keeps recursion finite. Inside a strongly connected component the expected calls can exceed one per call (a tree walk makes several), and
 * the linear system would have no solution: how deep the recursion goes is not in the source. Where the largest eigenvalue of the calls
 * inside a component exceeds a limit, all of them are scaled down to it, so that recursion multiplies frequencies by a bounded factor,
 * and the proportions between the functions of the component stay as their calls say (compare Wagner et al., PLDI 1994, section 5).
 */
import type { CallGraph } from "../graph";
import type { WeightedEdges } from "./weigh-edges";

const STEPS = 40;
/**
 * So many functions are no one recursion but a tangle of overrides and guessed classes, in which most calls are ordinary ones: scaled down
 * as a recursion is, they would hardly count.
 */
const TANGLE = 100;

export interface GrowthLimits {
  readonly recursion: number;
  readonly tangle: number;
}

/** Scales `edges.weight` in place. Returns for each function the eigenvalue of its component before scaling, 0 outside of recursion. */
export function limitRecursion(calls: CallGraph, edges: WeightedEdges, limits: GrowthLimits): Float64Array {
  const growth = new Float64Array(calls.componentOf.length);
  for (const [component, inside] of edgesInside(calls, edges)) {
    const members = calls.components[component] ?? [];
    const radius = spectralRadius(members, inside, edges);
    for (const id of members) growth[id] = radius;
    const limit = members.length < TANGLE ? limits.recursion : limits.tangle;
    if (radius <= limit) continue;
    for (const i of inside) edges.weight[i] = ((edges.weight[i] as number) * limit) / radius;
  }
  return growth;
}

function edgesInside(calls: CallGraph, edges: WeightedEdges): ReadonlyMap<number, readonly number[]> {
  const inside = new Map<number, number[]>();
  for (let i = 0; i < edges.weight.length; i++) {
    const component = calls.componentOf[edges.caller[i] as number] as number;
    if (component !== calls.componentOf[edges.callee[i] as number]) continue;
    const list = inside.get(component);
    if (list) list.push(i);
    else inside.set(component, [i]);
  }
  return inside;
}

/** Power iteration on I + A, which converges for periodic components too. */
function spectralRadius(members: readonly number[], inside: readonly number[], edges: WeightedEdges): number {
  const place = new Map(members.map((id, index) => [id, index]));
  let vector = new Float64Array(members.length).fill(1 / members.length);
  let radius = 0;
  for (let step = 0; step < STEPS; step++) {
    const next = Float64Array.from(vector);
    for (const i of inside) {
      const to = place.get(edges.callee[i] as number) as number;
      const from = place.get(edges.caller[i] as number) as number;
      next[to] = (next[to] as number) + (edges.weight[i] as number) * (vector[from] as number);
    }
    const sum = next.reduce((total, value) => total + value, 0);
    const before = radius;
    radius = sum - 1;
    vector = next.map((value) => value / sum);
    if (Math.abs(radius - before) < 1e-3 * (radius + 1e-9)) break;
  }
  return radius;
}
