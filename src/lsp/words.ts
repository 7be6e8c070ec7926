/** Short phrases about a hotspot, the same in hints, lenses, hovers and messages; numbers and names are said as in the reports. */
import { type Hotspot, type HotspotAdvice, movableShare, percent, rankingShare, speedupRange, targetWords } from "../report";

/**
 * `12 % of CPU (estimated)`, `31 % of CPU (measured)`, and whether the text was edited since; where the advice replaces what libraries
 * do, their time is in it.
 */
export function shareText(hotspot: Hotspot): string {
  const movable = movableShare(hotspot);
  if (movable - rankingShare(hotspot) >= 0.005) return `${percent(movable)} of CPU with the libraries it calls (${basisText(hotspot)})`;
  return `${percent(rankingShare(hotspot))} of CPU (${basisText(hotspot)})`;
}

function basisText({ measured }: Hotspot): string {
  if (measured === undefined) return "estimated";
  return measured.isStale === true ? "measured before the last edits" : "measured";
}

/** `31 % of CPU, 84 % with callees (measured)`: a function that calls others is known by both. */
export function totalText(share: number, total: number, isStale: boolean): string {
  const basis = isStale ? "measured before the last edits" : "measured";
  if (total - share < 0.005) return `${percent(share)} of CPU (${basis})`;
  return `${percent(share)} of CPU, ${percent(total)} with callees (${basis})`;
}

/** What a lens says after the share: `12-40x in Rust · about 6 h`, or why nothing pays. */
export function adviceText({ target, speedup, effort }: HotspotAdvice): string {
  if (target === "keep") return "best left in Python";
  return `${speedupRange(speedup)} ${target === "pyo3" ? "in Rust" : `with ${targetWords[target]}`} · ${effortText(effort)}`;
}

/** `about 6 h`, `about 30 min`, from the middle of the range. */
export function effortText({ lowHours, highHours }: HotspotAdvice["effort"]): string {
  const hours = (lowHours + highHours) / 2;
  if (hours < 0.95) return `about ${Math.max(5, Math.round((hours * 60) / 5) * 5)} min`;
  return `about ${hours < 9.5 ? Math.round(hours * 2) / 2 : Math.round(hours)} h`;
}
