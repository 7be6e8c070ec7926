/** How often Breakeven's first advice for a kernel is the version that was measured best, or within a quarter of it. */
import type { Target } from "../../src/advice";
import type { MeasuredKernel } from "./samples";

export interface RankedKernel {
  readonly kernel: string;
  readonly kind: string;
  readonly advised: Target;
  /** Measured speedup of what was advised: 1 for leaving it; undefined where the kernel has no such version. */
  readonly gained?: number;
  readonly best: { readonly target: string; readonly speedup: number };
  /** `best`: within 25 % of the best. `right`: leaving it where no version gains half as much again. */
  /** The best, or one within 25 % of it, is the first advice or one of its alternatives. */
  readonly isNamed: boolean;
  readonly outcome: "best" | "right to leave" | "gains less" | "wrong to leave" | "no such version";
}

const withinQuarter = 0.75;
/** Below this a move is not worth it. */
const worthwhile = 1.5;

/** At the large size, where the work outweighs the call. */
export function judgeRanking({ name, measurement, assessed }: MeasuredKernel): RankedKernel {
  const { times } = measurement.sizes.at(-1) as MeasuredKernel["measurement"]["sizes"][number];
  const speedups = new Map<string, number>();
  for (const [version, { speedup, wall }] of Object.entries(times)) {
    if (speedup === undefined) continue;
    const base = version.replace(" prepared", "");
    const target = base === "rust" ? "pyo3" : base;
    speedups.set(target, Math.max(speedups.get(target) ?? 0, wall ?? speedup));
  }
  const [target, speedup] = [...speedups].sort(([, a], [, b]) => b - a)[0] ?? ["keep", 1];
  const first = assessed.hotspots[0]?.advice[0];
  const advised = first?.target ?? "keep";
  const gained = advised === "keep" ? 1 : speedups.get(advised);
  const named = [advised, ...(first?.alternatives ?? []).map((it) => it.target)].map((it) => (it === "keep" ? 1 : (speedups.get(it) ?? 0)));
  return {
    kernel: name,
    kind: measurement.kind,
    advised,
    gained,
    best: { target, speedup },
    isNamed: Math.max(...named) >= withinQuarter * speedup,
    outcome: outcomeOf(advised, gained, speedup),
  };
}

function outcomeOf(advised: Target, gained: number | undefined, best: number): RankedKernel["outcome"] {
  if (advised === "keep") return best < worthwhile ? "right to leave" : "wrong to leave";
  if (gained === undefined) return "no such version";
  return gained >= withinQuarter * best ? "best" : "gains less";
}
