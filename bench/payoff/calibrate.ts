/**
 * `npm run bench:payoff -- --calibrate`: how good the model is on the measurements in `knowledge/measurements/`, each kernel predicted from
 * the others; writes what the model uses to `knowledge/payoff.yaml`, and tables and plots to `docs/payoff.md` and `docs/payoff/`.
 */
import type { Knowledge } from "../../src/knowledge";
import { loadProjectKnowledge } from "../accuracy/load-knowledge";
import { createBenchParser } from "../accuracy/read-program";
import { median } from "./fit-spread";
import { judgeRanking, type RankedKernel } from "./judge-ranking";
import { type Prediction, predictLeftOut } from "./predict-left-out";
import { type MeasuredKernel, readKernels, type Sample, samplesOf } from "./samples";
import { writeDocuments } from "./write-documents";
import { writeFigures } from "./write-figures";

export const targets = ["pyo3", "numba", "mypyc", "cython", "numpy", "polars", "stdlib", "library"] as const;

export interface Calibration {
  readonly knowledge: Knowledge;
  readonly kernels: readonly MeasuredKernel[];
  readonly samples: readonly Sample[];
  readonly predictions: readonly Prediction[];
  readonly ranking: readonly RankedKernel[];
}

export interface Score {
  readonly name: string;
  readonly kernels: number;
  readonly samples: number;
  /** Part of the measured speedups inside low..high. */
  readonly inside: number;
  /** Median of high / low. */
  readonly ratio: number;
  /** Part of the predictions within a factor of two of what was measured. */
  readonly withinTwo: number;
}

export async function calibrate(knowledge: Knowledge = loadProjectKnowledge()): Promise<Calibration> {
  const parser = await createBenchParser();
  const kernels = readKernels(parser, knowledge);
  parser.dispose();
  const samples = kernels.flatMap((it) => samplesOf(it, knowledge));
  const predictions = targets.flatMap((target) => predictLeftOut(samples, target));
  return { knowledge, kernels, samples, predictions, ranking: kernels.map(judgeRanking) };
}

export function scoreOf(name: string, predictions: readonly Prediction[]): Score {
  const inside = predictions.filter(({ sample, low, high }) => sample.speedup >= low && sample.speedup <= high);
  const near = predictions.filter(({ sample, mid }) => Math.abs(Math.log2(mid / sample.speedup)) <= 1);
  return {
    name,
    kernels: new Set(predictions.map(({ sample }) => sample.kernel)).size,
    samples: predictions.length,
    inside: inside.length / predictions.length,
    ratio: median(predictions.map(({ low, high }) => high / low)),
    withinTwo: near.length / predictions.length,
  };
}

/** Fits, writes and says how good it is. */
export async function calibrateAndWrite(): Promise<void> {
  const before = await calibrate();
  writeFigures(before);
  // The advice of the worked examples and of the ranking is what ships with the new figures.
  const calibration = await calibrate();
  for (const path of await writeDocuments(calibration)) console.log(`wrote ${path}`);
  for (const target of targets)
    say(
      scoreOf(
        target,
        calibration.predictions.filter(({ sample }) => sample.target === target),
      ),
    );
  say(scoreOf("all", calibration.predictions));
}

function say({ name, kernels, inside, ratio, withinTwo }: Score): void {
  const percent = (part: number) => `${Math.round(part * 100)} %`;
  console.log(
    `${name.padEnd(8)} ${String(kernels).padStart(3)} kernels: ${percent(inside)} inside, high/low ${ratio.toPrecision(2)}, ${percent(withinTwo)} within a factor of two`,
  );
}
