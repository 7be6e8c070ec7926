/**
 * What Python 3.15's sampler writes with `--jsonl` (https://docs.python.org/3.15/library/profiling.sampling.html): JSON objects, one a
 * line, that define texts and frames and then sum the samples of every frame. There are no stacks; a function is a root, its
 * lines are below it.
 */
import { ProfileError, type ProfileFrame, type RawProfile } from "../contract";
import { type CallTree, createCallTree, isShim } from "./call-tree";
import { createFunctionTotals } from "./function-totals";
import { JsonPlace, parseJson } from "./json-shape";
import type { ProfileInput } from "./profile-input";
import { forEachLine } from "./read-lines";

const MAX_DEFINITIONS = 2_000_000;

/** Whether the first line is such an object; a JSON document of its own would go on after it. */
export function isTachyonJsonl(firstLine: string): boolean {
  return /^\{"type":\s?"meta",/.test(firstLine);
}

export async function readTachyonJsonl(input: ProfileInput): Promise<RawProfile> {
  const records = new TachyonRecords(input);
  await forEachLine(input, (line, number, isCut) => {
    if (line.trim() === "") return;
    const place = `line ${number}`;
    if (isCut && !line.endsWith("}"))
      throw new ProfileError(input.source, "the last line is cut short; record or copy the profile again", place);
    records.add(new JsonPlace(input.source, parseJson(input.source, line, place), place));
  });
  return records.finish();
}

class TachyonRecords {
  private readonly tree: CallTree;
  private readonly functions;
  private readonly texts = new Map<number, string>();
  private readonly frames = new Map<number, { frame: ProfileFrame; number: number }>();
  private mode = "";
  private samples = 0;
  private hasEnd = false;

  constructor(private readonly input: ProfileInput) {
    this.tree = createCallTree(input.limits);
    this.functions = createFunctionTotals(this.tree);
  }

  add(record: JsonPlace): void {
    switch (record.at("type").text()) {
      case "meta":
        this.mode = record.at("mode").textOr("");
        return;
      case "string_table":
        this.defineTexts(record.at("strings"));
        return;
      case "str_def":
        this.defineTexts(record.at("defs"));
        return;
      case "frame_table":
        this.defineFrames(record.at("frames"));
        return;
      case "frame_def":
        this.defineFrames(record.at("defs"));
        return;
      case "agg":
        if (record.at("kind").textOr("frame") === "frame") this.addTimes(record.at("entries"));
        return;
      case "end":
        this.hasEnd = true;
    }
  }

  private defineTexts(list: JsonPlace): void {
    for (const each of list.items()) this.texts.set(this.key(each.at("str_id"), this.texts), each.at("value").text());
  }

  private defineFrames(list: JsonPlace): void {
    for (const each of list.items()) {
      const key = this.key(each.at("frame_id"), this.frames);
      const file = this.text(each.at("path_str_id"));
      const name = this.text(each.at("func_str_id"));
      const line = each.at("line").lineOr();
      const isNative = file === "~" || (file === "" && /^<(?:native|GC)>$/.test(name));
      const frame = { file: isNative ? "" : file, name, ...(line !== undefined && { line }), ...(isNative && { isNative }) };
      this.frames.set(key, { frame, number: this.tree.frame(frame) });
    }
  }

  private addTimes(list: JsonPlace): void {
    for (const each of list.items()) {
      const known = this.frames.get(each.at("frame_id").index(Number.MAX_SAFE_INTEGER));
      if (known === undefined) throw each.error("refers to a frame that is not there; the profile is broken");
      const own = each.at("self").weight();
      this.samples += own;
      const total = each.at("cumulative").weight();
      const isAlone = known.frame.isNative || isShim(known.frame);
      const stack = isAlone ? [known.number] : [this.functions.add(known.frame, total), known.number];
      this.tree.setTotal(this.tree.addStack(stack, stack.length, "running", own), total);
    }
  }

  private key(place: JsonPlace, known: ReadonlyMap<number, unknown>): number {
    if (known.size >= MAX_DEFINITIONS) throw place.error("more definitions than any Python program has; the file is broken");
    return place.index(Number.MAX_SAFE_INTEGER);
  }

  private text(place: JsonPlace): string {
    const text = this.texts.get(place.index(Number.MAX_SAFE_INTEGER));
    if (text === undefined) throw place.error("refers to a text that is not there; the profile is broken");
    return text;
  }

  finish(): RawProfile {
    if (this.samples === 0) throw new ProfileError(this.input.source, "holds no sample; record the profile again, for longer");
    this.functions.finish();
    const built = this.tree.finish();
    return {
      format: "tachyon-jsonl",
      tool: "profiling.sampling",
      source: this.input.source,
      unit: "samples",
      clock: this.mode === "cpu" || this.mode === "gil" ? "cpu" : this.mode === "wall" ? "wall" : "unknown",
      isDeterministic: false,
      sampleCount: this.samples,
      ...built,
      warnings: this.hasEnd
        ? built.warnings
        : [...built.warnings, "the file has no end record: it was cut short, and later samples are missing"],
    };
  }
}
