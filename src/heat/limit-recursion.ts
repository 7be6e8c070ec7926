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

/** What came of it, with what the next answer can go on from. */
export interface LimitedRecursion {
  /** The same edges with weights scaled down where they are inside a component that grows too much. */
  readonly edges: WeightedEdges;
  /** By function: the eigenvalue of its component before scaling, 0 outside of recursion. */
  readonly growth: Float64Array;
  readonly components: CallGraph["components"];
  readonly before: WeightedEdges;
  readonly inside: ReadonlyMap<number, InnerEdges>;
}

/** The edges inside one component: where they are among all, and which of its members they lead from and to. */
interface InnerEdges {
  readonly at: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function limitRecursion(calls: CallGraph, edges: WeightedEdges, limits: GrowthLimits): LimitedRecursion {
  const inside = edgesInside(calls, edges);
  return limit(calls, edges, inside, limits, (members, inner) => spectralRadius(members.length, inner, edges.weight));
}

/** The same, where only the rows `ids` of the edges can differ from those that `last` was worked out for. */
export function limitRecursionAgain(
  last: LimitedRecursion,
  ids: readonly number[],
  calls: CallGraph,
  edges: WeightedEdges,
  limits: GrowthLimits,
): LimitedRecursion {
  if (last.components !== calls.components || last.before.callee !== edges.callee) return limitRecursion(calls, edges, limits);
  const changed = new Set(ids.filter((id) => !hasSameWeights(id, last.before, edges)).map((id) => calls.componentOf[id]));
  return limit(calls, edges, last.inside, limits, (members, inner, component) =>
    changed.has(component) ? spectralRadius(members.length, inner, edges.weight) : (last.growth[members[0] as number] as number),
  );
}

function hasSameWeights(id: number, left: WeightedEdges, right: WeightedEdges): boolean {
  const { start } = right.layout;
  for (let i = start[id] as number; i < (start[id + 1] as number); i++) if (left.weight[i] !== right.weight[i]) return false;
  return true;
}

function limit(
  calls: CallGraph,
  edges: WeightedEdges,
  inside: ReadonlyMap<number, InnerEdges>,
  limits: GrowthLimits,
  radiusOf: (members: readonly number[], inner: InnerEdges, component: number) => number,
): LimitedRecursion {
  const growth = new Float64Array(calls.componentOf.length);
  const weight = edges.weight.slice();
  for (const [component, inner] of inside) {
    const members = calls.components[component] ?? [];
    const radius = radiusOf(members, inner, component);
    for (const id of members) growth[id] = radius;
    const most = members.length < TANGLE ? limits.recursion : limits.tangle;
    if (radius <= most) continue;
    for (const i of inner.at) weight[i] = ((weight[i] as number) * most) / radius;
  }
  return { edges: { ...edges, weight }, growth, components: calls.components, before: edges, inside };
}

function edgesInside({ components, componentOf }: CallGraph, { caller, callee }: WeightedEdges): ReadonlyMap<number, InnerEdges> {
  const lists = new Map<number, number[]>();
  for (let i = 0; i < callee.length; i++) {
    const component = componentOf[caller[i] as number] as number;
    if (component !== componentOf[callee[i] as number]) continue;
    const list = lists.get(component);
    if (list) list.push(i);
    else lists.set(component, [i]);
  }
  const place = new Int32Array(componentOf.length);
  const inside = new Map<number, InnerEdges>();
  for (const [component, list] of lists) {
    for (const [index, id] of (components[component] ?? []).entries()) place[id] = index;
    const placesOf = (ends: Int32Array) => Int32Array.from(list, (i) => place[ends[i] as number] as number);
    inside.set(component, { at: Int32Array.from(list), from: placesOf(caller), to: placesOf(callee) });
  }
  return inside;
}

/** Power iteration on I + A, which converges for periodic components too. */
function spectralRadius(count: number, { at, from, to }: InnerEdges, weights: Float64Array): number {
  const weight = Float64Array.from(at, (i) => weights[i] as number);
  let vector = new Float64Array(count).fill(1 / count);
  let next = new Float64Array(count);
  let radius = 0;
  for (let step = 0; step < STEPS; step++) {
    next.set(vector);
    for (let k = 0; k < weight.length; k++) {
      const callee = to[k] as number;
      next[callee] = (next[callee] as number) + (weight[k] as number) * (vector[from[k] as number] as number);
    }
    let sum = 0;
    for (const value of next) sum += value;
    const before = radius;
    radius = sum - 1;
    for (let k = 0; k < next.length; k++) next[k] = (next[k] as number) / sum;
    [vector, next] = [next, vector];
    if (Math.abs(radius - before) < 1e-3 * (radius + 1e-9)) break;
  }
  return radius;
}
