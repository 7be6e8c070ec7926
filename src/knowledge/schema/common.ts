/** Building blocks of the schemas: each message says what is expected, because it ends up in a report to whoever wrote the file. */
import * as z from "zod";

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be words in lower case joined by hyphens")
  .max(100)
  .meta({ description: "Words in lower case joined by hyphens." });

/** `numpy.linalg.norm`. */
export const dottedName = z
  .string()
  .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, "must be a dotted Python name")
  .max(200);

/** `append popleft rotate`: many names in one text are quick to read, to write and to check. */
export const nameList = z
  .string()
  .regex(/^[A-Za-z_][\w.]*(?: [A-Za-z_][\w.]*)*$/, "must be dotted names with one space between")
  .max(8_000)
  .meta({ description: "Dotted names with spaces between." });

/** The names of a `nameList`. */
export function namesIn(list: string): readonly string[] {
  return list.split(" ");
}

export const text = z.string().min(1, "must not be empty").max(8_000);
export const sourceIds = z.array(id).max(30);
export const atLeastOneSource = sourceIds.min(1, "needs at least one source");
export const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be a date such as 2025-10-07, 2025-10 or 2025")
  .meta({ description: "ISO date; the day or month may be left out where the source has none." });

export const pythonVersion = z.string('must be a quoted version such as "3.10"').regex(/^3\.\d+$/, 'must be a version such as "3.10"');

const factor = z.number().positive().max(1_000_000);

function ordered(range: { low: number; mid: number; high: number }): boolean {
  return range.low <= range.mid && range.mid <= range.high;
}

const orderedMessage = { error: "low, mid and high must not decrease", path: ["mid"] };

export const speedup = z
  .strictObject({ low: factor, mid: factor, high: factor, basis: text.meta({ description: "What the figures rest on, in words." }) })
  .refine(ordered, orderedMessage);

/** A strict object with low, mid, high beside `shape`. */
export function withRange<T extends z.ZodRawShape>(shape: T) {
  return z
    .strictObject({ ...shape, low: z.number().min(0), mid: z.number().min(0), high: z.number().min(0) })
    .refine((value) => ordered(value as unknown as { low: number; mid: number; high: number }), orderedMessage);
}

export const effort = z
  .strictObject({ lowHours: z.number().min(0), highHours: z.number().min(0) })
  .refine((hours) => hours.lowHours <= hours.highHours, { error: "lowHours must not be above highHours", path: ["highHours"] });

export const target = z.enum(["keep", "stdlib", "numpy", "polars", "library", "pyo3"]);
export const alternativeTarget = z.enum([...target.options, "numba", "mypyc", "cython", "threads", "algorithm"]);
