/** A rule: looks at one hot function and says what pays off there, or why it is best left as it is. */
import type { TextRange } from "../base";
import type { ConfidenceLevel } from "../heat";
import type { LoopIndex } from "../syntax";
import type { AlternativeTarget, Blocker, Effort, Evidence, Range3, RuleContext, Speedup, Target } from "./contract";

/** Kinds of hot code that `knowledge/payoff.yaml` has figures for. */
export type CodeKind =
  | "numeric-loop"
  | "array-loop"
  | "dynamic-programming"
  | "recursion"
  | "graph-search"
  | "string-scan"
  | "string-build"
  | "object-graph"
  | "dataframe-rows"
  | "dataframe-groups"
  | "dataframe-values"
  | "dataframe-concat"
  | "csv-rows"
  | "set-dict"
  | "bit-manipulation"
  | "big-integer"
  | "sorting"
  | "regex"
  | "serialisation"
  | "generic";

export interface RuleMatch {
  /** What it speaks of: the loop, the call, or the `def` of the function. */
  readonly range: TextRange;
  readonly loop?: LoopIndex;
  /** One sentence: what was found and what to do, or why to leave it. */
  readonly message: string;
  readonly confidence: ConfidenceLevel;
  /** Figures come from `knowledge.payoff` of this kind; without, from the rule's own entry. */
  readonly kind?: CodeKind;
  readonly evidence?: readonly Evidence[];
  readonly blockers?: readonly Blocker[];
  /** Another target than the rule's, `keep` where something stands in the way. */
  readonly target?: Target;
  readonly speedup?: Speedup;
  /** Hours for a place of ordinary size, where it is not what the rule's entry says of all. */
  readonly effort?: Effort;
  readonly sources?: readonly string[];
  readonly paysFrom?: string;
  /** Other ways to show beside it; figures by `kind`. */
  readonly alternatives?: readonly AlternativeTarget[];
  /** Also a finding at this line, for the editor and for code scanning. */
  readonly isFinding?: boolean;
  /** Where this match stands otherwise than the rule's others. */
  readonly precedence?: Precedence;
  /** Part of the function's own time that it speaks of, 0..1; 1 when it speaks of the whole function. */
  readonly part?: number;
}

/**
 * How an advice stands among others of the same function: `evident` patterns hold by the types of what they touch and stand even where
 * the rest of the time is native or waiting; `decisive` reasons to keep silence every move, `specific` patterns come
 * before what holds for hot code in general, `fallback` speaks only when nothing else does.
 */
export type Precedence = "evident" | "decisive" | "specific" | "generic" | "fallback";

export interface Rule {
  /** Names the pattern found; file, knowledge entry and fixture have the same name. */
  readonly id: string;
  /** BE1xx keep, BE2xx algorithm and standard library, BE3xx NumPy, BE4xx data frames, BE5xx libraries, BE6xx Rust, BE7xx runtime. */
  readonly code: string;
  readonly target: Target;
  readonly precedence: Precedence;
  /** Pure; must hold for any facts, broken code too. */
  check(context: RuleContext): Iterable<RuleMatch>;
}

export function defineRule(rule: Rule): Rule {
  return Object.freeze(rule);
}

export type { Range3 };
