/** Strongly connected components by Tarjan's algorithm (SIAM Journal on Computing 1, 1972), without recursion. */

/** Components of a graph with nodes 0..count-1, in reverse topological order: callees before callers. */
export function stronglyConnectedComponents(
  count: number,
  successors: (node: number) => readonly number[],
): { readonly components: readonly (readonly number[])[]; readonly componentOf: readonly number[] } {
  const UNSEEN = -1;
  const order = new Int32Array(count).fill(UNSEEN);
  const low = new Int32Array(count);
  const componentOf = new Array<number>(count).fill(UNSEEN);
  const components: number[][] = [];
  const open: number[] = [];
  const path: { readonly node: number; readonly next: readonly number[]; position: number }[] = [];
  let counter = 0;

  const enter = (node: number) => {
    order[node] = low[node] = counter++;
    open.push(node);
    path.push({ node, next: successors(node), position: 0 });
  };

  for (let root = 0; root < count; root++) {
    if (order[root] !== UNSEEN) continue;
    enter(root);
    while (path.length > 0) {
      const frame = path[path.length - 1] as (typeof path)[number];
      const { node } = frame;
      if (frame.position < frame.next.length) {
        const successor = frame.next[frame.position++] as number;
        if (order[successor] === UNSEEN) enter(successor);
        else if (componentOf[successor] === UNSEEN) low[node] = Math.min(low[node] as number, order[successor] as number);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent) low[parent.node] = Math.min(low[parent.node] as number, low[node] as number);
      if (low[node] === order[node]) components.push(closeComponent(node, open, componentOf, components.length));
    }
  }
  return { components, componentOf };
}

function closeComponent(root: number, open: number[], componentOf: number[], index: number): number[] {
  const members: number[] = [];
  for (;;) {
    const member = open.pop() as number;
    componentOf[member] = index;
    members.push(member);
    if (member === root) return members.reverse();
  }
}
