/** What people read: the decision framework with its options, the workloads and the exemplars. */

export interface WorkloadEntry {
  readonly id: string;
  readonly title: string;
  readonly purePython: string;
  readonly withNumPy: string;
  readonly impact: string;
  readonly correction: string;
  /** Library categories whose imports are evidence for it. */
  readonly categories?: readonly string[];
  readonly sources: readonly string[];
}

export interface ExemplarEntry {
  readonly id: string;
  readonly name: string;
  readonly outcome: "gain" | "counter-example";
  readonly kinds: readonly string[];
  readonly compared: string;
  readonly figure: string;
  readonly lesson: string;
  readonly sources: readonly string[];
}

/** Content of the decision framework; grows with the panel. */
export interface FrameworkEntry {
  readonly question: string;
  readonly constraints: readonly {
    readonly id: string;
    readonly title: string;
    readonly leansTo: string;
    readonly signs: readonly string[];
    /** Imports (`ctypes`, with what is below it) that speak for it in a project, and what they show, in words. */
    readonly imports?: readonly { readonly modules: readonly string[]; readonly shows: string }[];
  }[];
  readonly learningPhases: readonly {
    readonly id: string;
    readonly title: string;
    readonly weeks: string;
    readonly effortFactor: number;
    readonly description: string;
  }[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly points: readonly { readonly text: string; readonly sources: readonly string[] }[];
  }[];
  readonly decision?: DecisionEntry;
  readonly options?: readonly OptionEntry[];
  readonly glossary?: readonly { readonly term: string; readonly meaning: string }[];
  /** Short programs shown beside a section; the tests build or run each. */
  readonly examples?: readonly {
    readonly id: string;
    /** Id of a section. */
    readonly section: string;
    readonly title: string;
    readonly language: "python" | "rust";
    readonly code: string;
    readonly note: string;
  }[];
}

export type OutcomeId = "stay-python" | "hybrid" | "dataframe-engine" | "use-library" | "rust-service";

/** The guided path: questions whose answers move points between the outcomes, each move with its reason. */
export interface DecisionEntry {
  readonly outcomes: readonly {
    readonly id: OutcomeId;
    readonly title: string;
    readonly description: string;
    /** First steps. */
    readonly next: readonly string[];
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly title: string;
    readonly why: string;
    readonly answers: readonly {
      readonly id: string;
      readonly title: string;
      readonly detail: string;
      /** `by` from -3 (speaks clearly against) to 3 (clearly for). */
      readonly moves: readonly { readonly outcome: OutcomeId; readonly by: number; readonly why: string }[];
      /** What in an assessment suggests this answer; ids of constraints, frameworks, entry point kinds, workloads, bounds. */
      readonly signs: {
        readonly constraints: readonly string[];
        readonly frameworks: readonly string[];
        readonly entryKinds: readonly string[];
        readonly workloads: readonly string[];
        readonly bounds: readonly string[];
      };
    }[];
  }[];
}

/** One way to make code faster, with what comes with it. Figures come from the project's advice, not from here. */
export interface OptionEntry {
  /** As a target or an alternative: `keep`, `stdlib`, `numpy`, `numba`, `mypyc`, `library`, `polars`, `pyo3`, ... */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly memory: string;
  readonly learning: string;
  readonly packaging: string;
  readonly risk: string;
  /** What the team must know. */
  readonly team: string;
  /** Hours grow with inexperience in Rust. */
  readonly needsRust: boolean;
  /** Ids of exemplars and counter-examples. */
  readonly exemplars: readonly string[];
  readonly sources: readonly string[];
}
