/**
 * Predicts each kernel from the others: the fit of a target never sees the kernel that it is judged by, and the range around a prediction
 * comes from how far off the predictions of the other kernels were. The same functions, given all kernels, make what ships. Where a rule knows
 * by name what comes in place of the code, the prediction is what the rule says, which was measured on other code.
 */
import type { Range3 } from "../../src/advice";
import { stepOf, widenBy } from "../../src/advice/payoff/widen";
import { fitGains, predictSample } from "./fit-gains";
import { fitSpread, type JudgedPrediction } from "./fit-spread";
import type { Sample } from "./samples";

export interface Prediction {
  readonly sample: Sample;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export function predictLeftOut(samples: readonly Sample[], target: string): readonly Prediction[] {
  const own = samples.filter((it) => it.target === target);
  const unnamed = own.filter(isModelled);
  const judged = new Map<Sample, JudgedPrediction>();
  const kernels = new Set(unnamed.map((it) => it.kernel));
  for (const kernel of kernels) {
    const model = fitGains(
      unnamed.filter((it) => it.kernel !== kernel),
      target,
    );
    for (const sample of unnamed) if (sample.kernel === kernel) judged.set(sample, judge(sample, predictSample(sample, model)));
  }
  const spreads = new Map([...kernels].map((left) => [left, spreadWithout(left, [...judged.values()])]));
  return own.map((sample) => {
    if (sample.named !== undefined) return { sample, ...onlyRange(sample.named) };
    const mid = (judged.get(sample) as JudgedPrediction).predicted;
    const { spread, low, high } = spreads.get(sample.kernel) as ReturnType<typeof fitSpread>;
    const step = stepOf(sample.work, spread);
    return { sample, mid, low: widenBy(mid, step, low), high: widenBy(mid, step, high) };
  });
}

/** What a rule knows by name it cites; the model is for the rest. */
export function isModelled({ named }: Sample): boolean {
  return named === undefined;
}

function onlyRange({ low, mid, high }: Range3): Range3 {
  return { low, mid, high };
}

export function judge({ kernel, work, speedup }: Sample, predicted: number): JudgedPrediction {
  return { kernel, work, predicted, measured: speedup };
}

function spreadWithout(left: string, judged: readonly JudgedPrediction[]): ReturnType<typeof fitSpread> {
  return fitSpread(judged.filter(({ kernel }) => kernel !== left));
}
