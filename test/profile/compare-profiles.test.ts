import assert from "node:assert/strict";
import { type ComparedRun, compareProfiles, type MeasuredFunction, type RawProfile } from "../../src/profile";

interface RunParts {
  readonly shares: readonly number[];
  readonly samples?: number;
  readonly seconds?: number;
}

/** Functions 0, 1, 2 ... with the given own shares; no samples stand for a tracing profiler. */
function run({ shares, samples = 0, seconds }: RunParts): ComparedRun {
  const functions = new Map(
    shares.map((self, id): [number, MeasuredFunction] => [
      id,
      { self, withLibraries: self, total: self, mix: { python: 1, native: 0, waiting: 0 }, lines: [], isStale: false },
    ]),
  );
  const profile: RawProfile = {
    format: "collapsed",
    tool: "py-spy",
    source: "a.txt",
    unit: seconds === undefined ? "samples" : "seconds",
    clock: "cpu",
    isDeterministic: samples === 0,
    frames: [{ file: "a.py", name: "f" }],
    nodes: [{ parent: -1, frame: 0, self: { python: seconds ?? 1, native: 0, waiting: 5 } }],
    tracks: [],
    warnings: [],
  };
  const measured: ComparedRun["measured"] = {
    sources: [],
    functions,
    mappedShare: 1,
    ownMappedShare: 1,
    ranks: true,
    mix: { python: 1, native: 0, waiting: 0 },
    library: 0,
    knows: { native: false, waiting: false },
    samples,
    libraries: [],
    unmapped: [],
    warnings: [],
  };
  return { profile, measured };
}

const changesOf = (before: readonly ComparedRun[], after: readonly ComparedRun[]) =>
  Object.fromEntries(compareProfiles(before, after).functions.map(({ id, change }) => [id, change]));

describe("two sides of profiles", () => {
  it("differ where many samples say so", () => {
    const before = [run({ shares: [0.6, 0.4], samples: 2000 })];
    const after = [run({ shares: [0.2, 0.8], samples: 2000 })];
    assert.deepEqual(changesOf(before, after), { 0: "less", 1: "more" });
  });

  it("may differ by chance where few do", () => {
    assert.deepEqual(changesOf([run({ shares: [0.6, 0.4], samples: 20 })], [run({ shares: [0.5, 0.5], samples: 20 })]), {
      0: "unclear",
      1: "unclear",
    });
  });

  it("differ by chance too where runs of the same side differ as much", () => {
    const side = (shares: readonly number[]) => shares.map((share) => run({ shares: [share, 1 - share], samples: 100_000 }));
    assert.equal(changesOf(side([0.3, 0.5, 0.7]), side([0.4, 0.6, 0.8]))[0], "unclear");
    assert.equal(changesOf(side([0.499, 0.5, 0.501]), side([0.599, 0.6, 0.601]))[0], "more");
  });

  it("are not tested where a single run was traced", () => {
    assert.deepEqual(changesOf([run({ shares: [0.6] })], [run({ shares: [0.2] })]), { 0: "untested" });
  });

  it("count a function that one side never saw", () => {
    assert.deepEqual(changesOf([run({ shares: [0.5, 0.5], samples: 1000 })], [run({ shares: [1], samples: 1000 })]), {
      0: "more",
      1: "less",
    });
  });

  it("call equal sides changed in at most one of twenty comparisons, whatever the number of functions", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const draw = () => {
      const counts = new Array<number>(40).fill(0);
      for (let sample = 0; sample < 1000; sample++) {
        const drawn = Math.floor(random() * 40);
        counts[drawn] = (counts[drawn] ?? 0) + 1;
      }
      return run({ shares: counts.map((count) => count / 1000), samples: 1000 });
    };
    let alarms = 0;
    for (let round = 0; round < 200; round++) {
      if (compareProfiles([draw()], [draw()]).functions.some(({ change }) => change === "more" || change === "less")) alarms++;
    }
    assert.ok(alarms <= 10, `${alarms} of 200`);
  });

  it("have CPU seconds where both count them, the mean over the runs", () => {
    const { secondsBefore, secondsAfter } = compareProfiles(
      [run({ shares: [1], seconds: 4 }), run({ shares: [1], seconds: 6 })],
      [run({ shares: [1], samples: 10 })],
    );
    assert.equal(secondsBefore, 5);
    assert.equal(secondsAfter, undefined);
  });

  it("list the largest difference first", () => {
    const { functions } = compareProfiles([run({ shares: [0.1, 0.5, 0.4], samples: 10 })], [run({ shares: [0.2, 0.1, 0.4], samples: 10 })]);
    assert.deepEqual(
      functions.map(({ id }) => id),
      [1, 0],
    );
  });
});
