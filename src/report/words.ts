/** Numbers and names as people say them, for every text renderer. */
import { targetWords } from "../advice";
import type { Assessment } from "./assessment";

export { targetWords } from "../advice";

export const recommendationNames: Readonly<Record<Assessment["verdict"]["recommendation"], string>> = {
  "stay-python": "Stay in Python",
  hybrid: "Hybrid: Python with a native core",
  "dataframe-engine": "Use a data frame engine",
  "use-library": "Use a library that is already fast",
  "rust-service": "A service or tool in Rust",
  "not-enough-evidence": "Not enough evidence yet",
};

const boundSentences: Readonly<Record<Assessment["verdict"]["bound"], string>> = {
  "own-python": "What computes is mostly the project's own Python code.",
  native: "What computes is mostly native code of libraries.",
  library: "What computes is mostly Python code of libraries.",
  io: "It is mostly waiting for network, files or databases.",
  unknown: "",
};

/** As a label: without an article. */
export function targetName(target: keyof typeof targetWords): string {
  return target === "keep" ? "leave in Python" : targetWords[target].replace(/^(an?|the) /, "");
}

export function recommendationName(recommendation: keyof typeof recommendationNames): string {
  return recommendationNames[recommendation];
}

/** Where the time goes: kinds with a part in it, biggest first, and what that means. Empty when that is not known. */
export function timeSentence({ project, verdict, profile }: Pick<Assessment, "project" | "verdict" | "profile">): string {
  const { python, native, io } = project.mix;
  const kinds: readonly (readonly [number, string])[] = [
    [python, "Python"],
    [native, "native code"],
    [io, "waiting"],
  ];
  const parts = kinds
    .filter(([share]) => share >= 0.001)
    .sort(([a], [b]) => b - a)
    .map(([share, name]) => `${percent(share)} ${name}`);
  if (parts.length === 0 || verdict.bound === "unknown") return "";
  const basis =
    profile?.ranks !== true ? "estimated" : profile.mix.native > 0 ? "measured" : "measured; native code as the source suggests";
  return `Where the time goes (${basis}): ${parts.join(", ")}. ${boundSentences[verdict.bound]}`;
}

/** `12 %`, `1.5 %`, `<0.1 %`. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return "<0.1 %";
  return `${value >= 9.95 ? value.toFixed(0) : Number(value.toFixed(1))} %`;
}

/** `12-40x`; one figure when both ends read the same. Two digits: more would claim what no estimate knows. */
export function speedupRange({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${span(factor(low), factor(high))}x`;
}

export function effortRange({ lowHours, highHours }: { readonly lowHours: number; readonly highHours: number }): string {
  return highHours === 0 ? "none" : `${span(hours(lowHours), hours(highHours))} h`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** Control characters of names and messages would steer the terminal that prints them. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (it) => {
    const code = it.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`;
  });
}

/** Skipped places by reason, most frequent first. */
export function skippedByReason(
  skipped: Assessment["project"]["skipped"],
): { readonly reason: string; readonly paths: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { path, reason } of skipped) {
    const paths = groups.get(reason) ?? [];
    paths.push(path);
    groups.set(reason, paths);
  }
  return [...groups].map(([reason, paths]) => ({ reason, paths })).sort((a, b) => b.paths.length - a.paths.length);
}

function span(low: string, high: string): string {
  return low === high ? low : `${low}-${high}`;
}

/** A gain of a few per cent keeps them: 1.04 is not nothing. */
function factor(value: number): string {
  if (value > 1 && value < 1.095) return value < 1.005 ? "1" : value.toFixed(2);
  return value >= 10 ? Number(value.toPrecision(2)).toLocaleString("en") : String(Number(value.toFixed(1)));
}

function hours(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(1)));
}
