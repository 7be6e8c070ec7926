/**
 * pstats files of cProfile, profile and Python 3.15's sampler: a marshalled dictionary `(file, line, name) -> (calls, all calls, own time,
 * time with callees, callers)`. It holds edges, not stacks, so every Python function is a root; time of C functions, which have no file,
 * goes under the Python functions that called them.
 */
import { ProfileError, type ProfileFrame, type RawProfile } from "../contract";
import { isBlockingCall } from "./blocking-calls";
import { type CallTree, createCallTree, isShim } from "./call-tree";
import { createFunctionTotals } from "./function-totals";
import { checkWeight } from "./json-shape";
import { MarshalDict, type MarshalValue, readMarshal } from "./marshal";
import { type ProfileInput, readWhole } from "./profile-input";

interface Entry {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly isNative: boolean;
  readonly own: number;
  readonly total: number;
  /** Callers with the own time that this function had when called from there, or calls where times are not kept. */
  readonly callers: readonly { readonly key: string; readonly weight: number }[];
}

export async function readPstats(input: ProfileInput): Promise<RawProfile> {
  const stats = readMarshal(input.source, await readWhole(input, "a pstats file"));
  if (!(stats instanceof MarshalDict)) throw new ProfileError(input.source, `${WRONG}: no dictionary`);
  const entries = new Map<string, Entry>();
  let isSampled = false;
  for (const [key, value] of stats.entries) {
    if (Array.isArray(key) && key.length === 1 && key[0] === "__sampled__") isSampled = true;
    else entries.set(keyOf(input.source, key), toEntry(input.source, key, value));
  }
  if (entries.size === 0) throw new ProfileError(input.source, "holds no function; nothing ran while it was recorded");
  const tree = createCallTree(input.limits);
  addEntries(tree, entries, isSampled);
  // The older profile counts calls between functions, where cProfile has times; its clock is the processor's.
  const isProfile = !isSampled && stats.entries.some(([, value]) => hasCounts(value));
  return {
    format: "pstats",
    tool: isSampled ? "profiling.sampling" : isProfile ? "profile" : "cProfile",
    source: input.source,
    unit: "seconds",
    clock: isSampled ? "unknown" : isProfile ? "cpu" : "wall",
    isDeterministic: !isSampled,
    ...(isSampled && { sampleCount: countSamples(stats) }),
    ...tree.finish(),
  };
}

const WRONG = "this is marshalled Python data, but no pstats file";

function keyOf(source: string, key: MarshalValue): string {
  if (!Array.isArray(key) || key.length !== 3) throw new ProfileError(source, `${WRONG}: a key is no (file, line, name)`);
  return key.join("\0");
}

function toEntry(source: string, key: MarshalValue, value: MarshalValue): Entry {
  const [file, line, name] = key as readonly MarshalValue[];
  if (typeof file !== "string" || typeof line !== "number" || typeof name !== "string") {
    throw new ProfileError(source, `${WRONG}: a key is no (file, line, name)`);
  }
  const place = `${name} (${file}:${line})`;
  if (!Array.isArray(value) || value.length < 5) throw new ProfileError(source, `${WRONG}: five values were expected`, place);
  const callers = value[4];
  if (!(callers instanceof MarshalDict)) throw new ProfileError(source, `${WRONG}: callers are no dictionary`, place);
  return {
    file,
    line,
    name,
    isNative: line === 0 && (file === "~" || file === "" || isShim({ file, name })),
    own: checkTime(source, value[2], place),
    total: checkTime(source, value[3], place),
    callers: callers.entries.map(([caller, edge]) => ({ key: keyOf(source, caller), weight: edgeWeight(source, edge, place) })),
  };
}

/** Clocks that step back have made times a little negative. */
function checkTime(source: string, value: MarshalValue | undefined, place: string): number {
  return typeof value === "number" && value < 0 && value > -1 ? 0 : checkWeight(source, value, place);
}

function edgeWeight(source: string, edge: MarshalValue, place: string): number {
  return Array.isArray(edge) ? checkTime(source, edge[2], place) : checkTime(source, edge, place);
}

function hasCounts(value: MarshalValue): boolean {
  const callers = Array.isArray(value) ? value[4] : undefined;
  return callers instanceof MarshalDict && callers.entries.some(([, edge]) => typeof edge === "number");
}

function countSamples(stats: MarshalDict): number {
  let samples = 0;
  for (const [, value] of stats.entries) if (Array.isArray(value) && typeof value[0] === "number") samples += value[0];
  return samples;
}

function addEntries(tree: CallTree, entries: ReadonlyMap<string, Entry>, isSampled: boolean): void {
  const frames = new Map<string, number>();
  for (const [key, entry] of entries) frames.set(key, tree.frame(toFrame(entry, isSampled)));
  // The sampler of Python 3.15 counts by line.
  const functions = createFunctionTotals(tree);
  const stackOf = (key: string): number[] => {
    const entry = entries.get(key)!;
    return isSampled && !entry.isNative ? [functions.add(toFrame(entry, true), 0), frames.get(key)!] : [frames.get(key)!];
  };
  for (const [key, entry] of entries) {
    if (!entry.isNative) continue;
    const kind = isBlockingCall(entry.name) ? "waiting" : "running";
    for (const [caller, time] of creditPython(entries, entry, entry.own)) {
      const stack = caller === "" ? [frames.get(key)!] : [...stackOf(caller), frames.get(key)!];
      tree.addStack(stack, stack.length, kind, time);
    }
  }
  for (const [key, entry] of entries) {
    if (entry.isNative) continue;
    const stack = stackOf(key);
    tree.setTotal(tree.addStack(stack, stack.length, "running", entry.own), entry.total);
    if (isSampled) functions.add(toFrame(entry, true), entry.total);
  }
  functions.finish();
}

function toFrame(entry: Entry, isSampled: boolean): ProfileFrame {
  if (isShim(entry)) return { file: entry.file, name: entry.name };
  if (entry.isNative) return { file: "", name: entry.name, isNative: true };
  const line = entry.line > 0 && entry.line < 1e8 ? Math.trunc(entry.line) : undefined;
  return { file: entry.file, name: entry.name, ...(line !== undefined && (isSampled ? { line } : { firstLine: line })) };
}

/** Time of a C function by the Python function it was called from, through C functions in between; "" where none is known. */
function creditPython(entries: ReadonlyMap<string, Entry>, native: Entry, time: number): Map<string, number> {
  const credits = new Map<string, number>();
  const pending = [{ entry: native, time, depth: 0 }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const callers = item.entry.callers.filter((caller) => entries.has(caller.key));
    const whole = callers.reduce((sum, caller) => sum + caller.weight, 0);
    if (callers.length === 0 || item.depth > MAX_NATIVE_CHAIN || item.time < time * LEAST_PART) {
      credits.set("", (credits.get("") ?? 0) + item.time);
      continue;
    }
    for (const caller of callers) {
      const share = item.time * (whole > 0 ? caller.weight / whole : 1 / callers.length);
      const entry = entries.get(caller.key)!;
      if (!entry.isNative) credits.set(caller.key, (credits.get(caller.key) ?? 0) + share);
      else if (share > 0) pending.push({ entry, time: share, depth: item.depth + 1 });
    }
  }
  return credits;
}

/** `sorted` calling `max` calling `len`: longer chains of C functions are cycles. */
const MAX_NATIVE_CHAIN = 4;
/** Smaller parts are not followed: a hostile file has more ways through its C functions than time to walk them. */
const LEAST_PART = 1e-3;
