/**
 * The Firefox Profiler's processed format (https://github.com/firefox-devtools/profiler, `docs-developer/`), as Python 3.15's sampler
 * writes it with `--gecko`: tables of stacks, frames and functions, for each thread or shared by all, and markers for when a thread was
 * off the processor.
 */
import { ProfileError, type ProfileFrame, type RawProfile } from "../contract";
import { type CallTree, createCallTree, MAX_DEPTH } from "./call-tree";
import { checkIndex, checkWeight, type JsonPlace } from "./json-shape";
import type { ProfileInput } from "./profile-input";

export function isGecko(document: JsonPlace): boolean {
  return document.has("meta") && document.has("threads");
}

export function readGecko(input: ProfileInput, document: JsonPlace): RawProfile {
  const tree = createCallTree(input.limits);
  const meta = document.at("meta");
  const tool = meta.at("importedFrom").textOr(meta.at("product").textOr("gecko profile"));
  let samples = 0;
  for (const thread of document.at("threads").items()) samples += addThread(tree, document, thread);
  if (tree.weight === 0) throw new ProfileError(input.source, "holds no sample; record the profile again, for longer");
  return {
    format: "gecko",
    tool: /Tachyon/.test(tool) ? "profiling.sampling" : tool,
    source: input.source,
    unit: "samples",
    clock: "wall",
    isDeterministic: false,
    sampleCount: samples,
    ...tree.finish(),
  };
}

function addThread(tree: CallTree, document: JsonPlace, thread: JsonPlace): number {
  const samples = thread.at("samples");
  if (!samples.has("stack") && samples.has("data")) {
    throw samples.error("this is the Gecko profiler's raw form; open it at profiler.firefox.com and save it from there");
  }
  const stacks = readStacks(tree, document, thread);
  const list = samples.at("stack").list();
  const weights = samples.at("weight").isMissing ? undefined : samples.at("weight").list();
  const times = samples.at("time").isMissing ? undefined : samples.at("time").list();
  const isOff = times === undefined ? () => false : offProcessor(document, thread);
  const track = tree.track(`process ${thread.at("pid").textOr("")}, ${thread.at("name").textOr("thread")}`);
  const running = new Float64Array(stacks.frames.length);
  const waiting = new Float64Array(stacks.frames.length);
  list.forEach((stack, index) => {
    if (stack === null) return;
    const place = `${samples.place}.stack[${index}]`;
    const innermost = checkIndex(document.source, stack, stacks.frames.length, place);
    const weight = weights === undefined ? 1 : checkWeight(document.source, weights[index], `${samples.place}.weight[${index}]`);
    const sums = isOff(times?.[index]) ? waiting : running;
    sums[innermost]! += weight;
  });
  const path: number[] = [];
  for (let stack = 0; stack < stacks.frames.length; stack++) {
    if (running[stack]! + waiting[stack]! === 0) continue;
    const depth = fillPath(path, stacks, stack);
    if (running[stack]! > 0) tree.addStack(path, depth, "running", running[stack]!, track);
    if (waiting[stack]! > 0) tree.addStack(path, depth, "waiting", waiting[stack]!, track);
  }
  return list.length;
}

interface Stacks {
  /** Frame of the tree, by stack. */
  readonly frames: readonly number[];
  /** The stack of the caller, always an earlier one; -1 at the root. */
  readonly prefixes: readonly number[];
}

/** Outermost first; a prefix is smaller than what it leads to, so the way ends. */
function fillPath(path: number[], { frames, prefixes }: Stacks, innermost: number): number {
  let depth = 0;
  for (let stack = innermost; stack >= 0 && depth <= MAX_DEPTH; stack = prefixes[stack]!) path[depth++] = frames[stack]!;
  for (let low = 0, high = depth - 1; low < high; low++, high--) {
    const swapped = path[low]!;
    path[low] = path[high]!;
    path[high] = swapped;
  }
  return depth;
}

/** A table of the thread, or of all threads in files of newer versions. */
function tableOf(document: JsonPlace, thread: JsonPlace, name: string): JsonPlace {
  return thread.has(name) || !document.has("shared") ? thread.at(name) : document.at("shared").at(name);
}

function readStacks(tree: CallTree, document: JsonPlace, thread: JsonPlace): Stacks {
  const { source } = document;
  const strings = stringsOf(document, thread);
  const stackTable = tableOf(document, thread, "stackTable");
  const frameTable = tableOf(document, thread, "frameTable");
  const funcTable = tableOf(document, thread, "funcTable");
  const funcs = frameTable.at("func").list();
  const lines = frameTable.at("line").isMissing ? [] : frameTable.at("line").list();
  const names = funcTable.at("name").list();
  const files = funcTable.at("fileName").isMissing ? [] : funcTable.at("fileName").list();
  const text = (index: unknown, place: string): string => {
    const value = index === null || index === undefined || index === -1 ? "" : strings[checkIndex(source, index, strings.length, place)];
    return typeof value === "string" ? value : "";
  };
  const frames = funcs.map((func, index) => {
    const place = `${frameTable.place}.func[${index}]`;
    const number = checkIndex(source, func, names.length, place);
    return tree.frame(toFrame(text(names[number], place), text(files[number], place), lines[index]));
  });
  const prefixes = stackTable.at("prefix").list();
  return {
    frames: stackTable
      .at("frame")
      .list()
      .map((frame, index) => frames[checkIndex(source, frame, frames.length, `${stackTable.place}.frame[${index}]`)]!),
    prefixes: stackTable
      .at("frame")
      .list()
      .map((_, index) => {
        const prefix = prefixes[index];
        return prefix === null ? -1 : checkIndex(source, prefix, index, `${stackTable.place}.prefix[${index}]`);
      }),
  };
}

function toFrame(name: string, file: string, line: unknown): ProfileFrame {
  if (file === "" || file === "~") return { file: "", name, ...(/^<(?:native|GC)>$/.test(name) && { isNative: true }) };
  return { file, name, ...(typeof line === "number" && Number.isInteger(line) && line > 0 && { line }) };
}

/**
 * Whether a thread had neither processor nor interpreter lock at a time. The sampler asks for the processor in some modes only; where it
 * did not, the whole run is one "Off CPU" and tells nothing.
 */
function offProcessor(document: JsonPlace, thread: JsonPlace): (time: unknown) => boolean {
  if (!thread.has("markers")) return () => false;
  const onCpu = markerSpans(document, thread, "On CPU");
  if (onCpu.length === 0) return () => false;
  const offCpu = markerSpans(document, thread, "Off CPU");
  const noLock = markerSpans(document, thread, "No GIL");
  return (time) => typeof time === "number" && isWithin(offCpu, time) && isWithin(noLock, time);
}

type Span = readonly [start: number, end: number];

function markerSpans(document: JsonPlace, thread: JsonPlace, wanted: string): Span[] {
  const strings = stringsOf(document, thread);
  const markers = thread.at("markers");
  if (!markers.has("name") || !markers.has("startTime") || !markers.has("endTime")) return [];
  const ends = markers.at("endTime").list();
  const starts = markers.at("startTime").list();
  const spans: Span[] = [];
  markers
    .at("name")
    .list()
    .forEach((name, index) => {
      const [start, end] = [starts[index], ends[index]];
      if (typeof name !== "number" || strings[name] !== wanted) return;
      if (typeof start === "number" && typeof end === "number") spans.push([start, end]);
    });
  return spans.sort((one, other) => one[0] - other[0]);
}

/** Spans of one name do not overlap. */
function isWithin(spans: readonly Span[], time: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]![0] <= time) low = middle + 1;
    else high = middle;
  }
  return low > 0 && time < spans[low - 1]![1];
}

function stringsOf(document: JsonPlace, thread: JsonPlace): readonly unknown[] {
  return tableOf(document, thread, document.has("shared") || thread.has("stringArray") ? "stringArray" : "stringTable").list();
}
