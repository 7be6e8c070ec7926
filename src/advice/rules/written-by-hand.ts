import type { CounterpartEntry } from "../../knowledge";
import type { LoopView, RuleContext } from "../contract";
import { type FoundCounterpart, findCounterparts } from "../counterparts/find-counterparts";
import { defineRule } from "../define-rule";
import { isCalledOften } from "../patterns/called-often";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";
import { classifyCode } from "../payoff/classify-code";
import { wholeProgramGain } from "../payoff/predict-speedup";

/** Below this a loop is not what the function's time goes to. */
const leastPart = 0.05;
/** Of the whole function: below it, what compiling gains may count for more. */
const leastGain = 1.2;
const wholePart = 0.6;
const mostWaiting = 0.3;

/** Code for which the standard library, NumPy or another library has a function with a native core. */
export const rule = defineRule({
  id: "written-by-hand",
  code: "BE213",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    const { cold, mix } = context.functionHeat;
    if (cold !== undefined) return;
    for (const found of findCounterparts(context)) {
      const { entry, range } = found;
      const loop = loopOf(found, context);
      if (!isInPython(entry, context) || !repeats(found, loop, context)) continue;
      const part = partOf(found, loop, context);
      const isMinor = wholeProgramGain(entry.speedup, part).mid < leastGain;
      // Where it is nearly all that the function does, or what the project spends its time in, no reason to leave the rest as it is speaks against it.
      const isWhole = entry.confidence === "high" && (part >= wholePart || isTheLibraryCall(found, context)) && mix.io < mostWaiting;
      yield {
        range,
        loop: loop?.fact.index,
        target: entry.target,
        kind: classifyCode(context),
        message: `This is ${entry.what} written by hand; ${entry.use}.`,
        // A small part of what the function does is worth a word, after what gains more.
        confidence: isMinor ? "medium" : entry.confidence,
        speedup: entry.speedup,
        effort: entry.effort,
        sources: entry.sources,
        evidence: [...(loop === undefined ? [] : [tripsEvidence(loop, context)]), ...entry.notes.map((message) => ({ message }))],
        alternatives: ["pyo3"],
        isFinding: !isMinor,
        part,
        precedence: isMinor ? "generic" : isWhole ? "evident" : undefined,
      };
    }
  },
});

/** The outermost loop of what was found, or the innermost around it that runs often. */
function loopOf({ range, isWholeFunction }: FoundCounterpart, context: RuleContext): LoopView | undefined {
  const { loops } = context;
  if (isWholeFunction) return loops.find(({ fact }) => fact.depth === 1);
  const inside = loops.find(({ fact }) => range.start <= fact.start && fact.end <= range.end);
  if (inside !== undefined && runsOften(inside, context)) return inside;
  return loops.findLast((it) => it.fact.start <= range.start && range.end <= it.fact.end && runsOften(it, context)) ?? inside;
}

/** What the project may run on has it. */
function isInPython({ requiresPython }: CounterpartEntry, { settings: { python } }: RuleContext): boolean {
  if (requiresPython === undefined || python === undefined) return true;
  const [major, minor] = requiresPython.split(".").map(Number) as [number, number];
  return python[0] > major || (python[0] === major && python[1] >= minor);
}

function repeats({ isWholeFunction, entry }: FoundCounterpart, loop: LoopView | undefined, context: RuleContext): boolean {
  if (entry.loops === true || (loop !== undefined && runsOften(loop, context))) return true;
  return (isWholeFunction && context.functionHeat.recursive !== undefined) || isCalledOften(context.function.id, context);
}

/** It is a call of a library, and libraries are what the project's time goes to. */
function isTheLibraryCall({ range }: FoundCounterpart, { expressions, externalName, heat }: RuleContext): boolean {
  const isCall = expressions.some(
    (it) => it.kind === "call" && it.start === range.start && it.end === range.end && externalName(it.callee) !== undefined,
  );
  return isCall && (heat.bound.kind === "library" || heat.bound.kind === "native");
}

/** Of the function's own time, by how often its expressions run; at a guess half of the loop that the shape is a part of. */
function partOf({ range, entry, isWholeFunction }: FoundCounterpart, loop: LoopView | undefined, context: RuleContext): number {
  const { loops, expressions, loopAt } = context;
  if (isWholeFunction || (loop === undefined && entry.loops === true)) return 1;
  const isLoop = loops.some(({ fact }) => range.start <= fact.start && fact.end <= range.end);
  const place = isLoop || loop === undefined ? range : loop.fact;
  let inside = 0;
  let all = 1;
  for (const { start, end } of expressions) {
    const often = loopAt(start)?.heat.iterations ?? 1;
    all += often;
    if (place.start <= start && end <= place.end) inside += often;
  }
  return Math.max(leastPart, (inside / all) * (isLoop || entry.heart === true ? 1 : 0.5));
}
