import * as z from "zod";
import type { DropInEntry } from "../contract";
import { atLeastOneSource, dottedName, effort, nameList, pythonVersion, sourceIds, speedup, text } from "./common";
import { defineFileKind, listOf, mapOf, single } from "./file-kind";

const units = z.number().min(0).max(10_000_000);
const costs = z.strictObject({ cost: units.optional(), costPerElement: units.optional() });

export const categories = [
  "web-framework",
  "http-client",
  "database",
  "queue",
  "cloud",
  "network",
  "async",
  "serverless",
  "gpu",
  "ml",
  "dataframe",
  "numeric",
  "image",
  "audio",
  "game",
  "control",
  "cli",
  "scraping",
  "notebook",
  "plotting",
  "validation",
  "serialisation",
  "text",
  "graph",
  "geo",
  "crypto",
  "desktop",
  "native-bridge",
  "parallel",
  "test",
] as const;

const packageSchema = z.strictObject({
  time: z
    .enum(["python", "native", "io"])
    .optional()
    .meta({ description: "Where the time of anything in the package goes unless listed otherwise below." }),
  category: z.enum(categories).optional().meta({ description: "Evidence for a workload; inherited by names below." }),
  standard: z.boolean().optional().meta({ description: "Part of Python's standard library." }),
  moves: z.boolean().optional().meta({
    description: "Works on Python objects one at a time, like the interpreter's own C code: a rewrite of its caller takes it along.",
  }),
  cost: units.optional().meta({ description: "Interpreter operation units of one call on a small argument; inherited by names below." }),
  costPerElement: units.optional(),
  python: nameList.optional().meta({ description: "Names below the package that are interpreter work." }),
  native: nameList.optional().meta({ description: "Names below the package that run native code." }),
  io: nameList.optional().meta({ description: "Names below the package that wait." }),
  costs: z.record(dottedName, costs).optional(),
  sources: sourceIds.optional(),
});

function isExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

const dropIn = z.strictObject({
  from: dottedName,
  covers: z.array(dottedName).optional().meta({ description: "Names below `from` that are replaced; all of them when left out." }),
  literals: text
    .refine(isExpression, "is no regular expression")
    .optional()
    .meta({ description: "Regular expression that texts written down among the arguments have to fit." }),
  to: z.string().min(1).max(100).meta({ description: "Package on the index." }),
  core: z.enum(["rust", "c", "c++", "cython", "python"]).meta({ description: "What its hot part is written in." }),
  speedup,
  caveats: z.array(text).min(1, "needs at least one caveat").max(10),
  effort,
  requiresPython: pythonVersion.optional(),
  sources: atLeastOneSource,
}) satisfies z.ZodType<DropInEntry>;

const importCost = z.strictObject({ name: dottedName, milliseconds: z.number().min(0).max(600_000), sources: atLeastOneSource });

export const librariesFile = defineFileKind("libraries", "Where library time goes, what has a native drop-in, what imports cost.", {
  basis: single(text.meta({ description: "What the costs in the file rest on." }), true),
  packages: mapOf(dottedName, packageSchema),
  dropIns: listOf(dropIn, (entry) => `${entry.from} -> ${entry.to}`),
  importCosts: listOf(importCost, (entry) => entry.name),
});

export type PackageEntry = z.infer<typeof packageSchema>;
export type ImportCostEntry = z.infer<typeof importCost>;
