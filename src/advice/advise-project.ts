/** Runs the rules over the hottest functions and makes each match a whole answer: figure, bound, effort, what is in the way. */
import type { FunctionId } from "../graph";
import type { FunctionHeat } from "../heat";
import { compareRankings, type MeasuredProfile } from "../profile";
import { applyProfile, measuredHotspot, rankingProfile } from "./apply-profile";
import type { AdviceInput, AdviceResult, AdvisedHotspot, LineFinding, RuleContext } from "./contract";
import { createContext } from "./create-context";
import type { Rule, RuleMatch } from "./define-rule";
import { makeAdvice } from "./make-advice";
import { orderAdvice, type RatedAdvice } from "./order-advice";
import { forOldestPython } from "./python-versions";
import { rules as allRules } from "./rules";
import { readSuppressions, type Suppressions } from "./suppressions";
import { decideVerdict } from "./verdict";

/** Pure; every hotspot gets at least one advice. A profile that ranks decides the order, the shares and what limits the project. */
export function adviseProject(asked: AdviceInput): AdviceResult {
  const steps = adviseProjectInSteps(asked);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, stopping after each function, so that whoever drives it can let others have their turn. */
export function* adviseProjectInSteps(asked: AdviceInput): Generator<void, AdviceResult> {
  const input = applyProfile(asked);
  const profile = rankingProfile(input);
  const suppressions = readSuppressions(input.graph, input.settings, allRules);
  const findings: LineFinding[] = [];
  const hotspots: AdvisedHotspot[] = [];
  for (const [index, id] of rankedFunctions(input, profile).entries()) {
    yield;
    const heat = input.heat.functions[id] as FunctionHeat;
    hotspots.push(adviseFunction(createContext(input, id, index + 1), heat, suppressions, findings, measuredHotspot(id, profile)));
  }
  yield;
  return {
    hotspots,
    findings,
    suppressionProblems: suppressions.problems,
    verdict: decideVerdict(input, hotspots),
    heat: input.heat,
    ...(input.measured === undefined
      ? {}
      : { profile: { measured: input.measured, agreement: compareRankings(input.measured, asked.heat.ranking) } }),
  };
}

/** Measured own time first, between equals that in libraries and that with all callees; what has none follows as it is estimated. */
function rankedFunctions({ heat, settings }: AdviceInput, profile: MeasuredProfile | undefined): FunctionId[] {
  const seen = [...(profile?.functions ?? [])].filter(([, { withLibraries }]) => withLibraries > 0);
  const ordered = seen.sort(
    ([a, one], [b, other]) => other.self - one.self || other.withLibraries - one.withLibraries || other.total - one.total || a - b,
  );
  const measured = new Set(ordered.map(([id]) => id));
  const ranked = [...measured].slice(0, settings.hotspotLimit);
  for (const id of heat.ranking) {
    if (ranked.length >= settings.hotspotLimit) break;
    if (!measured.has(id) && (heat.functions[id]?.heat ?? 0) > 0) ranked.push(id);
  }
  return ranked;
}

function adviseFunction(
  context: RuleContext,
  heat: FunctionHeat,
  suppressions: Suppressions,
  findings: LineFinding[],
  measured: AdvisedHotspot["measured"],
): AdvisedHotspot {
  const node = context.function;
  const matters = context.functionHeat.cold === undefined && context.shareWithLibraries >= context.settings.minimumShare;
  const found: RatedAdvice[] = [];
  for (const rule of allRules) {
    for (const match of context.remember(rule, () => [...rule.check(context)])) {
      const line = context.lineOf(match.range.start);
      const isSilenced =
        suppressions.isSilenced(rule, node, line) || suppressions.isSilenced(rule, node, context.lineOf(node.fact.nameRange.start));
      // A reason to keep is an answer, not a hint: silence takes away what asks for something.
      if (isSilenced && (match.target ?? rule.target) !== "keep") continue;
      found.push({ advice: makeAdvice(rule, match, context), precedence: match.precedence ?? rule.precedence });
      if (!isSilenced && matters && match.isFinding === true) findings.push(findingOf(rule, match, context));
    }
  }
  return { function: node, heat, advice: orderAdvice(found), measured };
}

function findingOf(rule: Rule, match: RuleMatch, context: RuleContext): LineFinding {
  return {
    rule: rule.id,
    target: match.target ?? rule.target,
    path: context.function.path,
    range: match.range,
    function: context.function.id,
    message: forOldestPython(match.message, context),
  };
}
