/** Collapsed stacks (`a;b;c 12`): py-spy raw, flamegraph.pl and its kin, async-profiler's form, Python 3.15's sampler. */
import { ProfileError, type RawProfile } from "../contract";
import { createCallTree } from "./call-tree";
import { checkWeight } from "./json-shape";
import type { ProfileInput } from "./profile-input";
import { forEachLine } from "./read-lines";
import { createSkippedLines } from "./skipped-lines";
import { createStackReader } from "./stack-reader";

export async function readCollapsed(input: ProfileInput): Promise<RawProfile> {
  const tree = createCallTree(input.limits);
  const reader = createStackReader(tree);
  const skipped = createSkippedLines();
  let stacks = 0;
  await forEachLine(input, (line, number, isCut) => {
    // py-spy writes a bare count for samples without any frame.
    if (line === "" || line.startsWith("#") || /^ ?\d+$/.test(line)) return;
    const space = line.lastIndexOf(" ");
    const count = space < 0 ? "" : line.slice(space + 1);
    if (space < 1 || !COUNT.test(count) || Number.isNaN(Number(count))) {
      skipped.add(number, isCut);
      return;
    }
    const weight = checkWeight(input.source, Number(count), `line ${number}`);
    if (reader.add(line.slice(0, space).trimEnd(), weight)) stacks++;
  });
  if (stacks === 0) throw new ProfileError(input.source, "holds no stack; record the profile again, for longer");
  skipped.refuseMost(input.source, stacks, "`frame;frame count`");
  const built = tree.finish();
  return {
    format: "collapsed",
    tool: reader.tool(),
    source: input.source,
    unit: "samples",
    clock: "unknown",
    isDeterministic: false,
    sampleCount: tree.weight,
    ...built,
    warnings: [...built.warnings, ...skipped.warnings()],
  };
}

/** Any number as some tool writes it; what is absurd is told from what is no count at all. */
const COUNT = /^[-+]?[0-9.]+(?:e[-+]?[0-9]+)?$/i;
