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
  const entries = buildEntries(data.packages);
  const standard = new Set(data.packages.filter(([, entry]) => entry.standard).map(([name]) => topLevel(name)));
  const importCosts = new FrozenMap(data.importCosts.map((cost) => [cost.name, cost]));
  const dropInsFor = dropInLookup(data.dropIns);
  return Object.freeze({
    find: (name: string) => longestPrefix(name, (prefix) => entries.get(prefix)),
    dropIn: (name: string) => dropInsFor(name)[0],
    dropInsFor,
    dropIns: deepFreeze([...data.dropIns]),
    isStandardLibrary: (name: string) => standard.has(name),
    importCost: (name: string) => importCosts.get(name)?.milliseconds,
    importCosts,
    names: Object.freeze([...entries.keys()]),
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

function buildEntries(packages: LibraryData["packages"]): ReadonlyMap<string, LibraryEntry> {
  const drafts = new Map<string, Draft>();
  for (const [name, entry] of packages) addPackage(drafts, name, entry);
  for (const [name, entry] of packages) addCosts(drafts, name, entry);
  const entries = new Map<string, LibraryEntry>();
  // Shorter names first, so that what is inherited is there already.
  for (const draft of [...drafts.values()].sort((a, b) => a.name.length - b.name.length)) {
    const above = parentOf(draft.name, entries);
    const category = draft.category ?? above?.category;
    const cost = draft.cost ?? above?.cost;
    entries.set(draft.name, Object.freeze({ ...draft, ...(category !== undefined && { category }), ...(cost !== undefined && { cost }) }));
  }
  return entries;
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
  if (own) Object.assign(own, defined({ category: entry.category, cost: entry.cost, costPerElement: entry.costPerElement }));
  for (const [suffix, costs] of Object.entries(entry.costs ?? {})) {
    const full = `${name}.${suffix}`;
    const time = longestPrefix(full, (prefix) => drafts.get(prefix))?.time;
    if (time === undefined) continue;
    const draft = drafts.get(full) ?? { name: full, time };
    drafts.set(full, Object.assign(draft, defined(costs)));
  }
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function parentOf(name: string, entries: ReadonlyMap<string, LibraryEntry>): LibraryEntry | undefined {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? undefined : longestPrefix(name.slice(0, dot), (prefix) => entries.get(prefix));
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
