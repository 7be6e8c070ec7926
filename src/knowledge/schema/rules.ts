import * as z from "zod";
import type { RuleEntry } from "../contract";
import { atLeastOneSource, effort, id, speedup, target, text } from "./common";
import { defineEntryKind } from "./file-kind";

const program = z.string().min(1).max(20_000);

const rule = z.strictObject({
  id: id.meta({ description: "Names the pattern found, not the remedy; the file has the same name." }),
  code: z.string().regex(/^BE\d{3}$/, "must be BE and three digits"),
  title: text,
  target,
  problem: text.meta({ description: "One paragraph of Markdown: what was found and why it costs." }),
  remedy: text.meta({ description: "One paragraph of Markdown: what to do, or for `keep` why to leave it." }),
  whenNot: text.meta({ description: "One paragraph of Markdown: where the advice does not hold." }),
  before: program.meta({ description: "A whole Python file on which the rule fires." }),
  after: program.meta({ description: "A whole Python file on which it does not." }),
  speedup,
  effort,
  sources: atLeastOneSource,
  since: z.string('must be a quoted version such as "0.1.0"').regex(/^\d+\.\d+\.\d+$/, 'must be a version such as "0.1.0"'),
}) satisfies z.ZodType<RuleEntry>;

export const rulesFile = defineEntryKind("rules", "One advice rule.", rule, (entry) => entry.id);
