/** What the version of Python decides. */
import * as z from "zod";
import type { FeatureEntry, InterpreterEntry, ReleasesEntry } from "../contract";
import { alternativeTarget, atLeastOneSource, id, pythonVersion, text, withRange } from "./common";
import { defineFileKind, listOf } from "./file-kind";

const feature = z.strictObject({
  names: z.array(text).min(1).max(10).meta({ description: "How advice names it: dotted, or as an argument." }),
  python: pythonVersion.meta({ description: "Version that it came with." }),
  instead: text.meta({ description: "What does the same before." }),
  sources: atLeastOneSource,
}) satisfies z.ZodType<FeatureEntry>;

const releases = z.strictObject({
  target: alternativeTarget,
  name: text,
  releases: z
    .array(z.strictObject({ release: text, python: pythonVersion }))
    .min(1)
    .max(20)
    .meta({ description: "Newest first, each with the oldest Python that it runs on." }),
  sources: atLeastOneSource,
}) satisfies z.ZodType<ReleasesEntry>;

const interpreter = withRange({
  id,
  python: pythonVersion,
  says: text.meta({ description: "One sentence for an advice." }),
  sources: atLeastOneSource,
}) satisfies z.ZodType<InterpreterEntry>;

export const versionsFile = defineFileKind("versions", "What the version of Python decides.", {
  features: listOf(feature, ({ names }) => names[0] as string),
  releases: listOf(releases, (entry) => entry.target),
  interpreters: listOf(interpreter, (entry) => entry.id),
});
