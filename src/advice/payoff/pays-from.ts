/** The size from which a move to Rust starts to pay, in words. */
import type { RuleContext } from "../contract";
import { crossingCost } from "./crossing-cost";
import { type MoveFeatures, predictSpeedup } from "./predict-speedup";

/** A move pays when the code runs at least this many times as fast, boundary and all. */
const worthwhile = 1.5;

/**
 * With n elements a call, w units of work and c units of conversion for each, and k units for the call itself, the move pays when
 * n w >= worthwhile (n w / gain + n c + k). Undefined where nothing is handed over.
 */
export function paysFrom(features: MoveFeatures, { functionHeat, knowledge }: RuleContext): string | undefined {
  const { boundary } = features;
  const free = predictSpeedup({ ...features, boundary: undefined }, "pyo3", knowledge);
  if (boundary === undefined || free === undefined || functionHeat.work.python <= 0) return undefined;
  const call = knowledge.operations.cost("cross-call");
  if (boundary.elements < 1)
    return boundary.share < 0.05 ? undefined : "only where each call does much more than now, or moves with its caller";
  const work = (functionHeat.work.python + functionHeat.work.native) / boundary.elements;
  const converting = crossingCost(boundary.given, boundary.made, "rust", knowledge.operations) - call;
  const perElement = work - worthwhile * (work / free.speedup.mid + converting / boundary.elements);
  if (perElement <= 0)
    return "never as it stands: handing the values over costs about what the code costs; an array or bytes crosses without a copy";
  return `from ${rounded((worthwhile * call) / perElement)} a call`;
}

function rounded(elements: number): string {
  if (elements < 10) return "a few elements";
  const digits = 10 ** Math.floor(Math.log10(elements));
  return `about ${(Math.ceil(elements / digits) * digits).toLocaleString("en")} elements`;
}
