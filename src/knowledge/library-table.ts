/** Look-ups of dotted library names: each takes as many map reads as the name has parts. */
import type { DropInEntry, ImportCostEntry, LibraryEntry, LibraryTable, TimeKind } from "./contract";
import { deepFreeze, FrozenMap } from "./deep-freeze";
import { namesIn } from "./schema/common";
import type { PackageEntry } from "./schema/libraries";

type Draft = { -readonly [K in keyof LibraryEntry]: LibraryEntry[K] };

export interface LibraryData {
  /** Package entries, earliest file first: later ones win name by name. */
  readonly packages: readonly (readonly [name: string, entry: PackageEntry])[];
  /** Preferred first. */
  readonly dropIns: readonly DropInEntry[];
  readonly importCosts: readonly ImportCostEntry[];
}

export function buildLibraryTable(data: LibraryData): LibraryTable {
  const entryOf = entryLookup(data.packages);
  const standard = new Set<string>();
  for (const [name, entry] of data.packages) if (entry.standard) standard.add(topLevel(name));
  const importCosts = new FrozenMap(data.importCosts.map((cost) => [cost.name, cost]));
  const dropInsFor = dropInLookup(data.dropIns);
  return Object.freeze({
    find: (name: string) => longestPrefix(name, entryOf.find),
    dropIn: (name: string) => dropInsFor(name)[0],
    dropInsFor,
    dropIns: deepFreeze([...data.dropIns]),
    isStandardLibrary: (name: string) => standard.has(name),
    importCost: (name: string) => importCosts.get(name)?.milliseconds,
    importCosts,
    names: Object.freeze(entryOf.names),
  });
}

/** Asks `read` for the name, then for what stands before its last dot, and so on. */
export function longestPrefix<T>(name: string, read: (prefix: string) => T | undefined): T | undefined {
  for (let prefix = name; ; ) {
    const found = read(prefix);
    if (found !== undefined) return found;
    const dot = prefix.lastIndexOf(".");
    if (dot < 0) return undefined;
    prefix = prefix.slice(0, dot);
  }
}

/** What is inherited is worked out when a name is first asked for: few of the thousands known ever are. */
function entryLookup(packages: LibraryData["packages"]) {
  const drafts = new Map<string, Draft>();
  for (const [name, entry] of packages) addPackage(drafts, name, entry);
  for (const [name, entry] of packages) addCosts(drafts, name, entry);
  const entries = new Map<string, LibraryEntry>();

  function find(name: string): LibraryEntry | undefined {
    const known = entries.get(name);
    if (known) return known;
    const draft = drafts.get(name);
    if (!draft) return undefined;
    const dot = name.lastIndexOf(".");
    const above = dot < 0 ? undefined : longestPrefix(name.slice(0, dot), find);
    const category = draft.category ?? above?.category;
    const cost = draft.cost ?? above?.cost;
    const moves = draft.moves ?? above?.moves;
    const entry = Object.freeze({
      ...draft,
      ...(category !== undefined && { category }),
      ...(cost !== undefined && { cost }),
      ...(moves !== undefined && { moves }),
    });
    entries.set(name, entry);
    return entry;
  }

  return { find, names: [...drafts.keys()] };
}

function addPackage(drafts: Map<string, Draft>, name: string, entry: PackageEntry): void {
  if (entry.time !== undefined) setTime(drafts, name, entry.time);
  for (const time of ["python", "native", "io"] as const)
    for (const suffix of namesIn(entry[time] ?? "")) setTime(drafts, `${name}.${suffix}`, time);
}

function setTime(drafts: Map<string, Draft>, name: string, time: TimeKind): void {
  const known = drafts.get(name);
  if (known) known.time = time;
  else drafts.set(name, { name, time });
}

/** Costs and category may stand for names whose kind of time is inherited. */
function addCosts(drafts: Map<string, Draft>, name: string, entry: PackageEntry): void {
  const own = drafts.get(name);
  if (own) {
    if (entry.category !== undefined) own.category = entry.category;
    if (entry.moves !== undefined) own.moves = entry.moves;
    setCosts(own, entry);
  }
  for (const suffix in entry.costs) {
    const full = `${name}.${suffix}`;
    let draft = drafts.get(full);
    if (!draft) {
      const time = longestPrefix(full, (prefix) => drafts.get(prefix))?.time;
      if (time === undefined) continue;
      draft = { name: full, time };
      drafts.set(full, draft);
    }
    setCosts(draft, entry.costs[suffix] as CallCosts);
  }
}

interface CallCosts {
  readonly cost?: number;
  readonly costPerElement?: number;
}

function setCosts(draft: Draft, { cost, costPerElement }: CallCosts): void {
  if (cost !== undefined) draft.cost = cost;
  if (costPerElement !== undefined) draft.costPerElement = costPerElement;
}

function dropInLookup(dropIns: readonly DropInEntry[]): (name: string) => readonly DropInEntry[] {
  const byName = new Map<string, DropInEntry[]>();
  for (const dropIn of dropIns) byName.set(dropIn.from, [...(byName.get(dropIn.from) ?? []), dropIn]);
  return (name) =>
    longestPrefix(name, (prefix) => {
      const found = byName.get(prefix)?.filter((dropIn) => replaces(dropIn, name));
      return found && found.length > 0 ? Object.freeze(found) : undefined;
    }) ?? none;
}

const none: readonly DropInEntry[] = Object.freeze([]);

/** The package itself, and below it what the entry covers. */
function replaces({ from, covers }: DropInEntry, name: string): boolean {
  if (covers === undefined || name === from) return true;
  const rest = name.slice(from.length + 1);
  return covers.some((covered) => rest === covered || rest.startsWith(`${covered}.`));
}

function topLevel(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
}
