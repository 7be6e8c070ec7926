/** Settings of a project: what `[tool.breakeven]` in `pyproject.toml`, `breakeven.toml` and the editor may say. */
import { z } from "zod";

const ruleSelector = z.string().min(1);

export const settingsSchema = z.strictObject({
  /** Globs (gitignore syntax) left out beside what is skipped by itself. */
  exclude: z.array(z.string()).default([]),
  /** Count tests, docs, examples and set-up as warm too. */
  includeTests: z.boolean().default(false),
  /** Entry points: `FILE` or `FILE:function`. */
  entryPoints: z.array(z.string()).default([]),
  /** Rule ids or codes that are switched off. */
  disabledRules: z.array(ruleSelector).default([]),
  /** Path glob -> rule ids or codes that are ignored there; `*` for all. */
  perFileIgnores: z.record(z.string(), z.array(ruleSelector)).default({}),
  /** Hotspots reported. */
  limit: z.int().min(1).max(100_000).default(50),
  /** Share of CPU below which the editor shows no hint, 0..1. */
  minimumShare: z.number().min(0).max(1).default(0.01),
  /** Largest file read, in bytes. */
  maximumFileSize: z.int().min(1).default(2_000_000),
  /** `3.11`; wins over `requires-python`. */
  pythonVersion: z
    .string()
    .regex(/^3\.\d+$/, "must look like 3.11")
    .optional(),
  /** Experience of the team with Rust; multiplies the hours of a rewrite. */
  rustExperience: z.enum(["none", "learning", "productive", "fluent"]).default("learning"),
  /** Folder with a team's own knowledge files. */
  knowledge: z.string().optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
