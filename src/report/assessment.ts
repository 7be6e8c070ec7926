/**
 * The Assessment: the one object that every surface shows and that `breakeven assess --format json` prints.
 * The JSON Schema in `docs/schema/assessment.schema.json` is generated from this file.
 * Lines are 1-based and inclusive, columns 0-based in UTF-16 code units; paths are relative to the root, with `/`.
 */
import * as z from "zod";

export const assessmentSchemaId = "breakeven.assessment/1";

const share = z.number().min(0).max(1);
const line = z.int().min(1);
const range3 = z.object({ low: z.number(), mid: z.number(), high: z.number() });
const confidence = z.enum(["high", "medium", "low"]);

export const targetSchema = z.enum(["keep", "stdlib", "numpy", "polars", "library", "pyo3"]);
export const alternativeTargetSchema = z.enum([...targetSchema.options, "numba", "mypyc", "cython", "threads", "algorithm"]);

const speedup = range3.extend({
  basis: z.string().min(1),
  /** Entry of `knowledge/payoff.yaml` that the figure comes from, where it does. */
  figure: z.string().optional(),
});
const hours = { lowHours: z.number().min(0), highHours: z.number().min(0) };
const effort = z.object({
  ...hours,
  /** Part of it that is needed once, however many places move to the same target: a crate, its build and wheels. */
  once: z.object(hours).optional(),
});
const evidence = z.object({ message: z.string(), line: line.optional() });

export const adviceSchema = z.object({
  rule: z.string(),
  code: z.string(),
  target: targetSchema,
  confidence,
  message: z.string(),
  speedup,
  wholeProgram: range3,
  effort,
  /** When the effort has come back; absent where nothing is gained for the whole, and each figure where it never does. */
  paysBack: z
    .object({
      unit: z.enum(["days", "running-hours"]),
      best: z.number().min(0).optional(),
      likely: z.number().min(0).optional(),
      worst: z.number().min(0).optional(),
      /** The answer with what it assumes, as sentences. */
      text: z.string(),
    })
    .optional(),
  blockers: z.array(z.object({ code: z.string(), line, message: z.string() })),
  evidence: z.array(evidence),
  sources: z.array(z.string()),
  alternatives: z.array(z.object({ target: alternativeTargetSchema, speedup, effort, note: z.string() })),
  paysFrom: z.string().optional(),
  startLine: line,
  endLine: line,
});

export const hotspotSchema = z.object({
  id: z.string(),
  rank: z.int().min(1),
  path: z.string(),
  qualname: z.string(),
  startLine: line,
  endLine: line,
  heat: share,
  /** Present when an imported profile ranks; shares are of its whole CPU time, 0 where it has not seen the function. */
  measured: z
    .object({
      /** Own time with the native code that it calls; it ranks instead of `heat`. */
      share,
      /** Own time with the libraries that it calls, up to the next function of the project; absent: the same as `share`. */
      withLibraries: share.optional(),
      /** With everything that it calls. */
      total: share,
      /** Tool and file. */
      source: z.string(),
      /** How own time and waiting split, where the profiler tells them apart. */
      mix: z.object({ python: share, native: share, io: share }).optional(),
      /** Samples that the share rests on; absent for a tracing profiler. */
      samples: z.int().min(0).optional(),
      /** The code has been edited since the recording: lines may be off. */
      isStale: z.boolean().optional(),
      /** Hottest first, of the present text. `total` counts what the line calls. */
      lines: z.array(z.object({ line, share, native: share, total: share })),
    })
    .optional(),
  mix: z.object({ python: share, native: share, io: share }),
  loops: z.array(
    z.object({
      startLine: line,
      endLine: line,
      kind: z.enum(["for", "while", "comprehension"]),
      depth: z.int().min(1),
      trips: range3.extend({ evidence: z.string() }),
    }),
  ),
  /** Who calls it, biggest contribution first, and the estimated calls per run. */
  callers: z.array(z.object({ path: z.string(), qualname: z.string(), line, frequency: z.number() })),
  frequency: z.number(),
  advice: z.array(adviceSchema).min(1),
});

export const findingSchema = z.object({
  rule: z.string(),
  code: z.string(),
  target: targetSchema,
  path: z.string(),
  startLine: line,
  startColumn: z.int().min(0),
  endLine: line,
  endColumn: z.int().min(0),
  message: z.string(),
  hotspot: z.string().optional(),
});

const constraint = z.enum(["developer-time", "run-time", "reliability"]);

export const verdictSchema = z.object({
  recommendation: z.enum(["stay-python", "hybrid", "dataframe-engine", "use-library", "rust-service", "not-enough-evidence"]),
  summary: z.string(),
  confidence,
  /** Why the estimate is as sure as it is. */
  confidenceReasons: z.array(z.string()),
  dominantConstraint: constraint,
  /** What speaks for each constraint, in words; `path:line` at the start where it is one place. */
  constraints: z.array(z.object({ id: constraint, evidence: z.array(z.string()) })).optional(),
  bound: z.enum(["own-python", "native", "library", "io", "unknown"]),
  workloads: z.array(z.object({ kind: z.string(), share, evidence: z.array(z.string()) })),
  evidence: z.array(z.string()),
  wouldChange: z.array(z.string()),
});

/** Imported profiles as one, and how they fit the project. */
export const profileSchema = z.object({
  sources: z.array(
    z.object({
      file: z.string(),
      format: z.string(),
      tool: z.string(),
      clock: z.enum(["cpu", "wall", "unknown"]),
      /** A tracing profiler, which slows calls down and so makes small functions look larger. */
      isDeterministic: z.boolean(),
      /** 0 for a tracing profiler. */
      samples: z.int().min(0),
      weight: z.number().min(0),
    }),
  ),
  /** Whether the profile decides the order and the shares of the hotspots: enough of it was found in the project. */
  ranks: z.boolean(),
  samples: z.int().min(0),
  /** Part of the CPU time in functions of the project. */
  mappedShare: share,
  /** Part of what looks like the project's own code that was found in it. */
  ownMappedShare: share,
  /** Parts of the whole, measured: the project's Python, native code, Python of libraries, waiting. Native and waiting are 0 where the profiler does not tell them. */
  mix: z.object({ python: share, native: share, library: share, waiting: share }),
  /** Libraries with the largest part of the CPU time. */
  libraries: z.array(z.object({ name: z.string(), share })),
  /** How the estimate from source alone compares: hottest functions that both name, and Spearman's rank correlation. */
  agreement: z.object({ common: z.int().min(0), of: z.int().min(0), correlation: z.number().min(-1).max(1).optional() }),
  /** What was not found in the project, largest first, and why. */
  unmapped: z.array(z.object({ frame: z.string(), share, reason: z.string() })),
  warnings: z.array(z.string()),
});

export const assessmentSchema = z.object({
  schema: z.literal(assessmentSchemaId),
  tool: z.object({ name: z.literal("breakeven"), version: z.string() }),
  project: z.object({
    root: z.string(),
    files: z.int().min(0),
    lines: z.int().min(0),
    functions: z.int().min(0),
    python: z.string().optional(),
    frameworks: z.array(z.string()),
    nativeDependencies: z.array(z.string()),
    skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
    /** Files and settings that could not be used as they are: place, reason, remedy in words. */
    problems: z.array(
      z.object({
        path: z.string(),
        line: line.optional(),
        message: z.string(),
        /** `syntax`: the file does not parse as it is; editors keep what they showed before. */
        kind: z.enum(["syntax", "file", "settings", "suppression", "knowledge", "profile"]).optional(),
      }),
    ),
    mix: z.object({ python: share, native: share, io: share }),
    entryPoints: z.array(z.object({ path: z.string(), qualname: z.string(), kind: z.string(), evidence: z.string() })),
  }),
  /** What the hours of effort were counted with; a reader of the report may choose otherwise. */
  assumptions: z
    .object({
      rustExperience: z.enum(["none", "learning", "productive", "fluent"]),
      /** As the settings say; absent where they do not. */
      runsPerDay: z.number().optional(),
      secondsPerRun: z.number().optional(),
      costPerHour: z.number().optional(),
      developerCostPerHour: z.number().optional(),
    })
    .optional(),
  /** Present when profiles were imported. */
  profile: profileSchema.optional(),
  verdict: verdictSchema,
  hotspots: z.array(hotspotSchema),
  findings: z.array(findingSchema),
});

export type Assessment = z.infer<typeof assessmentSchema>;
export type Hotspot = z.infer<typeof hotspotSchema>;
export type HotspotAdvice = z.infer<typeof adviceSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type AssessmentProfile = z.infer<typeof profileSchema>;
export type AssessmentVerdict = z.infer<typeof verdictSchema>;
