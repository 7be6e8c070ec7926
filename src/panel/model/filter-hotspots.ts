/** Which hotspots the list shows, and in which order. */
import { type Hotspot, isWorthMoving, rankingShare } from "../../report";
import type { ViewState } from "../view-state";

export type HotspotFilter = Pick<ViewState, "text" | "target" | "confidence" | "folder" | "worthOnly" | "sort" | "descending">;

export type SortKey = ViewState["sort"];

/** Keeps the given order for equal keys; `all` filters nothing. */
export function filterHotspots(hotspots: readonly Hotspot[], filter: HotspotFilter): readonly Hotspot[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = hotspots.filter((hotspot) => {
    const best = hotspot.advice[0]!;
    if (filter.target !== "all" && best.target !== filter.target) return false;
    if (filter.confidence !== "all" && best.confidence !== filter.confidence) return false;
    if (filter.folder !== "all" && folderOf(hotspot.path) !== filter.folder && !hotspot.path.startsWith(`${filter.folder}/`)) return false;
    if (filter.worthOnly && !isWorthMoving(hotspot)) return false;
    const haystack = `${hotspot.path} ${hotspot.qualname}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
  const keyOf = sortKeys[filter.sort];
  const sign = filter.descending ? -1 : 1;
  const keyed = shown.map((hotspot) => ({ hotspot, key: keyOf(hotspot) }));
  return keyed.sort((a, b) => sign * compare(a.key, b.key)).map(({ hotspot }) => hotspot);
}

/** Folders that hold hotspots, with the folders above them, in order. */
export function foldersOf(hotspots: readonly Hotspot[]): readonly string[] {
  const folders = new Set<string>();
  for (const { path } of hotspots) {
    for (let folder = folderOf(path); folder !== "."; folder = folderOf(folder)) folders.add(folder);
  }
  return [...folders].sort();
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash);
}

/** The direction in which a column is looked at first. */
export function startsDescending(key: SortKey): boolean {
  return key === "heat" || key === "speedup" || key === "whole";
}

const sortKeys: Record<SortKey, (hotspot: Hotspot) => number | string> = {
  rank: (hotspot) => hotspot.rank,
  heat: rankingShare,
  name: (hotspot) => `${hotspot.qualname} ${hotspot.path}`.toLowerCase(),
  speedup: (hotspot) => hotspot.advice[0]!.speedup.mid,
  whole: (hotspot) => hotspot.advice[0]!.wholeProgram.mid,
  effort: (hotspot) => hotspot.advice[0]!.effort.lowHours + hotspot.advice[0]!.effort.highHours,
};

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
