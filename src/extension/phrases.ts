/** Short localised phrases about hotspots. */
import * as vscode from "vscode";
import type { HotspotAdvice } from "../report";

export function percent(share: number): string {
  const value = share * 100;
  return vscode.l10n.t("{0} %", value < 9.95 ? Number(value.toFixed(1)) : Math.round(value));
}

export function targetName(target: HotspotAdvice["target"]): string {
  const names: Record<HotspotAdvice["target"], string> = {
    keep: vscode.l10n.t("stays in Python"),
    stdlib: vscode.l10n.t("standard library"),
    numpy: "NumPy",
    polars: "Polars",
    library: vscode.l10n.t("library"),
    pyo3: "Rust",
  };
  return names[target];
}

export function speedup(advice: HotspotAdvice): string {
  const factor = (value: number) => String(value < 9.95 ? Number(value.toFixed(1)) : Math.round(value));
  const [low, high] = [factor(advice.speedup.low), factor(advice.speedup.high)];
  return low === high ? `${low}×` : `${low}–${high}×`;
}

export function recommendationName(recommendation: string): string {
  const names: Record<string, string> = {
    "stay-python": vscode.l10n.t("Stay in Python"),
    hybrid: vscode.l10n.t("Move hot spots to Rust"),
    "dataframe-engine": vscode.l10n.t("Use a dataframe engine"),
    "use-library": vscode.l10n.t("Use an existing library"),
    "rust-service": vscode.l10n.t("Write a Rust service"),
    "not-enough-evidence": vscode.l10n.t("Not enough evidence"),
  };
  return names[recommendation] ?? recommendation;
}

export function confidenceText(confidence: "high" | "medium" | "low"): string {
  if (confidence === "high") return vscode.l10n.t("high confidence");
  return confidence === "medium" ? vscode.l10n.t("medium confidence") : vscode.l10n.t("low confidence");
}
