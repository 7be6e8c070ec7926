import * as z from "zod";
import type { CounterpartEntry } from "../contract";
import { atLeastOneSource, effort, id, pythonVersion, speedup, text } from "./common";
import { defineFileKind, listOf } from "./file-kind";

const name = z.string().regex(/^[A-Za-z_]\w*$/, "must be a name");

const counterpart = z.strictObject({
  id,
  what: text.meta({ description: 'Completes "This is": a CRC-32.' }),
  use: text.meta({ description: 'Completes "written by hand;": zlib.crc32(data) works it out in C.' }),
  target: z.enum(["stdlib", "numpy", "library"]),
  notes: z.array(text).meta({ description: "Where it differs, in sentences." }),
  shapes: z.array(text).min(1).meta({
    description:
      "Python as people write it. Names stand for anything, in capitals for constants, `_` for anything at all, `...` for any statements, `within(x)` for what holds x.",
  }),
  constants: z
    .array(z.array(z.string().min(1)).min(1))
    .optional()
    .meta({ description: "Of each list one stands somewhere in the file; numbers in decimal." }),
  types: z.record(name, z.enum(["text", "bytes", "text-or-bytes", "number", "list"])).optional(),
  known: z.boolean().optional().meta({ description: "The types have to be known, not only not to be others." }),
  ordered: z.boolean().optional().meta({ description: "The order of a sum counts: it joins texts or lists." }),
  loops: z
    .boolean()
    .optional()
    .meta({ description: "It goes through a collection without a loop of its own: it counts outside loops too." }),
  heart: z.boolean().optional().meta({ description: "It is one expression, and the loop around it does nothing else." }),
  confidence: z.enum(["high", "medium"]),
  speedup,
  effort,
  requiresPython: pythonVersion.optional(),
  sources: atLeastOneSource,
}) satisfies z.ZodType<CounterpartEntry>;

export const counterpartsFile = defineFileKind("counterparts", "What libraries already have, and how people write it by hand.", {
  counterparts: listOf(counterpart, (entry) => entry.id),
});
