/** Files that `npm run bench:payoff` writes: what was timed, on which machine, with which versions. */
import * as z from "zod";
import type {
  BoundaryMeasurement,
  KernelMeasurement,
  MeasurementConditions,
  MemoryMeasurement,
  OperationMeasurement,
} from "../measurements-contract";
import { id, isoDate, text } from "./common";
import { defineFileKind, listOf, single } from "./file-kind";

const amount = z.number().min(0);
const counts = z.record(id, z.int().min(0));

const conditions = z.strictObject({
  title: text,
  date: isoDate,
  repeat: text.meta({ description: "The command that measures it again." }),
  machine: z.strictObject({ system: text, processor: text, cores: z.int().positive() }),
  versions: z.record(id, text),
}) satisfies z.ZodType<MeasurementConditions>;

const timed = z.strictObject({
  us: amount.meta({ description: "Median processor time of a call in microseconds, all threads." }),
  speedup: amount.optional().meta({ description: "Median of the paired ratios Python / this." }),
  low: amount.optional().meta({ description: "Lower quartile of the ratios." }),
  high: amount.optional().meta({ description: "Upper quartile of the ratios." }),
  wall: amount.optional().meta({ description: "Median ratio of elapsed time, where several threads work." }),
});

const kernel = z.strictObject({
  id,
  kind: id,
  sizes: z.array(
    z.strictObject({
      size: z.enum(["small", "medium", "large"]),
      given: counts.meta({ description: "Values handed over, by type." }),
      made: counts.meta({ description: "Values handed back, by type." }),
      times: z.record(z.string().regex(/^[a-z0-9]+( prepared)?$/), timed),
    }),
  ),
}) satisfies z.ZodType<KernelMeasurement>;

const boundary = z.strictObject({
  id,
  what: text,
  call: amount.meta({ description: "Nanoseconds of a call, ten elements included where there are elements." }),
  element: amount.optional().meta({ description: "Nanoseconds of an element, over a thousand of them." }),
  far: amount.optional().meta({ description: "Nanoseconds of an element, over a hundred thousand of them." }),
  python: amount.optional().meta({ description: "What the plainest Python work on the same costs: a call, or an element." }),
}) satisfies z.ZodType<BoundaryMeasurement>;

const threads = z.strictObject({ id, what: text, speedup: amount, low: amount, high: amount });

const operation = z.strictObject({
  id,
  code: text,
  ns: amount,
  units: amount.meta({ description: "In additions of small integers." }),
  rust: amount.optional().meta({ description: "Nanoseconds of the counterpart in Rust." }),
}) satisfies z.ZodType<OperationMeasurement>;

const memory = z.strictObject({
  id,
  what: text,
  bytes: amount.meta({ description: "Bytes an element." }),
  rust: amount.optional().meta({ description: "Bytes an element in Rust, by the layout of the type." }),
  rustType: text.optional(),
}) satisfies z.ZodType<MemoryMeasurement>;

export const measurementsFile = defineFileKind("measurements", "What the payoff benchmark measured.", {
  conditions: single(conditions, true),
  kernels: listOf(kernel, (entry) => entry.id),
  boundary: listOf(boundary, (entry) => entry.id),
  threads: listOf(threads, (entry) => entry.id),
  operations: listOf(operation, (entry) => entry.id),
  memory: listOf(memory, (entry) => entry.id),
});

export type ThreadsEntry = z.infer<typeof threads>;
