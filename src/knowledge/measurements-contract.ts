/** What was measured, as `knowledge/measurements/` keeps it and the pages show it. */

/** What `npm run bench:payoff` measured; every list is empty where it has not run. */
export interface Measurements {
  readonly kernels: readonly KernelMeasurement[];
  readonly boundary: readonly BoundaryMeasurement[];
  readonly operations: readonly OperationMeasurement[];
  readonly memory: readonly MemoryMeasurement[];
}

export interface MeasurementConditions {
  readonly title: string;
  readonly date: string;
  /** The command that measures it again. */
  readonly repeat: string;
  readonly machine: { readonly system: string; readonly processor: string; readonly cores: number };
  readonly versions: Readonly<Record<string, string>>;
}

/** One piece of code, written once for each target, at three sizes. */
export interface KernelMeasurement {
  readonly id: string;
  /** Kind of kernel: `numeric`, `strings`, ... */
  readonly kind: string;
  readonly sizes: readonly {
    readonly size: "small" | "medium" | "large";
    /** Values that a call hands over and gets back, by type: `int`, `float`, `str`, `list`, `dict-item`, `object`, `buffer`, ... */
    readonly given: Readonly<Record<string, number>>;
    readonly made: Readonly<Record<string, number>>;
    /** By version: `python`, `rust`, `numpy`, `numpy prepared` (the data are in the form that it works on), ... */
    readonly times: Readonly<
      Record<
        string,
        { readonly us: number; readonly speedup?: number; readonly low?: number; readonly high?: number; readonly wall?: number }
      >
    >;
  }[];
}

/** Nanoseconds. */
export interface BoundaryMeasurement {
  readonly id: string;
  readonly what: string;
  readonly call: number;
  readonly element?: number;
  /** An element when there are so many that the caches are too small for them. */
  readonly far?: number;
  /** The plainest Python work on the same: a call, or an element. */
  readonly python?: number;
}

/** Nanoseconds, and units of one small-integer addition. */
export interface OperationMeasurement {
  readonly id: string;
  readonly code: string;
  readonly ns: number;
  readonly units: number;
  readonly rust?: number;
}

/** Bytes an element. */
export interface MemoryMeasurement {
  readonly id: string;
  readonly what: string;
  readonly bytes: number;
  readonly rust?: number;
  readonly rustType?: string;
}
