import { version } from "../../package.json";
import { createMerge } from "./merge-assessments";
import { readAssessment } from "./read-assessment";
import { type MergeFormat, renderMerged } from "./render-merged";
import { requireWritable, writeOutput } from "./write-output";

export interface MergeFlags {
  readonly format: MergeFormat;
  readonly output?: string;
  readonly limit: number;
}

/** One ranked report over many assessments, which are read one after the other. `FILE=2` counts a program twice. */
export async function mergeCommand(files: readonly string[], flags: MergeFlags): Promise<void> {
  if (flags.output !== undefined) await requireWritable(flags.output);
  const merge = createMerge(flags.limit);
  for (const file of files) {
    const { path, weight } = parseWeight(file);
    merge.add(path, await readAssessment(path), weight);
  }
  await writeOutput(renderMerged(merge.result(version), flags.format), flags.output);
}

/** As for `--profile`: only a number behind the last `=` is a weight. */
function parseWeight(text: string): { path: string; weight: number } {
  const match = /^(.+)=(\d+(?:\.\d+)?|\.\d+)$/.exec(text);
  return match === null ? { path: text, weight: 1 } : { path: match[1] as string, weight: Number(match[2]) };
}
