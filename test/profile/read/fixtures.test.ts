import assert from "node:assert/strict";
import type { ProfileFormat, RawProfile } from "../../../src/profile";
import { fixturesOf, kindsOf, measureOwn, ownShares, programs, readFixture } from "./read-fixture";

const formats: readonly [RegExp, ProfileFormat, string][] = [
  [/^austin-\d\.mojo/, "austin-mojo", "austin"],
  [/^austin/, "austin", "austin"],
  [/^cprofile/, "pstats", "cProfile"],
  [/^line-profiler/, "line-profiler", "line_profiler"],
  [/^perf/, "perf-script", "perf"],
  [/^py-spy\.speedscope/, "speedscope", "py-spy"],
  [/^py-spy/, "collapsed", "py-spy"],
  [/^pyinstrument\.speedscope/, "speedscope", "pyinstrument"],
  [/^pyinstrument/, "pyinstrument", "pyinstrument"],
  [/^pyroscope/, "pprof", "pprof"],
  [/^scalene/, "scalene", "scalene"],
  [/^tachyon\.html/, "tachyon-flamegraph", "profiling.sampling"],
  [/^tachyon\.gecko/, "gecko", "profiling.sampling"],
  [/^tachyon\.jsonl/, "tachyon-jsonl", "profiling.sampling"],
  [/^tachyon\.pstats/, "pstats", "profiling.sampling"],
  [/^tachyon\.txt/, "collapsed", "profiling.sampling"],
];

/** Samplers that look at CPython 3.11 from outside or at set times, all of the same run length. */
const samplers = /^(?:austin|py-spy\.|py-spy-native|pyroscope|pyinstrument\.(?:json|pyi))/;
/** Inclusive times alone, and a tree that pyinstrument has already cut down for reading. */
const withoutOwnTimes = /^line-profiler\.lprof|^pyinstrument\.speedscope/;
/** No stacks: pandas' time cannot be credited to the line that called it. */
const flat = /pstats|jsonl/;
/** Functions up to here are judged; smaller ones are noise. */
const JUDGED = 0.05;

describe("profile fixtures", () => {
  for (const program of programs) {
    it(`${program}: the files of all tools are recognised by content and read`, async () => {
      const names = fixturesOf(program);
      assert.equal(names.length, program === "richards" ? 21 : 20, names.join(", "));
      for (const name of names) {
        const [, format, tool] = formats.find(([pattern]) => pattern.test(name))!;
        const profile = await readFixture(program, name);
        assert.equal(profile.format, format, name);
        assert.ok(profile.tool.startsWith(tool), `${name}: ${profile.tool}`);
        const { python, native } = kindsOf(profile);
        assert.ok(python + native > 0, name);
        assert.deepEqual(
          profile.nodes.filter(({ parent }, node) => parent >= node),
          [],
          "parents come first",
        );
      }
    });

    it(`${program}: samplers agree on the shares within sampling error`, async () => {
      const reference = measureOwn(await readFixture(program, "py-spy.txt.gz"));
      for (const name of fixturesOf(program).filter((each) => samplers.test(each) && !namesWrongFiles(program, each))) {
        const measured = measureOwn(await readFixture(program, name));
        for (const [key, share] of reference.shares) {
          if (share < JUDGED) continue;
          const other = measured.shares.get(key) ?? 0;
          const allowed = samplingError(share, reference.samples, measured.samples);
          assert.ok(Math.abs(other - share) < allowed, `${name}: ${key} has ${other}, not ${share} +- ${allowed}`);
        }
      }
    });

    it(`${program}: every tool puts the hottest function among its first`, async () => {
      const hottest = byShare(await readFixture(program, "py-spy.txt.gz"))[0]!;
      for (const name of fixturesOf(program)) {
        const cannotTell = withoutOwnTimes.test(name) || namesWrongFiles(program, name) || (flat.test(name) && program === "sales-report");
        if (cannotTell) continue;
        const first = byShare(await readFixture(program, name)).slice(0, 8);
        assert.ok(first.includes(hottest), `${name}: ${hottest} is not among ${first}`);
      }
    });
  }

  it("the sampler's flame graph page tells nearly the same, without the rarest calls", async () => {
    const page = measureOwn(await readFixture("richards", "tachyon.html.gz"));
    const text = measureOwn(await readFixture("richards", "tachyon.txt.gz"));
    for (const [key, share] of text.shares)
      assert.ok(Math.abs((page.shares.get(key) ?? 0) - share) < 0.02, `${key}: ${page.shares.get(key)}, not ${share}`);
  });

  it("the forms that Python 3.15's sampler replays one recording in tell the same shares", async () => {
    for (const program of programs) {
      const [gecko, jsonl, pstats, text] = await Promise.all(
        fixturesOf(program)
          .filter((name) => name.startsWith("tachyon") && !name.includes("html"))
          .map(async (name) => selfByName(await readFixture(program, name))),
      );
      // CPython's own frame around `__init__` is part of the caller, which is exact only where there are stacks.
      const shim = jsonl!.get("(calling __init__)") ?? 0;
      for (const other of [jsonl, pstats, text]) {
        for (const [key, share] of gecko!) {
          const allowed = (other === text ? 0 : shim) + 1e-9;
          assert.ok(Math.abs((other!.get(key) ?? 0) - share) <= allowed, `${program} ${key}`);
        }
      }
    }
  });
});

/**
 * Austin remembers texts by their address, and names an earlier file where an address was used again: in these recordings `load_orders` of
 * load.py is said to be in pandas/__init__.py.
 */
function namesWrongFiles(program: string, name: string): boolean {
  return program === "sales-report" && name.startsWith("austin");
}

/** Four standard deviations of the difference, with samples that follow each other closely counted as one in three. */
function samplingError(share: number, samples: number, otherSamples: number): number {
  return 4 * Math.sqrt(share * (1 - share) * (3 / samples + 3 / otherSamples)) + 0.01;
}

function byShare(profile: RawProfile): string[] {
  return [...ownShares(profile)].sort((one, other) => other[1] - one[1]).map(([key]) => key);
}

function selfByName(profile: RawProfile): Map<string, number> {
  const { python, native, waiting } = kindsOf(profile);
  const sums = new Map<string, number>();
  for (const { frame, self } of profile.nodes) {
    const { name } = profile.frames[frame]!;
    sums.set(name, (sums.get(name) ?? 0) + (self.python + self.native + self.waiting) / (python + native + waiting));
  }
  return sums;
}
