/** When an assessment fails a build: an advice other than `keep` of at least a given confidence, at a place that matters. */
import type { Assessment } from "../report";

export const failLevels = ["never", "high", "medium", "low"] as const;
export type FailLevel = (typeof failLevels)[number];

const order: Readonly<Record<string, number>> = { low: 0, medium: 1, high: 2 };

export function reachesLevel(assessment: Assessment, level: FailLevel): boolean {
  if (level === "never") return false;
  return assessment.hotspots.some(({ advice: [best] }) => {
    return best !== undefined && best.target !== "keep" && (order[best.confidence] as number) >= (order[level] as number);
  });
}
