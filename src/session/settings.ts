/** Settings of a project: what `[tool.breakeven]` in `pyproject.toml`, `breakeven.toml` and the editor may say. */
import * as z from "zod";
import { usualCosts } from "../advice";

const ruleSelector = z.string().min(1);

/** The descriptions become the settings page of VS Code and the published JSON Schema: `npm run generate` after a change. */
export const settingsSchema = z.strictObject({
  exclude: z
    .array(z.string())
    .default([])
    .meta({ description: "Globs (as in .gitignore) of files to leave out, beside what is skipped by itself." }),
  includeTests: z
    .boolean()
    .default(false)
    .meta({ description: "Count tests, documentation, examples and set-up scripts as code that runs in production." }),
  entryPoints: z.array(z.string()).default([]).meta({
    description:
      "Where the program starts: FILE or FILE:function, relative to the folder. The better it is known, the better the estimate.",
  }),
  disabledRules: z.array(ruleSelector).default([]).meta({ description: "Ids or codes of rules that are switched off, such as BE401." }),
  perFileIgnores: z
    .record(z.string(), z.array(ruleSelector))
    .default({})
    .meta({ description: "Rules to ignore by path: a glob with ids or codes, or * for all of them." }),
  limit: z.int().min(1).max(100_000).default(50).meta({ description: "How many hotspots are reported." }),
  minimumShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.01)
    .meta({ description: "Share of CPU time, 0 to 1, below which the editor shows no hint." }),
  maximumFileSize: z.int().min(1).default(2_000_000).meta({ description: "Largest file that is read, in bytes." }),
  maximumFiles: z.int().min(1).default(10_000).meta({
    description:
      "Most Python files that are assessed at once. The rest is named as skipped; each thousand files takes about 350 MB of memory.",
  }),
  pythonVersion: z
    .string()
    .regex(/^3\.\d+t?$/, "must look like 3.11, or 3.14t for a free-threaded build")
    .optional()
    .meta({
      description:
        "Oldest Python that the code runs on, such as 3.11, or 3.14t for a build without the interpreter lock. Wins over requires-python of the project.",
    }),
  rustExperience: z
    .enum(["none", "learning", "productive", "fluent"])
    .default("learning")
    .meta({ description: "The team's experience with Rust. It multiplies the hours of a rewrite and so moves the break-even." }),
  runsPerDay: z.number().min(0).optional().meta({
    description: "How often the program runs in a day. With secondsPerRun, break-even is told in days instead of hours of running.",
  }),
  secondsPerRun: z.number().min(0).optional().meta({ description: "How long one run takes, in seconds. See runsPerDay." }),
  costPerHour: z
    .number()
    .min(0)
    .default(usualCosts.costPerHour)
    .meta({ description: "Cost of an hour in which the program runs: the machine, or the people who wait for it. Any currency." }),
  developerCostPerHour: z
    .number()
    .min(0)
    .default(usualCosts.developerCostPerHour)
    .meta({ description: "Cost of an hour of a developer's work, in the same currency." }),
  knowledge: z.string().optional().meta({ description: "Folder with a team's own knowledge files, relative to the folder assessed." }),
});

export type Settings = z.infer<typeof settingsSchema>;
