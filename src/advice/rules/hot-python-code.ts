import { findBlockers } from "../blockers/find-blockers";
import type { AlternativeTarget, Evidence, RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { tinyTrips } from "../patterns/loop-expressions";
import { classifyCode } from "../payoff/classify-code";

/** Below this share not even an infinite speedup is felt. */
const leastShare = 0.02;
/** Where source does not tell what is run, shares are spread thin, and even half a percent may be the real hotspot. */
const leastSpreadShare = 0.005;
/** Code further down the ranking is noise of the estimate. */
const lastRank = 30;
const leastPythonPart = 0.6;
/** Estimated calls per run from which a function without loops counts as repeated; estimates are damped, so a loop around a call gives little more than one. */
const leastFrequency = 1.5;
/** Share from which code counts as repeated when the entry points are not known. */
const leastUnknownShare = 0.03;

const alternatives: readonly AlternativeTarget[] = ["mypyc", "cython", "numba", "stdlib"];

/** Hot code of the project's own that no particular pattern fits: it can still move, with the modest gain of its kind. */
export const rule = defineRule({
  id: "hot-python-code",
  code: "BE601",
  target: "pyo3",
  precedence: "generic",
  *check(context) {
    const { function: node, functionHeat, share, rank, heat } = context;
    const least = heat.confidence.level === "low" ? leastSpreadShare : leastShare;
    if (functionHeat.mix.python < leastPythonPart || share < least || rank > lastRank) return;
    if (node.fact.index === 0 || !repeats(context)) return;
    const blockers = findBlockers(context);
    yield {
      range: node.fact.nameRange,
      kind: classifyCode(context),
      message:
        "Hot interpreter work without a pattern of its own: compile it, first with mypyc where types allow, then in Rust together with what it calls.",
      confidence: share >= 0.1 && blockers.length <= 2 ? "medium" : "low",
      blockers,
      evidence: evidenceOf(context),
      alternatives,
    };
  },
});

/** Code that runs once from top to bottom is not hot, whatever its share of a small program; where it is not known what runs, a large share counts. */
function repeats({ functionHeat, loops, share, heat: project }: RuleContext): boolean {
  const isLooping = loops.some(({ heat }) => !heat.trips.exact || heat.trips.mid > tinyTrips);
  return (
    isLooping ||
    functionHeat.recursive !== undefined ||
    functionHeat.frequency >= leastFrequency ||
    (project.confidence.level === "low" && share >= leastUnknownShare)
  );
}

function evidenceOf({ functionHeat, lineOf, function: node }: RuleContext): Evidence[] {
  const { python } = functionHeat.mix;
  return [
    { message: `about ${Math.round(python * 100)} % of its own time is interpreter work`, line: lineOf(node.fact.nameRange.start) },
    ...(functionHeat.recursive === undefined ? [] : [{ message: "it calls itself" }]),
  ];
}
