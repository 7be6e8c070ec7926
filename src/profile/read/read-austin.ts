/**
 * Austin's text output: one sample a line, `P<process>;T<interpreter>:<thread>;file:function:line;... metric`, headers as `# key: value`.
 * The metric is microseconds, bytes in memory mode, `time,idle,memory` in full mode (https://github.com/P403n1x87/austin, "Native format").
 */
import { ProfileError, type RawProfile } from "../contract";
import { createCallTree } from "./call-tree";
import { checkWeight } from "./json-shape";
import type { ProfileInput } from "./profile-input";
import { forEachLine } from "./read-lines";
import { createSkippedLines } from "./skipped-lines";
import { createStackReader } from "./stack-reader";

const SAMPLE = /^(.*?) (-?[\d.e+]+)(?:,([01]),(-?\d+))?$/i;

export async function readAustin(input: ProfileInput): Promise<RawProfile> {
  const tree = createCallTree(input.limits);
  const reader = createStackReader(tree);
  const skipped = createSkippedLines();
  const header = new Map<string, string>();
  let samples = 0;
  await forEachLine(input, (line, number, isCut) => {
    if (line.startsWith("#")) {
      const field = /^# (\w+): (.{0,100})/.exec(line);
      if (field && header.size < 100) header.set(field[1]!, field[2]!);
      return;
    }
    if (line === "") return;
    const space = line.lastIndexOf(" ");
    const sample = line.startsWith("P") && space > 0 ? SAMPLE.exec(line.slice(space)) : null;
    if (!sample) return skipped.add(number, isCut);
    const metric = checkWeight(input.source, Number(sample[2]), `line ${number}`);
    samples++;
    reader.add(line.slice(0, space), metric * (header.get("mode") === "memory" ? 1 : 1e-6), sample[3] === "1" ? "waiting" : "running");
  });
  if (samples === 0) throw new ProfileError(input.source, "holds no sample; record the profile again, for longer");
  skipped.refuseMost(input.source, samples, "`P...;T...;file:function:line metric`");
  const built = tree.finish();
  return {
    format: "austin",
    source: input.source,
    ...describeAustin(header),
    isDeterministic: false,
    sampleCount: samples,
    ...built,
    warnings: [...built.warnings, ...skipped.warnings()],
  };
}

/** What the header says of tool, unit and clock; text and MOJO have the same one. */
export function describeAustin(header: ReadonlyMap<string, string>): Pick<RawProfile, "tool" | "unit" | "clock"> {
  const mode = header.get("mode");
  return {
    tool: `austin ${header.get("austin") ?? ""}`.trim(),
    unit: mode === "memory" ? "bytes" : "seconds",
    clock: mode === "cpu" ? "cpu" : mode === "wall" || mode === "full" ? "wall" : "unknown",
  };
}
