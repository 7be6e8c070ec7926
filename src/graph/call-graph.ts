/** Edges by caller and callee, with the strongly connected components; from nothing, or from the calls of one file that changed. */
import { stronglyConnectedComponents } from "./components";
import type { CallEdge, CallGraph } from "./contract";

export function createCallGraph(count: number, edges: readonly CallEdge[]): CallGraph {
  const outgoing: CallEdge[][] = Array.from({ length: count }, () => []);
  const incoming: CallEdge[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    outgoing[edge.caller]?.push(edge);
    incoming[edge.callee]?.push(edge);
  }
  return { edges, outgoing, incoming, ...componentsOf(outgoing) };
}

/** `previous` with `removed` replaced by `added`; `edges` are all edges after that, in the order of callers. */
export function replaceCalls(
  previous: CallGraph,
  edges: readonly CallEdge[],
  removed: readonly CallEdge[],
  added: readonly CallEdge[],
): CallGraph {
  const outgoing = previous.outgoing.slice();
  const incoming = previous.incoming.slice();
  const gone = new Set(removed);
  for (const { caller } of removed) outgoing[caller] = [];
  for (const { callee } of removed) incoming[callee] = (previous.incoming[callee] ?? []).filter((edge) => !gone.has(edge));
  const changed = new Set<number>();
  for (const edge of added) {
    outgoing[edge.caller] = [...(outgoing[edge.caller] ?? []), edge];
    incoming[edge.callee] = [...(incoming[edge.callee] ?? []), edge];
    changed.add(edge.callee);
  }
  for (const callee of changed) incoming[callee] = [...(incoming[callee] ?? [])].sort((left, right) => left.caller - right.caller);
  const components = sameConnections(removed, added) ? previous : componentsOf(outgoing);
  return { edges, outgoing, incoming, components: components.components, componentOf: components.componentOf };
}

function componentsOf(outgoing: readonly (readonly CallEdge[])[]): Pick<CallGraph, "components" | "componentOf"> {
  return stronglyConnectedComponents(outgoing.length, (node) => (outgoing[node] ?? []).map((edge) => edge.callee));
}

function sameConnections(left: readonly CallEdge[], right: readonly CallEdge[]): boolean {
  if (left.length !== right.length) return false;
  return left.every((edge, index) => edge.caller === right[index]?.caller && edge.callee === right[index]?.callee);
}
