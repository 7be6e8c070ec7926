/**
 * Profiles of two sides, before and after a rewrite, held against each other: the object that `breakeven compare --format json` prints.
 * Shares are of the CPU time of each side's own runs, 0..1; lines are 1-based, paths relative to the root.
 */
import * as z from "zod";

export const comparisonSchemaId = "breakeven.comparison/1";

const side = z.object({
  files: z.array(z.string()).min(1),
  tools: z.array(z.string()),
  /** Of all runs; 0 for tracing profilers. */
  samples: z.int().min(0),
  /** CPU seconds of one run; absent where the format counts something else. */
  seconds: z.number().min(0).optional(),
});

export const comparisonSchema = z.object({
  schema: z.literal(comparisonSchemaId),
  tool: z.object({ name: z.literal("breakeven"), version: z.string() }),
  root: z.string(),
  before: side,
  after: side,
  /** Largest difference first. */
  functions: z.array(
    z.object({
      path: z.string(),
      qualname: z.string(),
      startLine: z.int().min(1),
      before: z.number().min(0).max(1),
      after: z.number().min(0).max(1),
      /** Standard error of the difference; absent where nothing tells it. */
      error: z.number().min(0).optional(),
      change: z.enum(["more", "less", "unclear", "untested"]),
    }),
  ),
  /** What the reader has to know before believing it. */
  notes: z.array(z.string()),
});

export type ProfileComparison = z.infer<typeof comparisonSchema>;
