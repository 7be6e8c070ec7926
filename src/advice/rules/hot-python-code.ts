import { findBlockers } from "../blockers/find-blockers";
import type { AlternativeTarget, Evidence, RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { isCalledOften } from "../patterns/called-often";
import { isComputingCore } from "../patterns/computing-core";
import { tinyTrips } from "../patterns/loop-expressions";
import { matchesInSteps } from "../patterns/matching-steps";
import { isWorkUnseen } from "../patterns/unseen-work";
import { classifyCode } from "../payoff/classify-code";

/**
 * Below this estimated share a place is noise. It is low because estimates spread thinner than measured time: trip counts are damped, and
 * functions with a twentieth of the measured time come out at half a percent. What the place gains alone is told beside it.
 */
const leastShare = 0.005;
/** Measured time is what it is. */
const leastMeasuredShare = 0.02;
/** Code further down the ranking is noise of the estimate. */
const lastRank = 30;
/** With less of it in the interpreter, moving gains at most 1.7 times. */
const leastPythonPart = 0.4;
/** Estimated calls per run from which a function without loops counts as repeated. */
const leastFrequency = 3;
/** Share from which code counts as repeated when the entry points are not known. */
const leastUnknownShare = 0.01;

const alternatives: readonly AlternativeTarget[] = ["mypyc", "cython", "numba", "stdlib"];

/** Hot code of the project's own that no particular pattern fits: it can still move, with the modest gain of its kind. */
export const rule = defineRule({
  id: "hot-python-code",
  code: "BE601",
  target: "pyo3",
  precedence: "generic",
  *check(context) {
    const { function: node, functionHeat, share, rank, heat, isMeasured } = context;
    if (heat.bound.kind !== "own-python" && !(isMeasured && isComputingCore(context))) return;
    const { python, native } = functionHeat.mix;
    if (
      python + (matchesInSteps(context) ? native : 0) < leastPythonPart ||
      share < (isMeasured ? leastMeasuredShare : leastShare) ||
      rank > lastRank
    )
      return;
    if (node.fact.index === 0 || !repeats(context) || isWorkUnseen(context)) return;
    const blockers = findBlockers(context);
    yield {
      range: node.fact.nameRange,
      kind: classifyCode(context),
      message:
        "It keeps the interpreter busy. Where no cheaper cure fits, compile it, first with mypyc where types allow, then in Rust together with what it calls.",
      confidence: share >= 0.1 && blockers.length <= 2 ? "medium" : "low",
      blockers,
      evidence: evidenceOf(context),
      alternatives,
    };
  },
});

/** Code that runs once from top to bottom is not hot, whatever its share of a small program; where it is not known what runs, a large share counts. */
function repeats(context: RuleContext): boolean {
  const { function: node, functionHeat, loops, share, heat, isMeasured } = context;
  return (
    // Time was measured in it that a single pass without a loop could not take.
    isMeasured ||
    loops.some((loop) => !loop.heat.trips.exact || loop.heat.trips.mid > tinyTrips) ||
    functionHeat.recursive !== undefined ||
    functionHeat.frequency >= leastFrequency ||
    (heat.confidence.level === "low" && share >= leastUnknownShare) ||
    isCalledOften(node.id, context)
  );
}

function evidenceOf({ functionHeat, lineOf, function: node }: RuleContext): Evidence[] {
  const { python } = functionHeat.mix;
  return [
    { message: `about ${Math.round(python * 100)} % of its own time is interpreter work`, line: lineOf(node.fact.nameRange.start) },
    ...(functionHeat.recursive === undefined ? [] : [{ message: "it calls itself" }]),
  ];
}
