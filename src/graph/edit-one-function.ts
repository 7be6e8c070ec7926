/**
 * A file after an edit inside one function, with everything else of it as it was, the same objects: whatever was worked out for them holds.
 * Their offsets stay those of the text from before (the "origin"); what moves with the text is the table of line starts, which is written in
 * offsets of the origin, so that whoever looks up a line finds the one of today. The edited function's offsets fit those of what is
 * before it; its own table of line starts does the same for what is inside.
 */
import { documentText, type FileFacts, type FunctionFact, type FunctionIndex } from "../syntax";
import { moved, sameButForPlace } from "./moved-facts";

export interface EditedFile {
  readonly file: FileFacts;
  /** The function that was edited, and those inside it; in ascending order. */
  readonly edited: readonly FunctionIndex[];
}

/** A file that was put together here: the facts that it stands for, and the functions that are not those of the origin. */
interface Patchwork {
  readonly fresh: FileFacts;
  readonly origin: FileFacts;
  /** Outermost functions that were edited, with the end in the origin of what belongs to them. */
  readonly outermost: ReadonlyMap<FunctionIndex, number>;
  /** The file as these see it. */
  readonly views: Map<FunctionIndex, FileFacts>;
}

const patchworks = new WeakMap<FileFacts, Patchwork>();

/** The facts of the text that `file` stands for. */
export function freshFacts(file: FileFacts): FileFacts {
  return patchworks.get(file)?.fresh ?? file;
}

/** `before`, itself or what this made of it, with the edit that leads to `fresh`; undefined unless it was inside of one function's body. */
export function editOneFunction(before: FileFacts, fresh: FileFacts): EditedFile | undefined {
  const known = patchworks.get(before) ?? { fresh: before, origin: before, outermost: new Map<FunctionIndex, number>(), views: new Map() };
  const unit = editedUnit(known.fresh, fresh);
  if (unit === undefined || !isContained(known.fresh, fresh, unit)) return undefined;
  const { origin } = known;
  const [first] = unit;
  const shift = (before.functions[first as number] as FunctionFact).start - (fresh.functions[first as number] as FunctionFact).start;
  const functions = before.functions.slice();
  for (const index of unit) functions[index] = moved(fresh.functions[index] as FunctionFact, shift);
  const outermost = new Map(known.outermost);
  if (!outermost.has(first as number)) outermost.set(first as number, extentOf(known.fresh, first as number) + shift);
  const { path, contentHash, nonBlankLines } = fresh;
  const file = { ...before, path, contentHash, nonBlankLines, functions, lineStarts: originLineStarts(fresh, outermost) };
  // Imports inside of the function cannot be told their lines.
  if (file.lineStarts.length !== origin.lineStarts.length && fresh.imports.some(({ owner }) => outermost.has(outermostOf(fresh, owner))))
    return undefined;
  patchworks.set(file, { fresh, origin, outermost, views: new Map() });
  return { file, edited: unit };
}

/** What function `index` of a file takes for its file: the same but for the line starts, where the function was edited. */
export function fileOfFunction(file: FileFacts, index: FunctionIndex): FileFacts {
  const known = patchworks.get(file);
  if (known === undefined) return file;
  const unit = outermostOf(file, index);
  if (!known.outermost.has(unit)) return file;
  let view = known.views.get(unit);
  if (view === undefined) {
    const shift = (file.functions[unit] as FunctionFact).start - (known.fresh.functions[unit] as FunctionFact).start;
    view = { ...file, lineStarts: known.fresh.lineStarts.map((start) => start + shift) };
    known.views.set(unit, view);
  }
  return view;
}

/** The outermost function that holds the whole difference of the two texts in its body, and those inside it. */
function editedUnit(old: FileFacts, fresh: FileFacts): readonly FunctionIndex[] | undefined {
  const [before, after] = [documentText(old), documentText(fresh)];
  if (before === undefined || after === undefined || !hasSameFunctions(old, fresh)) return undefined;
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const outermost = old.functions.findLast(({ index, parent, bodyRange }) => index > 0 && parent === 0 && bodyRange.start <= start);
  if (outermost === undefined || fresh.functions[outermost.index]?.start !== outermost.start) return undefined;
  if (before.length - tail > extentOf(old, outermost.index) || after.length - tail > extentOf(fresh, outermost.index)) return undefined;
  return old.functions.flatMap(({ index }) => (index > 0 && outermostOf(old, index) === outermost.index ? [index] : []));
}

/** Nothing outside of the unit has changed but in place, as far as the text and its errors tell, and nothing inside reaches out by its names. */
function isContained(old: FileFacts, fresh: FileFacts, unit: readonly FunctionIndex[]): boolean {
  const [first] = unit;
  const inside = (file: FileFacts) => {
    const { start, end } = file.functions[first as number] as FunctionFact;
    return file.problems.every((problem) => problem.start >= start && problem.end <= end);
  };
  const declares = (file: FileFacts) =>
    unit.some((index) => ((fact) => fact.globals.length + fact.nonlocals.length > 0)(file.functions[index] as FunctionFact));
  return (
    inside(old) &&
    inside(fresh) &&
    !declares(old) &&
    !declares(fresh) &&
    old.generated === fresh.generated &&
    old.directives.length + fresh.directives.length === 0 &&
    sameButForPlace(old.imports, fresh.imports) &&
    sameButForPlace(old.classes, fresh.classes) &&
    sameButForPlace((old.functions[0] as FunctionFact).body, (fresh.functions[0] as FunctionFact).body)
  );
}

export function hasSameFunctions(left: FileFacts, right: FileFacts): boolean {
  return (
    left.functions.length === right.functions.length &&
    left.classes.length === right.classes.length &&
    left.functions.every((fact, index) => {
      const other = right.functions[index] as FunctionFact;
      return fact.qualname === other.qualname && fact.parent === other.parent && fact.ownerClass === other.ownerClass;
    }) &&
    left.classes.every((fact, index) => fact.qualname === right.classes[index]?.qualname)
  );
}

function outermostOf({ functions }: FileFacts, index: FunctionIndex): FunctionIndex {
  let outermost = index;
  for (let parent = functions[index]?.parent; parent !== undefined && parent !== 0; parent = functions[parent]?.parent) outermost = parent;
  return outermost;
}

/** The line starts of the text of today in offsets of the origin. Lines inside of edited functions lie somewhere in these. */
function originLineStarts(fresh: FileFacts, edited: ReadonlyMap<FunctionIndex, number>): readonly number[] {
  const units = [...edited]
    .sort(([left], [right]) => left - right)
    .map(([index, end]) => ({ start: (fresh.functions[index] as FunctionFact).start, end: extentOf(fresh, index), endThen: end }));
  let next = 0;
  let shift = 0;
  return fresh.lineStarts.map((start) => {
    for (let unit = units[next]; unit !== undefined && start >= unit.end; unit = units[++next]) shift = unit.endThen - unit.end;
    const around = units[next];
    return around !== undefined && start > around.start ? Math.min(start + shift, around.endThen) : start + shift;
  });
}

/** Where the blank space after a function ends. */
function extentOf(file: FileFacts, index: FunctionIndex): number {
  const text = documentText(file) ?? "";
  let end = (file.functions[index] as FunctionFact).end;
  while (end < text.length && /\s/.test(text[end] as string)) end++;
  return end;
}
