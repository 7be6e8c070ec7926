/**
 * Scalene's JSON: for every line, which shares of the run were spent in Python, in native code and in the system (waiting, mostly).
 * It has no stacks; a line is a root.
 */
import { ProfileError, type RawProfile } from "../contract";
import { createCallTree } from "./call-tree";
import type { JsonPlace } from "./json-shape";
import type { ProfileInput } from "./profile-input";

export function isScalene(document: JsonPlace): boolean {
  return document.has("files") && document.has("elapsed_time_sec");
}

export function readScalene(input: ProfileInput, document: JsonPlace): RawProfile {
  const tree = createCallTree(input.limits);
  const seconds = document.at("elapsed_time_sec").weight();
  let samples = 0;
  for (const [file, content] of document.at("files").entries()) {
    const names = functionNames(content);
    for (const line of content.at("lines").items()) {
      const number = line.at("lineno").lineOr();
      if (number === undefined) continue;
      const frame = [tree.frame({ file, name: functionOf(line, names), line: number })];
      tree.addStack(frame, 1, "python", (seconds * line.at("n_cpu_percent_python").weightOr(0)) / 100);
      tree.addStack(frame, 1, "native", (seconds * line.at("n_cpu_percent_c").weightOr(0)) / 100);
      tree.addStack(frame, 1, "waiting", (seconds * line.at("n_sys_percent").weightOr(0)) / 100);
      const list = line.at("cpu_samples_list");
      if (!list.isMissing) samples += list.list().length;
    }
  }
  if (tree.weight === 0)
    throw new ProfileError(input.source, "holds no time; Scalene lists only code below its start folder, see --profile-all");
  return {
    format: "scalene",
    tool: "scalene",
    source: input.source,
    unit: "seconds",
    clock: "wall",
    isDeterministic: false,
    ...(samples > 0 && { sampleCount: samples }),
    ...tree.finish(),
  };
}

/** Name of the function around a line; empty where the file does not tell. Scalene writes 0 for lines outside of functions. */
function functionOf(line: JsonPlace, names: ReadonlyMap<number, string>): string {
  const start = line.at("start_function_line");
  if (start.value === 0) return "<module>";
  return names.get(start.lineOr() ?? 0) ?? names.get(line.at("lineno").lineOr() ?? 0) ?? "";
}

function functionNames(content: JsonPlace): Map<number, string> {
  const names = new Map<number, string>();
  const functions = content.at("functions");
  if (functions.isMissing) return names;
  for (const each of functions.items()) {
    const line = each.at("lineno").lineOr();
    if (line !== undefined) names.set(line, each.at("line").textOr(""));
  }
  return names;
}
