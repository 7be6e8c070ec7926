/** What `knowledge/` says, validated and frozen, as the stages ask for it. The zod schemas beside this file describe the YAML. */
import type { ExemplarEntry, FrameworkEntry, WorkloadEntry } from "./framework-contract";
import type { Measurements } from "./measurements-contract";

/** Where the time of an operation goes: in the interpreter, inside native code, or waiting. */
export type TimeKind = "python" | "native" | "io";

export interface Knowledge {
  /** Hash over all texts: part of cache keys. */
  readonly version: string;
  readonly rules: ReadonlyMap<string, RuleEntry>;
  readonly libraries: LibraryTable;
  readonly types: LibraryTypeTable;
  readonly operations: OperationCosts;
  readonly priors: Priors;
  readonly payoff: readonly PayoffEntry[];
  readonly classGains: readonly ClassGains[];
  readonly versions: Versions;
  /** Preferred ones first: of two that fit the same place the first counts. */
  readonly counterparts: readonly CounterpartEntry[];
  readonly workloads: readonly WorkloadEntry[];
  readonly exemplars: readonly ExemplarEntry[];
  readonly framework: FrameworkEntry;
  /** Every measurement is a source too, under its own id. */
  readonly sources: ReadonlyMap<string, SourceEntry>;
  readonly measurements: Measurements;
  /** Bad files or entries, left out: file, line, field, reason. */
  readonly problems: readonly KnowledgeProblem[];
}

export interface KnowledgeProblem {
  readonly path: string;
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

export interface KnowledgeText {
  /** Path below the knowledge folder, `rules/row-wise-dataframe-apply.yaml`. */
  readonly path: string;
  readonly text: string;
  /** The build found the text in order by these same schemas: it is taken as it is, which is most of the time of loading. */
  readonly checked?: boolean;
}

export interface SourceEntry {
  readonly id: string;
  readonly title: string;
  /** Public address or citation. */
  readonly reference: string;
  /** ISO date of the source or of the reading. */
  readonly date: string;
  readonly kind: "measured" | "documentation" | "benchmark" | "report" | "paper" | "repository" | "survey" | "book";
}

export interface RuleEntry {
  readonly id: string;
  /** `BE401`. */
  readonly code: string;
  readonly title: string;
  readonly target: "keep" | "stdlib" | "numpy" | "polars" | "library" | "pyo3";
  /** One paragraph each, Markdown. */
  readonly problem: string;
  readonly remedy: string;
  readonly whenNot: string;
  /** The rule must fire on `before` and must not on `after`; both are whole Python files. */
  readonly before: string;
  readonly after: string;
  readonly speedup: { readonly low: number; readonly mid: number; readonly high: number; readonly basis: string };
  readonly effort: { readonly lowHours: number; readonly highHours: number };
  readonly sources: readonly string[];
  readonly since: string;
}

/**
 * What a dotted external name is. Looked up by longest prefix: `numpy.linalg.norm`, then `numpy.linalg`, then `numpy`.
 * `name` is what was found. Category, cost and `moves` are inherited from the nearest name above that has them; costPerElement is not.
 */
export interface LibraryEntry {
  readonly name: string;
  readonly time: TimeKind;
  /** Works on Python objects one at a time (`heapq.heappush`): a rewrite of its caller takes it along, so its time is interpreter work. */
  readonly moves?: boolean;
  /** Interpreter operation units of one call on a small argument; native calls scale with what they act on. */
  readonly cost?: number;
  /** Cost grows with the size of the argument or receiver: per element, in units. */
  readonly costPerElement?: number;
  /** Category shown as workload evidence: `web-framework`, `database`, `gpu`, `dataframe`, `numeric`, `http-client`, ... */
  readonly category?: string;
}

export interface DropInEntry {
  /** Dotted name or package that is slow: `json`, `bleach`, `pandas.read_excel`. */
  readonly from: string;
  /** Package that replaces it: `orjson`. */
  readonly to: string;
  readonly speedup: { readonly low: number; readonly mid: number; readonly high: number; readonly basis: string };
  readonly caveats: readonly string[];
  readonly effort: { readonly lowHours: number; readonly highHours: number };
  /** Lowest Python of the release that the figures are for, "3.10"; older releases may run on older ones. */
  readonly requiresPython?: string;
  /** Names below `from` that are replaced; all of them when undefined. */
  readonly covers?: readonly string[];
  /** Regular expression that texts written down among the arguments have to fit: the replacement knows no others. */
  readonly literals?: string;
  /** What the hot part of the replacement is written in. */
  readonly core: "rust" | "c" | "c++" | "cython" | "python";
  readonly sources: readonly string[];
}

export type CounterpartTypeKind = "text" | "bytes" | "text-or-bytes" | "number" | "list";

/** What a library already has, and the shapes in which people write it by hand. */
export interface CounterpartEntry {
  readonly id: string;
  /** Completes "This is": a CRC-32. */
  readonly what: string;
  /** Completes "by hand;": zlib.crc32(data) works it out in C. */
  readonly use: string;
  readonly target: "stdlib" | "numpy" | "library";
  /** Where it differs, in sentences. */
  readonly notes: readonly string[];
  /** Python code with names that stand for anything; `src/advice/counterparts/match-term.ts` has the rules. */
  readonly shapes: readonly string[];
  /** Of each list one constant stands somewhere in the file. */
  readonly constants?: readonly (readonly string[])[];
  /** Types of what names of the shape stand for, where they are known. */
  readonly types?: Readonly<Record<string, CounterpartTypeKind>>;
  /** The types have to be known. */
  readonly known?: boolean;
  /** The order of a sum counts: it joins texts or lists. */
  readonly ordered?: boolean;
  /** The shape goes through a collection without a loop of its own: it counts outside loops too. */
  readonly loops?: boolean;
  /** The shape is one expression, and the loop around it does nothing else. */
  readonly heart?: boolean;
  readonly confidence: "high" | "medium";
  readonly speedup: { readonly low: number; readonly mid: number; readonly high: number; readonly basis: string };
  readonly effort: { readonly lowHours: number; readonly highHours: number };
  /** Lowest Python that has it. */
  readonly requiresPython?: string;
  readonly sources: readonly string[];
}

export interface ImportCostEntry {
  readonly name: string;
  readonly milliseconds: number;
  readonly sources: readonly string[];
}

export interface LibraryTable {
  /** Longest-prefix look-up of a dotted name. */
  find(dottedName: string): LibraryEntry | undefined;
  /** Exact or longest-prefix drop-in for a dotted name: the first that `dropInsFor` gives. */
  dropIn(dottedName: string): DropInEntry | undefined;
  /** All drop-ins of the longest prefix that has one which covers the name, preferred first. */
  dropInsFor(dottedName: string): readonly DropInEntry[];
  readonly dropIns: readonly DropInEntry[];
  /** Top-level names of the standard library. */
  isStandardLibrary(topLevelName: string): boolean;
  /** Approximate import cost in milliseconds for heavy packages; `importCosts` has the sources. */
  importCost(topLevelName: string): number | undefined;
  readonly importCosts: ReadonlyMap<string, ImportCostEntry>;
  /** Every name that the tables know, for completeness checks. */
  readonly names: readonly string[];
}

export interface TypeRef {
  readonly name: string;
  readonly args?: readonly TypeRef[];
}

/** Names are dotted; a type that `extends` another answers with the other's members where it has none of its own. */
export interface LibraryTypeTable {
  /** Of a function or method; `T.__iter__` gives `typing.Iterator[...]` for what can be looped over. A class called gives itself where it is listed. */
  returnType(callable: string): TypeRef | undefined;
  attributeType(type: string, attribute: string): TypeRef | undefined;
  subscriptType(type: string): TypeRef | undefined;
  /** What a loop over a value of the type yields. */
  elementType(type: string): TypeRef | undefined;
}

/** Costs in interpreter operation units (1 unit: one small-integer addition), by operation name. */
export interface OperationCosts {
  /** Throws a RangeError naming the missing operation. */
  cost(operation: string): number;
  readonly names: readonly string[];
  readonly basis: string;
  readonly sources: readonly string[];
}

/** Trip counts, branch probabilities and weights of the heat model; fitted by `npm run bench:fit`. */
export interface Priors {
  /** Named number; throws a RangeError naming the missing prior. */
  value(name: string): number;
  /** low/mid/high trip counts by what is iterated: `file-lines`, `dataframe-rows`, `unknown`, ... */
  trips(kind: string): { readonly low: number; readonly mid: number; readonly high: number; readonly evidence: string };
  readonly names: readonly string[];
  readonly tripKinds: readonly string[];
}

/** Speedup of moving a kind of code to a target. */
export interface PayoffEntry {
  readonly id: string;
  /** Kind of hot code: `numeric-loop`, `dynamic-programming`, `recursion`, `string-scan`, `object-graph`, `dataframe-rows`, `set-dict`, `big-integer`, ... */
  readonly kind: string;
  readonly target: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly basis: string;
  readonly sources: readonly string[];
}

/** What the version of Python decides. */
export interface Versions {
  readonly features: readonly FeatureEntry[];
  readonly releases: readonly ReleasesEntry[];
  readonly interpreters: readonly InterpreterEntry[];
}

/** Something of the language or its library that older versions lack. */
export interface FeatureEntry {
  /** How an advice names it: `itertools.batched`, `slots=True`. */
  readonly names: readonly string[];
  /** Version that it came with, `3.12`. */
  readonly python: string;
  /** What does the same before. */
  readonly instead: string;
  readonly sources: readonly string[];
}

/** Releases of the tool behind a target, newest first, each with the oldest Python that it runs on. */
export interface ReleasesEntry {
  readonly target: string;
  readonly name: string;
  readonly releases: readonly { readonly release: string; readonly python: string }[];
  readonly sources: readonly string[];
}

/** What an interpreter gains over the one before it. */
export interface InterpreterEntry {
  readonly id: string;
  readonly python: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly says: string;
  readonly sources: readonly string[];
}

/** How many times as fast a target does each class of work (`src/advice/payoff/work-classes.ts`), fitted to measured kernels. */
export interface ClassGains {
  readonly target: string;
  readonly gains: Readonly<
    Record<
      | "computing"
      | "chains"
      | "bits"
      | "powers"
      | "characters"
      | "access"
      | "attributes"
      | "objects"
      | "calls"
      | "hashing"
      | "textKeys"
      | "text"
      | "making"
      | "functions"
      | "mathematics"
      | "native"
      | "frames",
      number
    >
  >;
  /** What a call takes whatever its size, in operation units, beside handing values over; `frameCall` for work on data frames. */
  readonly call: number;
  readonly frameCall: number;
  /** How far off a prediction is, by what the work is about: a step of the logarithm (`src/advice/payoff/widen.ts`). */
  readonly spread: Readonly<Record<"numbers" | "values" | "frames", number>>;
  /** Steps below and above a prediction between which 80 % of the measured kernels lie that were left out of the fit. */
  readonly low: number;
  readonly high: number;
  readonly basis: string;
  readonly sources: readonly string[];
}
