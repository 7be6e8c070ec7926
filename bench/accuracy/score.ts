/** The two measures of the truth folder's score.py, for rankings in memory; `run.ts` prints what score.py itself says. */
import type { TruthFunction, TruthProgram } from "./truth";

/** A place in a ranking, best first. */
export interface RankedSpot {
  readonly path: string;
  readonly qualname: string;
  readonly startLine: number;
  readonly endLine: number;
}

export interface Score {
  /** Self time of the truth functions among the first five / self time of the five hottest. */
  readonly coverage5: number;
  /** How many of the five hottest are among the first ten. */
  readonly recall5: number;
}

export function scoreRanking(program: TruthProgram, spots: readonly RankedSpot[]): Score {
  const found = ownersOf(program.functions, spots, program.source.roots);
  return { coverage5: coverage(program.functions, found, 5), recall5: recall(program.functions, found) };
}

function coverage(functions: readonly TruthFunction[], found: readonly number[], k: number): number {
  const best = functions
    .map((item) => item.self)
    .sort((left, right) => right - left)
    .slice(0, k)
    .reduce((sum, self) => sum + self, 0);
  let got = 0;
  for (const [index, item] of functions.entries()) if (inFirst(found[index], k)) got += item.self;
  return best === 0 ? 0 : Math.min(1, got / best);
}

function recall(functions: readonly TruthFunction[], found: readonly number[]): number {
  const top = functions
    .map((item, index) => ({ index, self: item.self }))
    .sort((left, right) => right.self - left.self)
    .slice(0, 5);
  return top.length === 0 ? 0 : top.filter((item) => inFirst(found[item.index], 10)).length / top.length;
}

function inFirst(place: number | undefined, k: number): boolean {
  return place !== undefined && place >= 0 && place < k;
}

/** For each truth function the place of the spot that stands for it, -1 for none. */
export function ownersOf(functions: readonly TruthFunction[], spots: readonly RankedSpot[], roots: readonly string[]): readonly number[] {
  const byPath = new Map<string, number[]>();
  for (const [index, spot] of spots.entries()) {
    const path = canonicalPath(spot.path, roots);
    const list = byPath.get(path);
    if (list) list.push(index);
    else byPath.set(path, [index]);
  }
  const found = functions.map(() => -1);
  const claims = new Map<number, number[]>();
  for (const [j, item] of functions.entries()) {
    const here = byPath.get(canonicalPath(item.path, roots)) ?? [];
    const same = here.filter((i) => spots[i]?.qualname === item.qualname);
    if (item.qualname === "<module>") {
      found[j] = same[0] ?? -1;
      continue;
    }
    const inside = here.filter((i) => contains(spots[i] as RankedSpot, item.line));
    const named = inside.filter((i) => same.includes(i));
    const claiming = named.length > 0 ? named : inside;
    if (claiming.length === 0) found[j] = same[0] ?? -1;
    else {
      const owner = claiming.reduce((best, i) => (length(spots[i]) < length(spots[best]) ? i : best));
      if (named.length > 0) found[j] = owner;
      claims.set(owner, [...(claims.get(owner) ?? []), j]);
    }
  }
  for (const [i, group] of claims) {
    // A spot claims one function and that function's closures, never a whole class or file.
    const name = spots[i]?.qualname;
    group.sort(
      (a, b) =>
        Number(functions[a]?.qualname !== name) - Number(functions[b]?.qualname !== name) || line(functions, a) - line(functions, b),
    );
    const head = functions[group[0] as number]?.qualname as string;
    for (const j of group) if (j === group[0] || functions[j]?.qualname.startsWith(`${head}.`)) found[j] = i;
  }
  return found;
}

function line(functions: readonly TruthFunction[], index: number): number {
  return functions[index]?.line ?? 0;
}

function length(spot: RankedSpot | undefined): number {
  return spot === undefined ? 0 : spot.endLine - spot.startLine;
}

function contains(spot: RankedSpot, at: number): boolean {
  return spot.qualname !== "<module>" && spot.startLine <= at && at <= spot.endLine;
}

function canonicalPath(path: string, roots: readonly string[]): string {
  const sorted = roots.map((root) => root.replace(/^\/+|\/+$/g, "")).sort((left, right) => right.length - left.length);
  for (const root of sorted) {
    const parts = root.split("/");
    for (let i = 0; i < parts.length; i++) {
      const tail = parts.slice(i).join("/");
      if (path === tail || path.startsWith(`${tail}/`)) return (parts.at(-1) as string) + path.slice(tail.length);
    }
  }
  return roots.length === 1 ? `${(sorted[0] as string).split("/").at(-1)}/${path}` : path;
}
