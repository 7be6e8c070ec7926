/**
 * Which function of the project each frame of a profile is, and on which line of the present text. Where a file was edited since the
 * recording, each function has moved by some number of lines: known exactly when the profile tells first lines, and otherwise the shift
 * under which the lines that ran are lines of code, nearest to the shift of the functions around.
 */
import type { ProfileFrame } from "../contract";
import type { FileFunctions, PlacedFunction } from "./file-functions";
import { functionsNamed, holds } from "./find-files";
import { type FrameName, readFrameName } from "./frame-name";

export interface FramePlace {
  readonly placed: PlacedFunction;
  /** In the present text; undefined when the format tells no running line. */
  readonly line: number | undefined;
  readonly isStale: boolean;
}

export interface WeightedFrame {
  readonly frame: ProfileFrame;
  /** Time with this frame innermost, so that lines that never run decide nothing. */
  readonly weight: number;
}

/** Part of the time that must lie on lines of code for a text to count as unchanged. */
const fitOfSameText = 0.9;
/** A line of `def` runs at a call and is seen now and then, but hardly most of the time. */
const fitOfHead = 0.9;

/** Places all frames of one file; undefined for a frame whose function is not there. */
export function placeFrames(frames: readonly WeightedFrame[], file: FileFunctions): readonly (FramePlace | undefined)[] {
  const named = frames.map(({ frame }) => {
    const name = readFrameName(frame.name);
    return { name, candidates: candidatesFor(name, frame, file) };
  });
  const shifts = new FileShifts();
  const places = new Array<FramePlace | undefined>(frames.length);
  const settle = (indices: readonly number[], placed: PlacedFunction) => {
    const members = indices.map((index) => frames[index] as WeightedFrame);
    const { shift, isStale } = shiftOf(members, placed, file, shifts);
    for (const index of indices) {
      const { line } = (frames[index] as WeightedFrame).frame;
      places[index] = { placed, line: line === undefined ? undefined : clamp(line + shift, placed), isStale };
    }
    const at = members[0]?.frame.firstLine ?? members[0]?.frame.line;
    if (at !== undefined) shifts.note(at, shift);
  };
  // Functions with a name of their own first: where they went shows where the others did.
  const unique = grouped(named, ({ candidates }) => (candidates.length === 1 ? candidates[0] : undefined));
  // Twice, so that the first ones too know where the others went.
  for (let round = 0; round < 2; round++) for (const [placed, indices] of unique) settle(indices, placed);
  const nearest = named.map(({ candidates }, index) => {
    if (places[index] !== undefined || candidates.length === 0) return undefined;
    return chooseByLine(candidates, (frames[index] as WeightedFrame).frame, shifts);
  });
  for (const [placed, indices] of grouped(nearest, (placed) => placed)) settle(indices, placed);
  named.forEach(({ name }, index) => {
    if (places[index] !== undefined || !name.isNameless) return;
    places[index] = placeNameless((frames[index] as WeightedFrame).frame, file, shifts);
  });
  return places;
}

function candidatesFor(name: FrameName, frame: ProfileFrame, file: FileFunctions): readonly PlacedFunction[] {
  if (name.isModule) return [file.module];
  if (name.isNameless) {
    const around = name.qualified.split(".").at(-1) as string;
    return around === "" ? [] : functionsNamed(file, around, name.qualified.includes(".") ? name.qualified : "");
  }
  const functions = functionsNamed(file, name.plain, name.qualified);
  if (functions.length > 0) return functions;
  const owner = file.ownerOfClass(name.plain, frame.line ?? frame.firstLine);
  return owner === undefined ? [] : [owner];
}

/** Code without a name is told by its line alone. */
function placeNameless(frame: ProfileFrame, file: FileFunctions, shifts: FileShifts): FramePlace | undefined {
  const at = frame.line ?? frame.firstLine;
  if (at === undefined) return undefined;
  const shift = shifts.near(at);
  const placed = file.around(at + shift);
  return { placed, line: frame.line === undefined ? undefined : clamp(frame.line + shift, placed), isStale: shift !== 0 };
}

function chooseByLine(candidates: readonly PlacedFunction[], frame: ProfileFrame, shifts: FileShifts): PlacedFunction | undefined {
  const at = frame.firstLine ?? frame.line;
  if (at === undefined) return undefined;
  const shift = shifts.near(at);
  const moved = { ...frame, line: frame.line && frame.line + shift, firstLine: frame.firstLine && frame.firstLine + shift };
  const here = candidates.filter((one) => holds(one, moved));
  const [innermost] = (here.length > 0 ? here : [...candidates]).sort(
    (a, b) => distance(a, at + shift) - distance(b, at + shift) || a.endLine - a.firstLine - (b.endLine - b.firstLine),
  );
  return innermost;
}

function distance({ firstLine, endLine }: PlacedFunction, line: number): number {
  return line < firstLine ? firstLine - line : Math.max(0, line - endLine);
}

function shiftOf(
  members: readonly WeightedFrame[],
  placed: PlacedFunction,
  file: FileFunctions,
  shifts: FileShifts,
): { shift: number; isStale: boolean } {
  if (placed === file.module) return { shift: 0, isStale: members.some(({ frame }) => (frame.line ?? 1) > placed.endLine) };
  const told = members.find(({ frame }) => frame.firstLine !== undefined && !readFrameName(frame.name).isNameless)?.frame.firstLine;
  if (told !== undefined) {
    const shift = told === placed.defLine ? 0 : placed.firstLine - told;
    return { shift, isStale: shift !== 0 };
  }
  const ran = members.filter(({ frame }) => frame.line !== undefined);
  if (ran.length === 0) return { shift: 0, isStale: false };
  const code = file.codeLines(placed);
  const fitAt = (shift: number) => fitOf(ran, placed, code, shift);
  if (fitAt(0) >= fitOfSameText) return { shift: 0, isStale: false };
  const lines = ran.map(({ frame }) => frame.line as number);
  const expected = shifts.near(lines[0] as number);
  let best = { shift: 0, fit: fitAt(0) };
  const lowest = Math.min(...lines);
  const highest = Math.max(...lines);
  // So wide that a function that has become shorter still finds the part that is left.
  for (let shift = placed.firstLine - highest; shift <= placed.endLine - lowest; shift++) {
    const found = fitAt(shift);
    const isNearer = Math.abs(shift - expected) < Math.abs(best.shift - expected);
    if (found > best.fit + 1e-9 || (found >= best.fit - 1e-9 && isNearer)) best = { shift, fit: found };
  }
  return { shift: best.fit === 0 ? expected : best.shift, isStale: true };
}

function fitOf(
  ran: readonly WeightedFrame[],
  { firstLine, defLine, endLine }: PlacedFunction,
  code: ReadonlySet<number>,
  shift: number,
): number {
  let all = 0;
  let good = 0;
  for (const { frame, weight } of ran) {
    const line = (frame.line as number) + shift;
    // Frames that only call have no time of their own but a line all the same.
    const counted = weight + 1e-6;
    all += counted;
    if (line < firstLine || line > endLine) continue;
    if (code.has(line)) good += counted;
    else if (line === firstLine || line === defLine) good += counted * fitOfHead;
  }
  return good / all;
}

function clamp(line: number, { firstLine, endLine }: PlacedFunction): number {
  return Math.min(endLine, Math.max(firstLine, line));
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => PlacedFunction | undefined): Map<PlacedFunction, number[]> {
  const groups = new Map<PlacedFunction, number[]>();
  items.forEach((item, index) => {
    const at = key(item);
    if (at === undefined) return;
    const known = groups.get(at);
    if (known === undefined) groups.set(at, [index]);
    else known.push(index);
  });
  return groups;
}

/** By how many lines the text around a line of the recording has moved. */
class FileShifts {
  private readonly known = new Map<number, number>();

  note(line: number, shift: number): void {
    this.known.set(line, shift);
  }

  /** What is above moves a line: the nearest function above tells, else the nearest below. */
  near(line: number): number {
    let above: { line: number; shift: number } | undefined;
    let below: { line: number; shift: number } | undefined;
    for (const [at, shift] of this.known) {
      const one = { line: at, shift };
      if (one.line <= line && (above === undefined || one.line > above.line)) above = one;
      if (one.line > line && (below === undefined || one.line < below.line)) below = one;
    }
    return (above ?? below)?.shift ?? 0;
  }
}
