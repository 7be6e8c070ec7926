import * as z from "zod";
import type { SourceEntry } from "../contract";
import { id, isoDate, text } from "./common";
import { defineFileKind, listOf } from "./file-kind";

const source = z.strictObject({
  id,
  title: text,
  reference: text.meta({ description: "Public address or citation; for measurements, how to repeat them." }),
  date: isoDate,
  kind: z.enum(["measured", "documentation", "benchmark", "report", "paper", "repository", "survey", "book"]),
}) satisfies z.ZodType<SourceEntry>;

export const sourcesFile = defineFileKind("sources", "What facts rest on.", { sources: listOf(source, (entry) => entry.id) });
