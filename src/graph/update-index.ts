/** The names of a file after some of its functions were edited, with everything else of the index as it was. */
import type { ClassIndex, FileFacts, FunctionIndex } from "../syntax";
import { collectDefinitions, fileIndexOf, setFileIndex } from "./collect-definitions";
import type { ClassScope, FileIndex } from "./definitions";

interface Owned {
  readonly owner: FunctionIndex;
}

/** Gives `file` the index of `old` with the functions `edited` (the first holds the others) read again, where they only touch what is theirs. */
export function updateIndex(old: FileFacts, file: FileFacts, edited: ReadonlySet<FunctionIndex>): void {
  const before = fileIndexOf(old);
  const read = collectDefinitions(file, edited);
  // What functions add to containers of the module is mixed with what the module adds.
  const addsToModule = (index: FileIndex) =>
    [...(index.functions[0]?.elements.values() ?? [])].some((list) => list.some(({ owner }) => edited.has(owner)));
  if (addsToModule(before) || addsToModule(read)) return;
  const [outermost] = edited;
  setFileIndex(file, {
    file,
    functions: before.functions.map((scope, index) => (edited.has(index) ? (read.functions[index] ?? scope) : scope)),
    classes: before.classes.map((scope, index) =>
      classScope(scope, read.classes[index] ?? scope, edited.has(ownerOf(file, index)), edited),
    ),
    bindings: before.bindings.map((binding, index) => (edited.has(index) ? read.bindings[index] : binding)),
    neverRun: new Set([...[...before.neverRun].filter((index) => index === outermost || !edited.has(index)), ...read.neverRun]),
    calls: merged(before.calls, read.calls, edited),
    foreignStores: merged(before.foreignStores, read.foreignStores, edited),
  });
}

function ownerOf({ classes }: FileFacts, index: ClassIndex): FunctionIndex {
  return classes[index]?.owner ?? 0;
}

function classScope(before: ClassScope, read: ClassScope, isInside: boolean, edited: ReadonlySet<FunctionIndex>): ClassScope {
  if (isInside) return read;
  const stores = merged(before.stores, read.stores, edited);
  const storeElements = merged(before.storeElements, read.storeElements, edited);
  return stores === before.stores && storeElements === before.storeElements ? before : { ...before, stores, storeElements };
}

/** Lists by name, each in the order of the functions, with the entries of the edited ones replaced; the same map where they have none. */
function merged<Entry extends Owned>(
  before: ReadonlyMap<string, readonly Entry[]>,
  read: ReadonlyMap<string, readonly Entry[]>,
  edited: ReadonlySet<FunctionIndex>,
): Map<string, Entry[]> {
  const result = new Map(before as Map<string, Entry[]>);
  let isChanged = read.size > 0;
  for (const [name, list] of before) {
    if (read.has(name) || !list.some(({ owner }) => edited.has(owner))) continue;
    isChanged = true;
    const rest = list.filter(({ owner }) => !edited.has(owner));
    if (rest.length > 0) result.set(name, rest);
    else result.delete(name);
  }
  for (const [name, list] of read) {
    const rest = (before.get(name) ?? []).filter(({ owner }) => !edited.has(owner));
    result.set(
      name,
      [...rest, ...list].sort((left, right) => left.owner - right.owner),
    );
  }
  return isChanged ? result : (before as Map<string, Entry[]>);
}
