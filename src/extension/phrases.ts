/** Figures and names in the words and the language of the panel, so that tree, status bar and panel say the same. */
import * as vscode from "vscode";
import { createFormat, stringsFor } from "../panel";
import type { HotspotAdvice } from "../report";

const { strings, locale } = stringsFor(vscode.env.language);
const format = createFormat(locale, strings);

export const { percent } = format;

export function targetName(target: HotspotAdvice["target"]): string {
  return strings.target[target] ?? target;
}

export function speedup(advice: HotspotAdvice): string {
  return format.times(advice.speedup);
}

export function recommendationName(recommendation: keyof typeof strings.recommendation): string {
  return strings.recommendation[recommendation];
}

export function confidenceText(confidence: keyof typeof strings.confidence): string {
  return strings.confidence[confidence];
}
