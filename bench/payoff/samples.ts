/** Measured kernels joined with what Breakeven makes of their Python version: what the model is fitted to and judged by. */
import type { Range3 } from "../../src/advice";
import { crossingCost, crossingWay } from "../../src/advice/payoff/crossing-cost";
import type { WorkByClass } from "../../src/advice/payoff/work-classes";
import type { KernelMeasurement, Knowledge } from "../../src/knowledge";
import type { PythonParser } from "../../src/syntax";
import { type AssessedKernel, assessKernel } from "./assess-kernel";

export interface MeasuredKernel {
  readonly name: string;
  readonly measurement: KernelMeasurement;
  readonly assessed: AssessedKernel;
}

/** One version of one kernel at one size. */
export interface Sample {
  readonly kernel: string;
  /** Kind of kernel, as the benchmark sorts them. */
  readonly kind: string;
  /** Kind of code, as the product names it. */
  readonly codeKind: string;
  readonly size: "small" | "medium" | "large";
  readonly target: string;
  readonly work: WorkByClass;
  /** Crossing the boundary as a part of the Python version's time. */
  readonly boundary: number;
  /** Operation units of the Python version. */
  readonly units: number;
  readonly speedup: number;
  /** The product knows by name what this version puts in place, and cites what that gained elsewhere. */
  readonly named?: Range3;
}

/** Versions of kernels by the target that they stand for; frames are compared in the form that each library works on. */
const targetOf: Readonly<Record<string, string>> = { rust: "pyo3" };

export function readKernels(parser: PythonParser, knowledge: Knowledge): readonly MeasuredKernel[] {
  return knowledge.measurements.kernels.map((measurement) => {
    const name = measurement.id.replace(/^payoff-/, "");
    return { name, measurement, assessed: assessKernel(parser, name, knowledge) };
  });
}

export function samplesOf({ name, measurement, assessed }: MeasuredKernel, knowledge: Knowledge): readonly Sample[] {
  const unit = unitInMicroseconds(knowledge);
  return measurement.sizes.flatMap(({ size, given, made, times }) => {
    const python = times["python"]?.us ?? Number.NaN;
    return Object.entries(times).flatMap(([version, { speedup, wall }]): Sample[] => {
      // Where a version has a form of its own for the data, what counts is the work on that form: a program keeps its data in it.
      if (version === "python" || speedup === undefined || `${version} prepared` in times) return [];
      const base = version.replace(" prepared", "");
      const target = targetOf[base] ?? base;
      const isPrepared = version.endsWith(" prepared");
      return [
        {
          kernel: name,
          kind: measurement.kind,
          codeKind: assessed.kind,
          size,
          target,
          work: assessed.work,
          boundary: (crossingCost(isPrepared ? {} : given, made, crossingWay(target), knowledge.operations) * unit) / python,
          units: python / unit,
          speedup: wall ?? speedup,
          named: assessed.named.get(target),
        },
      ];
    });
  });
}

/** What one unit of `knowledge/operations.yaml` took on the machine of the measurements. */
function unitInMicroseconds({ measurements }: Knowledge): number {
  const addition = measurements.operations.find(({ id }) => id === "operation-binary");
  if (addition === undefined) throw new Error("knowledge/measurements has no cost of an addition");
  return addition.ns / addition.units / 1000;
}
