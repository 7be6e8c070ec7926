/** Runs the Python part of the benchmark and reads what it prints. */
import { spawnSync } from "node:child_process";
import type { BenchOptions } from "./read-options";
import type { BenchEnvironment } from "./set-up-environment";

export interface TimedVersion {
  readonly cpu: number;
  readonly wall: number;
  readonly speedup: number;
  readonly low: number;
  readonly high: number;
  readonly wallSpeedup: number;
  readonly rounds: number;
}

export interface KernelRun {
  readonly name: string;
  readonly kind: string;
  readonly versions: readonly string[];
  readonly compared: number;
  readonly sizes: readonly {
    readonly size: string;
    readonly given: Readonly<Record<string, number>>;
    readonly made: Readonly<Record<string, number>>;
    readonly times: Readonly<Record<string, TimedVersion>>;
  }[];
}

export interface MeasureRun {
  readonly date: string;
  readonly machine: { readonly system: string; readonly processor: string; readonly cores: number };
  readonly versions: Readonly<Record<string, string>>;
  readonly kernels: readonly KernelRun[];
  /** These three only in a full run. Times in nanoseconds. */
  readonly operations?: {
    readonly rows: readonly {
      readonly id: string;
      readonly code: string;
      readonly ns: number;
      readonly units: number;
      readonly rust?: number;
    }[];
  };
  readonly boundary?: {
    readonly sizes: BySize;
    readonly calls: readonly { readonly id: string; readonly what: string; readonly rust: number; readonly python: number }[];
    readonly elements: readonly { readonly id: string; readonly what: string; readonly rust: BySize; readonly python?: BySize }[];
    readonly threads: readonly {
      readonly id: string;
      readonly what: string;
      readonly speedup: number;
      readonly low: number;
      readonly high: number;
    }[];
  };
  /** Bytes an element. */
  readonly memory?: readonly {
    readonly id: string;
    readonly what: string;
    readonly python: number;
    readonly rust?: number;
    readonly rustType?: string;
  }[];
}

type BySize = readonly [number, number, number];

/** A text says why there is no result; what the run had to say stands on stderr already. */
export function runMeasure(environment: BenchEnvironment, options: BenchOptions): MeasureRun | string {
  const args = ["-m", "measure.main", "--work", environment.work];
  if (options.quick) args.push("--quick");
  for (const name of options.only) args.push("--only", name);
  const run = spawnSync(environment.python, args, {
    cwd: environment.folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
    // The same order of sets and dicts of text in every run; one thread for BLAS, whose waiting threads would count as work.
    env: { ...process.env, PYTHONHASHSEED: "0", OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" },
  });
  if (run.status !== 0) return "The payoff benchmark ended without a result; nothing was written.";
  return JSON.parse(run.stdout) as MeasureRun;
}
