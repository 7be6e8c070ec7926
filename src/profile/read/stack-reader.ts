/** Stacks as text, `a;b;c`, into the call tree. Shared by the collapsed form and Austin's. */
import { copySlice } from "../../base";
import type { TimeKind } from "../contract";
import type { CallTree } from "./call-tree";
import { parseStackElement } from "./parse-stack-frame";

/** Turns the text of stacks into stacks of `tree`. Texts come again and again, so frames are looked up by their text first. */
export function createStackReader(tree: CallTree) {
  /** Frame by the text of an element; -1 for the name of a thread or process. */
  const known = new Map<string, number>();
  const tracks = new Map<string, number>();
  const stack: number[] = [];
  let tool = "collapsed stacks";

  function lookUp(element: string): number {
    const number = known.get(element);
    if (number !== undefined) return number;
    const parsed = parseStackElement(element);
    if ("track" in parsed) tool = element.startsWith("tid:") ? "profiling.sampling" : tool;
    else if (parsed.frame.line !== undefined && element.endsWith(")")) tool = "py-spy";
    const fresh = "track" in parsed ? -1 : tree.frame(parsed.frame);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(copySlice(element, 0, element.length), fresh);
    return fresh;
  }

  /** A thread inside a process is one track, named after both. */
  function trackOf(path: string): number {
    const number = tracks.get(path);
    if (number !== undefined) return number;
    const withoutCommands = path.slice(0, LONGEST_TRACK).replace(/(process \d+):".*?"(?=;|$)/g, "$1");
    const names = withoutCommands.split(";").map((part) => {
      const parsed = parseStackElement(part);
      return "track" in parsed ? parsed.track : part;
    });
    const track = tree.track(names.join(", "));
    if (tracks.size >= MAX_KNOWN) tracks.clear();
    tracks.set(copySlice(path, 0, path.length), track);
    return track;
  }

  /** Innermost nodes of whole stacks: in a file of samples most lines have been there before. */
  let leaves = new Map<string, number>();
  let leavesGeneration = -1;
  let leavesLength = 0;

  function remember(text: string, node: number): void {
    if (leavesGeneration !== tree.generation || leavesLength > MAX_REMEMBERED) {
      leaves = new Map();
      leavesLength = 0;
      leavesGeneration = tree.generation;
    }
    leaves.set(copySlice(text, 0, text.length), node);
    leavesLength += text.length;
  }

  return {
    /** False for a stack without a frame. */
    add(text: string, weight: number, kind: TimeKind | "running" = "running"): boolean {
      const leaf = kind === "running" && leavesGeneration === tree.generation ? leaves.get(text) : undefined;
      if (leaf === undefined) return addNew(text, weight, kind);
      tree.addAgain(leaf, weight);
      return true;
    },
    tool(): string {
      return tool;
    },
  };

  function addNew(text: string, weight: number, kind: TimeKind | "running"): boolean {
    let depth = 0;
    let tracksEnd = 0;
    let hasCommands = true;
    for (let start = 0; start <= text.length; ) {
      let from = start;
      if (hasCommands && depth === 0 && text.startsWith("process ", start)) {
        // py-spy writes `process 12:"command line";`, and a command line may hold anything.
        from = text.indexOf('";', start);
        hasCommands = from >= 0;
        from = Math.max(from, start);
      }
      let end = text.indexOf(";", from);
      if (end < 0) end = text.length;
      if (end > start) {
        const frame = lookUp(text.slice(start, end));
        if (frame >= 0) stack[depth++] = frame;
        else if (depth === 0) tracksEnd = end;
      }
      start = end + 1;
    }
    const track = tracksEnd > 0 ? trackOf(text.slice(0, tracksEnd)) : -1;
    const node = tree.addStack(stack, depth, kind, weight, track);
    if (node >= 0) remember(text, node);
    return node >= 0;
  }
}

/** More of a command line is of no use in a name. */
const LONGEST_TRACK = 2000;
const MAX_KNOWN = 200_000;
/** Characters. */
const MAX_REMEMBERED = 32_000_000;
