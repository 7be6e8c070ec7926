/**
 * Builds the call tree that every format is read into. Stacks are added one by one and only their sums are kept, so a file of any size
 * needs memory for its different stacks alone; when even these are too many, the rarest give up their callers.
 */
import { copySlice } from "../../base";
import type { ProfileFrame, ProfileNode, RawProfile, TimeKind } from "../contract";
import { isInterpreterFile } from "./parse-stack-frame";
import type { ProfileLimits } from "./profile-input";

export interface CallTree {
  /** Number of a frame, the same for equal ones. */
  frame(frame: ProfileFrame): number;
  /** Number of a thread, process or interpreter. */
  track(name: string): number;
  /**
   * Adds time to a stack, outermost frame first, of which `depth` frames are used; `running` is native where the
   * innermost frame is, else python. Returns its innermost node, valid until the next call;
   * -1 for an empty stack.
   */
  addStack(frames: readonly number[], depth: number, kind: TimeKind | "running", weight: number, track?: number): number;
  /** Adds time, python or native, to a node of `addStack` again; only while `generation` is what it was after that call. */
  addAgain(node: number, weight: number): void;
  /** Changes when nodes get other numbers. */
  readonly generation: number;
  /** Sets the time with callees of a node that `addStack` has just returned. */
  setTotal(node: number, total: number): void;
  readonly weight: number;
  finish(): Pick<RawProfile, "frames" | "nodes" | "tracks" | "warnings">;
}

const KINDS: readonly TimeKind[] = ["python", "native", "waiting"];
/** Room for as many roots of different tracks in the key of a node. */
const MAX_TRACKS = 1000;
/** Deeper stacks keep their innermost frames; Python stops at 1000 unless told otherwise. */
export const MAX_DEPTH = 4000;

export function createCallTree(limits: ProfileLimits): CallTree {
  const frames: ProfileFrame[] = [];
  const frameNumbers = new Map<string, number>();
  const trackNames: string[] = [];
  const trackNumbers = new Map<string, number>();
  const trackWeights: number[] = [];
  const stride = limits.maxFrames + 2;
  let nodes = createNodes();
  let foldAt = limits.maxNodes;
  let whole = 0;
  let folded = 0;
  let generation = 0;
  let deepStacks = 0;
  /** By frame: the interpreter's own workings, which are part of the Python or native code above them in the stack. */
  const isInternal: boolean[] = [];

  function addFrame(frame: ProfileFrame, key: string): number {
    const number = frames.push(frame) - 1;
    frameNumbers.set(key, number);
    return number;
  }

  function enter(parent: number, frame: number, track: number): number {
    const key = (parent < 0 ? track + 1 : parent + MAX_TRACKS + 2) * stride + frame;
    const known = nodes.byKey.get(key);
    if (known !== undefined) return known;
    nodes.parents.push(parent);
    nodes.frames.push(frame);
    nodes.tracks.push(track);
    nodes.self.push(0, 0, 0);
    const node = nodes.parents.length - 1;
    nodes.byKey.set(key, node);
    return node;
  }

  function count(track: number, weight: number): void {
    whole += weight;
    if (track >= 0) trackWeights[track] = (trackWeights[track] ?? 0) + weight;
  }

  function runningKind(node: number): TimeKind {
    return frames[nodes.frames[node]!]!.isNative ? "native" : "python";
  }

  /** Halves the tree: stacks seen rarest become their innermost frame alone. Self times stay exact, their callers lose some total. */
  function fold(): void {
    const old = nodes;
    const count = old.parents.length;
    const totals = subtreeTotals(old);
    const threshold = Float64Array.from(totals).sort()[Math.floor(count / 2)]!;
    nodes = createNodes();
    generation++;
    const moved = new Int32Array(count).fill(-1);
    for (let node = 0; node < count; node++) {
      const parent = old.parents[node]!;
      const isKept = totals[node]! > threshold;
      if (!isKept && selfOf(old, node) === 0) continue;
      const target = isKept
        ? enter(parent < 0 ? -1 : moved[parent]!, old.frames[node]!, old.tracks[node]!)
        : enter(-1, old.frames[node]!, -1);
      if (isKept) moved[node] = target;
      else if (parent >= 0) folded += selfOf(old, node);
      for (let kind = 0; kind < 3; kind++) nodes.self[target * 3 + kind]! += old.self[node * 3 + kind]!;
      const total = old.totals.get(node);
      if (total !== undefined) nodes.totals.set(target, (nodes.totals.get(target) ?? 0) + total);
    }
    // Room for as many again, or every further stack would fold.
    foldAt = Math.max(limits.maxNodes, nodes.parents.length * 1.25);
  }

  return {
    frame(frame) {
      const key = `${frame.name}\0${frame.file}\0${frame.line ?? ""}\0${frame.firstLine ?? ""}\0${frame.isNative ? 1 : 0}`;
      const known = frameNumbers.get(key);
      if (known !== undefined) return known;
      if (frames.length >= limits.maxFrames)
        return frameNumbers.get(OTHER_KEY) ?? addFrame({ file: "", name: "(other frames)" }, OTHER_KEY);
      const number = addFrame(isShim(frame) ? SHIM : ownFrame(frame), key);
      isInternal[number] = isShim(frame) || isInterpreters(frame);
      return number;
    },
    track(name) {
      const known = trackNumbers.get(name);
      if (known !== undefined) return known;
      if (trackNames.length >= MAX_TRACKS - 1) {
        if (trackNames.length < MAX_TRACKS) trackNames.push("(other threads)");
        return MAX_TRACKS - 1;
      }
      trackNumbers.set(copySlice(name, 0, name.length), trackNames.length);
      return trackNames.push(copySlice(name, 0, name.length)) - 1;
    },
    addStack(stack, depth, kind, weight, track = -1) {
      if (depth === 0) return -1;
      if (nodes.parents.length >= foldAt) fold();
      if (depth > MAX_DEPTH) deepStacks++;
      let node = -1;
      for (let index = Math.max(0, depth - MAX_DEPTH); index < depth; index++) {
        if (!isInternal[stack[index]!]) node = enter(node, stack[index]!, track);
      }
      if (node < 0) node = enter(-1, stack[depth - 1]!, track);
      nodes.self[node * 3 + KINDS.indexOf(kind === "running" ? runningKind(node) : kind)]! += weight;
      count(track, weight);
      return node;
    },
    addAgain(node, weight) {
      nodes.self[node * 3 + KINDS.indexOf(runningKind(node))]! += weight;
      count(nodes.tracks[node]!, weight);
    },
    get generation() {
      return generation;
    },
    setTotal(node, total) {
      nodes.totals.set(node, total);
    },
    get weight() {
      return whole;
    },
    finish() {
      const warnings: string[] = [];
      if (generation > 0) {
        const share = whole > 0 ? ((100 * folded) / whole).toFixed(1) : "0";
        warnings.push(`too many different stacks: the rarest, ${share} % of the time, are kept without their callers`);
      }
      if (frameNumbers.has(OTHER_KEY)) warnings.push(`more than ${limits.maxFrames} different frames: the later ones are counted together`);
      if (deepStacks > 0) warnings.push(`${deepStacks} stacks are deeper than ${MAX_DEPTH} frames and lost their outermost ones`);
      return {
        frames,
        nodes: toNodes(nodes),
        tracks: trackNames.map((name, track) => ({ name, share: whole > 0 ? (trackWeights[track] ?? 0) / whole : 0 })),
        warnings,
      };
    },
  };
}

const SHIM: ProfileFrame = { file: "", name: "(calling __init__)", isNative: true };

/**
 * CPython's frame between the call of a class and its `__init__` (`_Py_InitCleanup`, 3.12 and later). Samplers see it as a function
 * `__init__` of a file `__init__`, without a line.
 */
export function isShim({ file, name }: Pick<ProfileFrame, "file" | "name">): boolean {
  return file === "__init__" && name === "__init__";
}

/** Garbage collection is no one's in particular, and stays a frame. */
function isInterpreters({ file, name, isNative }: ProfileFrame): boolean {
  return isNative === true && file !== "" && isInterpreterFile(file) && !/^_?(?:Py)?gc_|^_?PyGC/i.test(name);
}

const OTHER_KEY = "\0other";

interface Nodes {
  readonly byKey: Map<number, number>;
  readonly parents: number[];
  readonly frames: number[];
  readonly tracks: number[];
  /** Three a node: python, native, waiting. */
  readonly self: number[];
  readonly totals: Map<number, number>;
}

function createNodes(): Nodes {
  return { byKey: new Map(), parents: [], frames: [], tracks: [], self: [], totals: new Map() };
}

function selfOf(nodes: Nodes, node: number): number {
  return nodes.self[node * 3]! + nodes.self[node * 3 + 1]! + nodes.self[node * 3 + 2]!;
}

function subtreeTotals(nodes: Nodes): Float64Array {
  const totals = new Float64Array(nodes.parents.length);
  for (let node = totals.length - 1; node >= 0; node--) {
    totals[node]! += selfOf(nodes, node);
    const parent = nodes.parents[node]!;
    if (parent >= 0) totals[parent]! += totals[node]!;
  }
  return totals;
}

function toNodes(nodes: Nodes): ProfileNode[] {
  return nodes.parents.map((parent, node) => {
    const self = { python: nodes.self[node * 3]!, native: nodes.self[node * 3 + 1]!, waiting: nodes.self[node * 3 + 2]! };
    const total = nodes.totals.get(node);
    const track = nodes.tracks[node]!;
    return { parent, frame: nodes.frames[node]!, ...(track >= 0 && { track }), self, ...(total !== undefined && { total }) };
  });
}

/** The texts may be slices of a chunk of the file, which they would keep alive. */
function ownFrame(frame: ProfileFrame): ProfileFrame {
  return { ...frame, file: copySlice(frame.file, 0, frame.file.length), name: copySlice(frame.name, 0, frame.name.length) };
}
