/** Edges by caller and callee, with the strongly connected components; from nothing, or from the calls of one file that changed. */
import { stronglyConnectedComponents } from "./components";
import type { CallEdge, CallGraph } from "./contract";

/** The calls of each file in turn, by caller in the order of the ids. */
export function createCallGraph(count: number, calls: readonly { readonly edges: readonly CallEdge[] }[]): CallGraph {
  const outgoing: CallEdge[][] = Array.from({ length: count }, () => []);
  const incoming: CallEdge[][] = Array.from({ length: count }, () => []);
  for (const { edges } of calls) {
    for (const edge of edges) {
      outgoing[edge.caller]?.push(edge);
      incoming[edge.callee]?.push(edge);
    }
  }
  return new ListedCalls(outgoing, incoming, componentsOf(outgoing));
}

/** `previous` with `removed` replaced by `added`, which are the calls of one file. */
export function replaceCalls(previous: CallGraph, removed: readonly CallEdge[], added: readonly CallEdge[]): CallGraph {
  const outgoing = previous.outgoing.slice();
  const incoming = previous.incoming.slice();
  const gone = new Set(removed);
  for (const { caller } of removed) outgoing[caller] = [];
  for (const callee of new Set(removed.map((edge) => edge.callee)))
    incoming[callee] = (previous.incoming[callee] ?? []).filter((edge) => !gone.has(edge));
  const changed = new Map<number, CallEdge[]>();
  for (const edge of added) {
    outgoing[edge.caller] = [...(outgoing[edge.caller] ?? []), edge];
    const list = changed.get(edge.callee);
    if (list) list.push(edge);
    else changed.set(edge.callee, [edge]);
  }
  for (const [callee, edges] of changed)
    incoming[callee] = [...(incoming[callee] ?? []), ...edges].sort((left, right) => left.caller - right.caller);
  const components = sameConnections(removed, added) ? previous : componentsOf(outgoing);
  return new ListedCalls(outgoing, incoming, components);
}

class ListedCalls implements CallGraph {
  readonly components;
  readonly componentOf;

  constructor(
    readonly outgoing: CallGraph["outgoing"],
    readonly incoming: CallGraph["incoming"],
    { components, componentOf }: Pick<CallGraph, "components" | "componentOf">,
  ) {
    this.components = components;
    this.componentOf = componentOf;
  }

  /** Listed only when somebody asks: every update of the graph would have to do it again. */
  get edges(): readonly CallEdge[] {
    return this.outgoing.flat();
  }
}

function componentsOf(outgoing: readonly (readonly CallEdge[])[]): Pick<CallGraph, "components" | "componentOf"> {
  return stronglyConnectedComponents(outgoing.length, (node) => (outgoing[node] ?? []).map((edge) => edge.callee));
}

function sameConnections(left: readonly CallEdge[], right: readonly CallEdge[]): boolean {
  if (left.length !== right.length) return false;
  return left.every((edge, index) => edge.caller === right[index]?.caller && edge.callee === right[index]?.callee);
}
