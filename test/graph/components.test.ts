import assert from "node:assert/strict";
import fc from "fast-check";
import { stronglyConnectedComponents } from "../../src/graph/components";

describe("strongly connected components", () => {
  it("puts callees before callers and keeps circles together", () => {
    const successors = [[1], [2, 3], [1], [4], [], [5]];
    const { components, componentOf } = stronglyConnectedComponents(6, (node) => successors[node] as number[]);
    assert.deepEqual(
      components.map((members) => [...members].sort()),
      [[4], [3], [1, 2], [0], [5]],
    );
    assert.deepEqual(componentOf, [3, 2, 2, 1, 0, 4]);
  });

  it("does not use the stack for long chains", () => {
    const { components } = stronglyConnectedComponents(200_000, (node) => (node + 1 < 200_000 ? [node + 1] : []));
    assert.equal(components.length, 200_000);
  });

  it("agrees with mutual reachability", () => {
    const graphs = fc
      .integer({ min: 1, max: 9 })
      .chain((size) => fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }));
    fc.assert(
      fc.property(graphs, (successors) => {
        const { components, componentOf } = stronglyConnectedComponents(successors.length, (node) => successors[node] as number[]);
        for (let from = 0; from < successors.length; from++) {
          for (let to = 0; to < successors.length; to++) {
            const together = reaches(successors, from, to) && reaches(successors, to, from);
            assert.equal(componentOf[from] === componentOf[to], together || from === to);
          }
          for (const to of successors[from] as number[]) assert.ok((componentOf[to] as number) <= (componentOf[from] as number));
        }
        assert.equal(components.flat().length, successors.length);
      }),
    );
  });
});

function reaches(successors: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const next of successors[node] as number[]) seen.add(next);
  return seen.has(to);
}
