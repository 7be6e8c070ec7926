/** Short phrases about a hotspot, the same in hints, lenses, hovers and messages. */
import { type Hotspot, type HotspotAdvice, movableShare, rankingShare } from "../report";

const targetNames: Record<string, string> = {
  keep: "Python",
  stdlib: "the standard library",
  numpy: "NumPy",
  polars: "Polars",
  library: "a library",
  pyo3: "Rust",
  numba: "Numba",
  mypyc: "mypyc",
  cython: "Cython",
  threads: "threads",
  algorithm: "a better algorithm",
};

export function targetName(target: string): string {
  return targetNames[target] ?? target;
}

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

/** `12 %`, `1.5 %`, `under 0.1 %`. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return "under 0.1 %";
  return `${value < 9.95 ? trimZero(value.toFixed(1)) : Math.round(value)} %`;
}

/** `12-40x`; one figure when both ends read the same. */
export function speedupText(speedup: { readonly low: number; readonly high: number }): string {
  const low = factor(speedup.low);
  const high = factor(speedup.high);
  return low === high ? `${low}x` : `${low}-${high}x`;
}

/** `about 6 h`, `about 30 min`, from the middle of the range. */
export function effortText({ lowHours, highHours }: { readonly lowHours: number; readonly highHours: number }): string {
  const hours = (lowHours + highHours) / 2;
  if (hours < 0.95) return `about ${Math.max(5, Math.round((hours * 60) / 5) * 5)} min`;
  return `about ${hours < 9.5 ? trimZero((Math.round(hours * 2) / 2).toFixed(1)) : Math.round(hours)} h`;
}

/** `6-12 h`. */
export function hoursText({ lowHours, highHours }: { readonly lowHours: number; readonly highHours: number }): string {
  const low = factor(lowHours);
  const high = factor(highHours);
  return low === high ? `${low} h` : `${low}-${high} h`;
}

/** What a lens says after the share: `12-40x in Rust · about 6 h`, or why nothing pays. */
export function adviceText(advice: HotspotAdvice): string {
  if (advice.target === "keep") return "best left in Python";
  return `${speedupText(advice.speedup)} with ${targetName(advice.target)} · ${effortText(advice.effort)}`.replace(
    " with Rust",
    " in Rust",
  );
}

function factor(value: number): string {
  return value < 9.95 ? trimZero(value.toFixed(1)) : String(Math.round(value));
}

function trimZero(text: string): string {
  return text.replace(/\.0$/, "");
}
