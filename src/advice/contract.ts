/** What the advice room hands on: for each hotspot what pays off and why not, line-level findings, and the verdict. */

import type { TextRange } from "../base";
import type { FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { ConfidenceLevel, FunctionHeat, HeatMap, LoopHeat, OperationMix, TripCount } from "../heat";
import type { Knowledge } from "../knowledge";
import type { MeasuredLine, MeasuredProfile, RankingAgreement } from "../profile";
import type { CallExpression, Expression, LoopFact, LoopIndex, Statement } from "../syntax";

export type Target = "keep" | "stdlib" | "numpy" | "polars" | "library" | "pyo3";
/** Cheaper or neighbouring ways that appear inside an advice. */
export type AlternativeTarget = Target | "numba" | "mypyc" | "cython" | "threads" | "algorithm";

export interface Range3 {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface Speedup extends Range3 {
  /** What the figure rests on, in words, with the source or measurement named. */
  readonly basis: string;
  /** Entry of `knowledge/payoff.yaml` that it comes from, where it does: an id for machines, not for readers. */
  readonly figure?: string;
}

export interface HourRange {
  readonly lowHours: number;
  readonly highHours: number;
}

export interface Effort extends HourRange {
  /** Part of it that is needed once, however many places of the project move to the same target: a crate, its build and wheels. */
  readonly once?: HourRange;
}

/** When the effort has come back: days, or hours that the program runs where nobody said how often it does. Undefined: never, within a century. */
export interface PaysBack {
  readonly unit: "days" | "running-hours";
  readonly best?: number;
  readonly likely?: number;
  readonly worst?: number;
  /** The answer with what it assumes, as sentences. */
  readonly text: string;
}

export interface Evidence {
  readonly message: string;
  readonly line?: number;
}

export interface Blocker {
  /** kebab-case: `callback-into-python`, `dynamic-attribute`, `generator`, `big-integer`, ... */
  readonly code: string;
  readonly line: number;
  readonly message: string;
}

export interface Alternative {
  readonly target: AlternativeTarget;
  readonly speedup: Speedup;
  readonly effort: Effort;
  readonly note: string;
}

/** One answer for one place. */
export interface Advice {
  readonly rule: string;
  readonly target: Target;
  readonly confidence: ConfidenceLevel;
  /** One sentence: what to do, or why to leave it. */
  readonly message: string;
  /** `keep` has 1/1/1 with the reason as its basis. */
  readonly speedup: Speedup;
  /** Amdahl over the hotspot's share of the whole program. */
  readonly wholeProgram: Range3;
  readonly effort: Effort;
  readonly paysBack?: PaysBack;
  readonly blockers: readonly Blocker[];
  readonly evidence: readonly Evidence[];
  /** Ids of `knowledge/` sources and measurements. */
  readonly sources: readonly string[];
  readonly alternatives: readonly Alternative[];
  /** Size at which it starts to pay, in words, where that matters. */
  readonly paysFrom?: string;
  readonly range: TextRange;
  readonly loop?: LoopIndex;
}

export interface AdvisedHotspot {
  readonly function: FunctionNode;
  readonly heat: FunctionHeat;
  /** Best first; never empty. */
  readonly advice: readonly Advice[];
  /** From an imported profile; then it, not the estimate, ranks. */
  readonly measured?: MeasuredHotspot;
}

/** What a profile says of one function. Shares are of the whole CPU time of the profile. */
export interface MeasuredHotspot {
  /** Own time, native code that it calls included. */
  readonly share: number;
  /** Own time with the libraries that it calls, up to the next function of the project. */
  readonly withLibraries: number;
  /** With everything that it calls. */
  readonly total: number;
  /** Tool and file. */
  readonly source: string;
  /** How its own time and its waiting split, where the profiler tells them apart; sum 1. */
  readonly mix?: OperationMix;
  /** Samples that the share rests on; absent for a tracing profiler. */
  readonly samples?: number;
  /** The text has changed since the recording. */
  readonly isStale?: boolean;
  readonly lines: readonly MeasuredLine[];
}

export interface LineFinding {
  readonly rule: string;
  readonly target: Target;
  readonly path: string;
  readonly range: TextRange;
  readonly function: FunctionId;
  readonly message: string;
}

export interface SuppressionProblem {
  readonly path: string;
  readonly range: TextRange;
  readonly message: string;
}

export type Recommendation = "stay-python" | "hybrid" | "dataframe-engine" | "use-library" | "rust-service" | "not-enough-evidence";

export interface Verdict {
  readonly recommendation: Recommendation;
  /** One sentence a developer can repeat to the team. */
  readonly summary: string;
  readonly dominantConstraint: "developer-time" | "run-time" | "reliability";
  /** What speaks for each of the three, in words; `path:line` at the start where it is one place. */
  readonly constraints: readonly { readonly id: Verdict["dominantConstraint"]; readonly evidence: readonly string[] }[];
  readonly confidence: ConfidenceLevel;
  readonly workloads: readonly { readonly kind: string; readonly share: number; readonly evidence: readonly string[] }[];
  readonly evidence: readonly string[];
  /** What would change it. */
  readonly wouldChange: readonly string[];
}

/** How often the program runs and what that costs; in any currency, the same for both. */
export interface RunningCosts {
  readonly runsPerDay?: number;
  readonly secondsPerRun?: number;
  /** Cost of an hour of running: the machine, or the people who wait. */
  readonly costPerHour: number;
  readonly developerCostPerHour: number;
}

export interface AdviceSettings {
  /** Rule ids or codes switched off. */
  readonly disabledRules: readonly string[];
  /** Suppress per path glob: rule ids or codes, `*` for all. */
  readonly ignoredPaths: readonly { readonly glob: string; readonly rules: readonly string[] }[];
  /** Lowest `requires-python` of the project, e.g. [3, 10]. */
  readonly python?: readonly [number, number];
  /** It runs on a build without the interpreter lock. */
  readonly freeThreaded?: boolean;
  /** How many of the hottest functions get examined. */
  readonly hotspotLimit: number;
  /** Hotspots below this share of CPU get no hint in the editor. */
  readonly minimumShare: number;
  readonly rustExperience: "none" | "learning" | "productive" | "fluent";
  /** Without: usual costs, and nothing known of how often the program runs. */
  readonly running?: RunningCosts;
}

export interface AdviceInput {
  readonly graph: ProjectGraph;
  readonly heat: HeatMap;
  readonly knowledge: Knowledge;
  readonly settings: AdviceSettings;
  /** Leads where it ranks. */
  readonly measured?: MeasuredProfile;
}

export interface AdviceResult {
  readonly hotspots: readonly AdvisedHotspot[];
  readonly findings: readonly LineFinding[];
  readonly suppressionProblems: readonly SuppressionProblem[];
  readonly verdict: Verdict;
  /** What the advice rests on: the estimate, with the word of a profile in its place where one ranks. */
  readonly heat: HeatMap;
  /** The imported profiles, and how the estimate from source alone compares with them. */
  readonly profile?: { readonly measured: MeasuredProfile; readonly agreement: RankingAgreement };
}

/** A loop of the function with what its body holds. */
export interface LoopView {
  readonly fact: LoopFact;
  /** Without its share of the heat, which changes with any edit anywhere. */
  readonly heat: Omit<LoopHeat, "heat">;
  /** Statements of the body; empty for a comprehension. */
  readonly body: readonly Statement[];
  /** Every expression that runs in each round, parents before children, those of inner loops too; without the iterable. */
  readonly expressions: readonly Expression[];
  /** Names bound in the body or by the target. */
  readonly assigned: ReadonlySet<string>;
  /** No loop inside. */
  readonly isInnermost: boolean;
}

export interface CallView {
  readonly call: CallExpression;
  /** Innermost loop whose rounds run the call. */
  readonly loop?: LoopIndex;
  /** Dotted external name of the callee, `pandas.DataFrame.iterrows`. */
  readonly external?: string;
  /** Project functions that it may run. */
  readonly callees: readonly FunctionId[];
}

/** What a rule sees of one function. */
export interface RuleContext extends AdviceInput {
  readonly function: FunctionNode;
  /**
   * The answer to a question (any object that stands for it), worked out once. It is kept from one assessment to the next while the function
   * is as it is, unless the work looked at what an edit elsewhere may change: shares and ranks, other functions, the whole estimate.
   */
  remember<Answer>(question: object, work: () => Answer): Answer;
  readonly functionHeat: FunctionHeat;
  /** Place in the ranking, from 1. */
  readonly rank: number;
  /** Share of the program's CPU: measured where known, else estimated. */
  readonly share: number;
  /** The share with the libraries that it calls: what moves with the work of a data frame, or with a call. Estimates hold it in `share`. */
  readonly shareWithLibraries: number;
  /** The share was measured. */
  readonly isMeasured: boolean;
  readonly loops: readonly LoopView[];
  /** All calls of the function's own code. */
  readonly calls: readonly CallView[];
  /** All statements of the function's own body, nested blocks too, in source order. */
  readonly statements: readonly Statement[];
  /** All expressions of the function's own body, parents before children. */
  readonly expressions: readonly Expression[];
  readonly tripsOf: (loop: LoopIndex) => TripCount;
  /** Innermost loop that runs the code at an offset. */
  readonly loopAt: (offset: number) => LoopView | undefined;
  readonly lineOf: (offset: number) => number;
  /** Dotted external name that an expression refers to, or undefined. */
  readonly externalName: (expression: Expression) => string | undefined;
  /** Dotted name of the expression's type, `builtins.list`, or undefined. */
  readonly typeName: (expression: Expression) => string | undefined;
  /** Names of the function's parameters. */
  readonly parameters: ReadonlySet<string>;
}
