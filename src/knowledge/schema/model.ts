/** Files with the numbers of the heat and payoff models. */
import * as z from "zod";
import type { ClassGains, PayoffEntry } from "../contract";
import { alternativeTarget, atLeastOneSource, id, isoDate, sourceIds, text, withRange } from "./common";
import { defineFileKind, listOf, mapOf, single } from "./file-kind";

const prior = z.strictObject({
  value: z.number(),
  fitted: z.boolean().meta({ description: "Set by the fit on measured programs, not by counting or the literature." }),
  meaning: text,
});

const operation = z.strictObject({ cost: z.number().min(0), meaning: text });

const trips = withRange({
  evidence: text.meta({ description: "Completes 'so often because': rows of a data frame." }),
  sources: sourceIds.optional(),
});

export const priorsFile = defineFileKind("priors", "Trip counts, branch probabilities and weights of the heat model.", {
  basis: single(text),
  fitted: single(isoDate),
  values: mapOf(id, prior),
  trips: mapOf(id, trips),
});

export const operationsFile = defineFileKind("operations", "Costs of interpreter operations; 1 unit is one addition of small integers.", {
  basis: single(text),
  measured: single(isoDate),
  sources: single(sourceIds),
  operations: mapOf(id, operation),
});

const payoff = withRange({
  id,
  kind: id.meta({ description: "Kind of hot code." }),
  target: alternativeTarget,
  basis: text,
  sources: atLeastOneSource,
}) satisfies z.ZodType<PayoffEntry>;

const gain = z.number().positive().max(5000);
const units = z.number().min(0).meta({ description: "Operation units that a call takes whatever its size." });
const step = z.number().positive();

const classGains = z.strictObject({
  target: alternativeTarget,
  gains: z.strictObject({
    computing: gain,
    chains: gain,
    bits: gain,
    powers: gain,
    characters: gain,
    access: gain,
    attributes: gain,
    objects: gain,
    calls: gain,
    hashing: gain,
    textKeys: gain,
    text: gain,
    making: gain,
    functions: gain,
    mathematics: gain,
    native: gain,
    frames: gain,
  }),
  call: units,
  frameCall: units,
  spread: z.strictObject({ numbers: step, values: step, frames: step }).meta({
    description: "How far off a prediction is, in the logarithm, by what the work is about.",
  }),
  low: z.number().max(0).meta({ description: "Steps of the spread from a prediction down to the lower end of its range." }),
  high: z.number().min(0).meta({ description: "Steps of the spread from a prediction up to the upper end of its range." }),
  basis: text,
  sources: z.array(id).min(1).max(200),
}) satisfies z.ZodType<ClassGains>;

export const payoffFile = defineFileKind("payoff", "Speedup of moving a kind of code to a target.", {
  gains: listOf(classGains, (entry) => entry.target),
  payoff: listOf(payoff, (entry) => entry.id),
});

export type PriorEntry = z.infer<typeof prior>;
export type OperationEntry = z.infer<typeof operation>;
export type TripsEntry = z.infer<typeof trips>;
