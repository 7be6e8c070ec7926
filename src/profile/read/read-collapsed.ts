/** Collapsed stacks (`a;b;c 12`): py-spy raw, flamegraph.pl and its kin, async-profiler's form, Python 3.15's sampler. */
import { copySlice } from "../../base";
import { ProfileError, type RawProfile } from "../contract";
import { type CallTree, createCallTree } from "./call-tree";
import { checkWeight } from "./json-shape";
import { parseStackElement } from "./parse-stack-frame";
import type { ProfileInput } from "./profile-input";
import { forEachLine } from "./read-lines";

export async function readCollapsed(input: ProfileInput): Promise<RawProfile> {
  const tree = createCallTree(input.limits);
  const reader = createStackReader(tree);
  const skipped = createSkippedLines();
  let stacks = 0;
  await forEachLine(input, (line, number, isCut) => {
    if (line === "" || line.startsWith("#")) return;
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

/** Lines that were no stack: the stump at the end of a file that was cut, messages of the tool in between. */
export function createSkippedLines() {
  let count = 0;
  let first = 0;
  let isOnlyCut = true;
  return {
    add(number: number, isCut: boolean): void {
      count++;
      if (first === 0) first = number;
      isOnlyCut &&= isCut;
    },
    /** A few odd lines are a warning; a file of them is another format. */
    refuseMost(source: string, good: number, expected: string): void {
      if (count > good)
        throw new ProfileError(source, `${count} of ${count + good} lines are not of the form ${expected}`, `line ${first}`);
    },
    warnings(): string[] {
      if (count === 0) return [];
      if (isOnlyCut) return [`line ${first}: the last line is cut short and was left out`];
      return [`line ${first}: ${count === 1 ? "this line is" : `this line and ${count - 1} more are`} no stack and was left out`];
    },
  };
}

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
    const withoutCommands = path.replace(/(process \d+):".*?"(?=;|$)/g, "$1");
    const names = withoutCommands.split(";").map((part) => {
      const parsed = parseStackElement(part);
      return "track" in parsed ? parsed.track : part;
    });
    const track = tree.track(names.join(", "));
    if (tracks.size >= MAX_KNOWN) tracks.clear();
    tracks.set(copySlice(path, 0, path.length), track);
    return track;
  }

  return {
    /** False for a stack without a frame. */
    add(text: string, weight: number): boolean {
      let depth = 0;
      let tracksEnd = 0;
      for (let start = 0; start <= text.length; ) {
        let end = text.indexOf(";", text.startsWith("process ", start) ? endOfCommand(text, start) : start);
        if (end < 0) end = text.length;
        if (end > start) {
          const frame = lookUp(text.slice(start, end));
          if (frame >= 0) stack[depth++] = frame;
          else if (depth === 0) tracksEnd = end;
        }
        start = end + 1;
      }
      const track = tracksEnd > 0 ? trackOf(text.slice(0, tracksEnd)) : -1;
      return tree.addStack(stack, depth, "running", weight, track) >= 0;
    },
    tool(): string {
      return tool;
    },
  };
}

/** py-spy writes `process 12:"command line";`, and a command line may hold anything. */
function endOfCommand(text: string, start: number): number {
  return Math.max(start, text.indexOf('";', start));
}

const MAX_KNOWN = 200_000;
