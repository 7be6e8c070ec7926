import assert from "node:assert/strict";
import fc from "fast-check";
import { limits, toPanelSchema, viewSchema } from "../../src/panel";
import { buildFlame, type CallFrame, chainOf, layOutFlame, listFlame, nextBox, searchFlame } from "../../src/panel/model/flame";
import { createPanelModel, receive, viewInSight, viewsOf } from "../../src/panel/panel-model";
import { initialViewState } from "../../src/panel/view-state";
import { sampleAssessment } from "./support/sample-assessment";
import { largeCallTree, profiledAssessment, sampleCallTree } from "./support/sample-profile";

/** Any tree: parents before children, children together no larger than their parent. */
const anyTree = fc
  .array(fc.record({ parent: fc.nat(), part: fc.double({ min: 0.01, max: 0.9, noNaN: true }), name: fc.integer({ min: 0, max: 5 }) }), {
    minLength: 1,
    maxLength: 120,
  })
  .map((drafts) => {
    const left: number[] = [];
    let roots = 1;
    return drafts.map(({ parent: at, part, name }, index): CallFrame => {
      const parent = (at % (index + 1)) - 1;
      const room = parent < 0 ? roots : left[parent]!;
      const share = room * part;
      if (parent < 0) roots -= share;
      else left[parent] = room - share;
      left.push(share);
      return { parent, name: `f${name}`, share, self: 0, kind: "own" };
    });
  });

describe("the flame picture's layout", () => {
  it("puts callees under their callers, largest first, without overlap", () => {
    fc.assert(
      fc.property(anyTree, fc.integer({ min: 50, max: 3_000 }), (frames, width) => {
        const boxes = layOutFlame(buildFlame(frames).root, width);
        const byNode = new Map(boxes.map((box) => [box.node, box]));
        const ends = new Map<number, number>();
        for (const box of boxes) {
          assert.ok(box.left >= (ends.get(box.row) ?? 0) - 1e-6, "boxes of a row follow each other");
          ends.set(box.row, box.left + box.width);
          const caller = box.node.parent && byNode.get(box.node.parent);
          if (!caller) continue;
          assert.equal(box.row, caller.row + 1);
          assert.ok(box.left >= caller.left - 1e-6 && box.left + box.width <= caller.left + caller.width + 1e-6, "inside the caller");
          assert.ok(Math.abs(box.width - box.node.share * width) < 1e-6, "as wide as its share");
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves out what is narrower than a pixel, until it is zoomed", () => {
    const { root, nodes } = buildFlame(sampleCallTree());
    const names = (top: typeof root, width: number) => layOutFlame(top, width).map(({ node }) => node.name);
    assert.ok(!names(root, 1_000).includes("tiny"));
    assert.ok(names(root, 3_000).includes("tiny"));
    const tiny = [...nodes.values()].find(({ name }) => name === "tiny")!;
    assert.deepEqual(
      layOutFlame(tiny, 1_000).map(({ width }) => width),
      [1_000],
    );
  });

  it("draws a screenful of a large or a deep tree", () => {
    assert.ok(layOutFlame(buildFlame(largeCallTree(20_000)).root, 800).length < 3_000);
    const deep = Array.from(
      { length: 20_000 },
      (_, index): CallFrame => ({ parent: index - 1, name: "f", share: 1, self: 0, kind: "own" }),
    );
    const tree = buildFlame(deep);
    assert.equal(layOutFlame(tree.root, 800).length, 20_001);
    assert.equal(listFlame(tree.root, 500).length, 500);
    assert.equal(chainOf([...tree.nodes.values()].at(-1)!).length, 20_001);
  });

  it("keeps the place of what was left out of the tree empty", () => {
    const [box] = layOutFlame(buildFlame([{ parent: -1, name: "a", share: 0.25, self: 0, kind: "own" }]).root, 400).slice(1);
    assert.deepEqual([box!.left, box!.width], [0, 100]);
  });

  it("takes sums of shares a little above the whole", () => {
    const third = { parent: -1, share: 0.33334, self: 0, kind: "own" } as const;
    const boxes = layOutFlame(buildFlame([1, 2, 3].map((it) => ({ ...third, name: `f${it}` }))).root, 900);
    assert.ok(boxes.every(({ left, width }) => left + width <= 900 + 1e-9));
    assert.equal(boxes.length, 4);
  });
});

describe("frames of the flame picture", () => {
  const tree = buildFlame(sampleCallTree());
  const named = (name: string) => [...tree.nodes.values()].find((node) => node.name === name)!;

  it("keep their ids in another tree with the same callers, whatever their shares and order", () => {
    const other = buildFlame(sampleCallTree().map((frame) => ({ ...frame, share: frame.share / 2, line: 1 })));
    assert.deepEqual([...other.nodes.keys()].sort(), [...tree.nodes.keys()].sort());
    const twice = buildFlame([
      ...sampleCallTree(),
      { parent: 0, name: "load", path: "orbit/io/ephemeris.py", share: 0, self: 0, kind: "own" },
    ]);
    assert.equal(twice.nodes.size, tree.nodes.size + 1, "equal brothers have an id each");
  });

  it("are found by all words in name and path, and their time counts once", () => {
    const found = (text: string) => searchFlame(tree, text);
    assert.deepEqual(
      found("ORBIT simulation").nodes.map(({ name }) => name),
      ["Simulation.advance", "relax"],
    );
    assert.equal(found("simulation").share, 0.6);
    assert.ok(Math.abs(found("csv").share + found("relax").share - found("csv").share - 0.25) < 1e-9);
    assert.deepEqual([found("  ").nodes.length, found("nowhere").nodes.length], [0, 0]);
  });

  it("are walked with the arrow keys", () => {
    const boxes = layOutFlame(tree.root, 1_000);
    const from = (name: string, key: string) => nextBox(boxes, boxes.find(({ node }) => node === named(name))!, key)?.node.name;
    assert.equal(from("<module>", "ArrowDown"), "Simulation.advance");
    assert.equal(from("Simulation.advance", "ArrowRight"), "load");
    assert.equal(from("load", "ArrowLeft"), "Simulation.advance");
    assert.equal(from("relax", "ArrowUp"), "Simulation.advance");
    assert.equal(from("relax", "Home"), "");
    assert.equal(from("Simulation.advance", "End"), "load");
    assert.equal(from("dot", "ArrowDown"), undefined);
  });
});

describe("the panel's model of a profile", () => {
  const start = createPanelModel({ ...initialViewState, view: "profile" }, (state) => state as typeof initialViewState);
  const told = (assessment = profiledAssessment()) =>
    receive(start, { type: "assessment", assessment, rootLabel: "orbit", assessedAt: "" }, true);

  it("has the view with a profile only", () => {
    assert.deepEqual(viewsOf(told()), viewSchema.options);
    assert.equal(viewInSight(told()), "profile");
    assert.equal(viewInSight(told(sampleAssessment())), "verdict");
    assert.ok(!viewsOf(told(sampleAssessment())).includes("profile"));
  });

  it("keeps the last tree until the next one, and none after the profile was cleared", () => {
    const model = receive(told(), { type: "callTree", nodes: sampleCallTree() }, true);
    const again = { type: "assessment", rootLabel: "orbit", assessedAt: "" } as const;
    assert.equal(receive(model, { ...again, assessment: profiledAssessment() }, true).callTree, model.callTree);
    assert.equal(receive(model, { ...again, assessment: sampleAssessment() }, true).callTree, undefined);
  });

  it("takes only trees in order and of a bearable size", () => {
    const nodes = sampleCallTree();
    assert.ok(toPanelSchema.safeParse({ type: "callTree", nodes }).success);
    assert.ok(!toPanelSchema.safeParse({ type: "callTree", nodes: [{ ...nodes[0], parent: 0 }] }).success);
    assert.ok(!toPanelSchema.safeParse({ type: "callTree", nodes: Array(limits.callTreeNodes + 1).fill(nodes[0]) }).success);
    assert.ok(!toPanelSchema.safeParse({ type: "callTree", nodes: [{ ...nodes[0], name: "x".repeat(limits.messageLength + 1) }] }).success);
  });
});
