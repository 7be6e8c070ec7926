/**
 * Hours to carry out an advice. The range of the rule's entry is for a place of ordinary size; size, blockers and the team's Rust experience scale
 * it. Rust needs a crate, its build and wheels once, however many places move. Held against public rewrites by `bench/effort`; docs/payoff.md
 * tells what that shows.
 */
import { lineAt } from "../base";
import type { FunctionNode } from "../graph";
import type { Knowledge } from "../knowledge";
import type { AdviceSettings, AlternativeTarget, Blocker, Effort, Evidence, HourRange } from "./contract";

/** Lines of the function that an entry's hours are meant for. */
const ordinaryLines = 30;
/** Each thing in the way adds this part of the hours. */
const hoursPerBlocker = 0.2;
/** A function twice as long takes less than twice the time: it is understood, tested and reviewed as one. Less is shared where all is written anew. */
const sizePower = { rust: 0.9, other: 0.7 } as const;
/** Outside Rust a change stays local however long the function is. */
const largestOther = 5;
const smallest = { rust: 0.2, other: 0.5 } as const;
/** Part of a function's lines that is code, as a rule: the rest is blank, comments and docstrings. */
export const codePart = 0.8;
/** Rust for a line of Python: four of five ports lie between. */
const linesForOne = { low: 1.3, high: 4.5 } as const;
/** Of the hours of an entry for Rust, for the first place of a project. */
const firstCrate: HourRange = { lowHours: 2, highHours: 8 };

export function estimateEffort(
  base: HourRange,
  target: AlternativeTarget,
  place: { readonly function: FunctionNode; readonly blockers: readonly Blocker[] },
  { knowledge, settings }: { readonly knowledge: Knowledge; readonly settings: AdviceSettings },
): Effort {
  if (target === "keep") return { lowHours: 0, highHours: 0 };
  const lines = linesOf(place.function);
  const blocked = 1 + hoursPerBlocker * new Set(place.blockers.map(({ code }) => code)).size;
  if (!needsRust(target)) {
    const size = Math.min(largestOther, Math.max(smallest.other, (lines / ordinaryLines) ** sizePower.other));
    return { lowHours: hours(base.lowHours * size * blocked), highHours: hours(base.highHours * size * blocked) };
  }
  const learning = learningFactor(knowledge, settings);
  const { lowHours, highHours, once } = rustHours(base, lines, blocked);
  return {
    lowHours: hours(lowHours * learning),
    highHours: hours(highHours * learning),
    once: { lowHours: hours(once.lowHours * learning), highHours: hours(once.highHours * learning) },
  };
}

/** For somebody fluent, not rounded: the first crate, and what the lines ask for. */
export function rustHours(base: HourRange, lines: number, blocked = 1): HourRange & { readonly once: HourRange } {
  const size = Math.max(smallest.rust, (lines / ordinaryLines) ** sizePower.rust) * blocked;
  const first = (end: keyof HourRange) => Math.min(firstCrate[end], base[end] / 2);
  const all = (end: keyof HourRange) => first(end) + (base[end] - first(end)) * size;
  return {
    lowHours: all("lowHours"),
    highHours: all("highHours"),
    once: { lowHours: first("lowHours"), highHours: first("highHours") },
  };
}

/** What the hours are for, so that whoever reads them can judge. */
export function linesToWrite({ file, fact }: FunctionNode): Evidence {
  const lines = linesOf({ file, fact });
  const { low, high } = rustLines(lines * codePart);
  return { message: `For ${lines} ${lines === 1 ? "line" : "lines"} of Python, expect ${low} to ${high} lines of Rust.` };
}

/** Lines of Rust in place of so many lines of Python code: ports say what they replaced, see `bench/effort`. */
export function rustLines(python: number): { readonly low: number; readonly high: number } {
  return { low: twoDigits(python * linesForOne.low), high: twoDigits(python * linesForOne.high) };
}

/** Whole lines, with two digits that count. */
function twoDigits(value: number): number {
  return Math.max(1, Math.round(Number(value.toPrecision(2))));
}

/** Of several places together: what is needed once is counted once. */
export function combineEfforts(efforts: readonly Effort[]): HourRange {
  const together = (end: keyof HourRange) =>
    hours(
      efforts.reduce((sum, it) => sum + it[end] - (it.once?.[end] ?? 0), 0) + Math.max(0, ...efforts.map(({ once }) => once?.[end] ?? 0)),
    );
  return { lowHours: together("lowHours"), highHours: together("highHours") };
}

function linesOf({ file, fact }: Pick<FunctionNode, "file" | "fact">): number {
  return lineAt(file.lineStarts, fact.end) - lineAt(file.lineStarts, fact.start) + 1;
}

/** Whether the hours grow with inexperience in Rust. */
export function needsRust(target: AlternativeTarget): boolean {
  return target === "pyo3";
}

/** How much longer the team takes than one that is fluent. */
function learningFactor(knowledge: Knowledge, settings: AdviceSettings): number {
  return knowledge.framework.learningPhases.find(({ id }) => id === settings.rustExperience)?.effortFactor ?? 1;
}

function hours(value: number): number {
  return value < 1 ? Math.round(value * 10) / 10 : value < 10 ? Math.round(value * 2) / 2 : Math.round(value);
}
