/** Classes of interpreter work, by what becomes of it in compiled code. */

/**
 * `computing`: arithmetic, comparisons, names, loop steps. `chains`: the same in an innermost loop of which each round waits for the one
 * before. `bits`: shifts and masks. `powers`: `x ** 2`. `characters`: comparing characters and asking for their code. `access`: elements of lists and characters. `attributes`: fields of
 * objects. `objects`: making instances of the project's classes. `calls`: Python functions, generators, exceptions. `hashing`: dicts and
 * sets. `textKeys`: the same with texts as keys, whose hash Python keeps and Rust works out each time. `text`: making and searching text.
 * `making`: lists and tuples. `functions`: small C functions whose call costs more than they do (random, heapq). `mathematics`: functions
 * such as sine, which cost a processor some time as well. `native`: work inside C code that the interpreter only starts, such as sorting,
 * matching, intersecting sets, big integers. `frames`: what a data frame does for each row that Python asks for.
 */
export const workClasses = [
  "computing",
  "chains",
  "bits",
  "powers",
  "characters",
  "access",
  "attributes",
  "objects",
  "calls",
  "hashing",
  "textKeys",
  "text",
  "making",
  "functions",
  "mathematics",
  "native",
  "frames",
] as const;
export type WorkClass = (typeof workClasses)[number];
export type WorkByClass = Readonly<Record<WorkClass, number>>;

/** One value for each class. */
export function byClass<Value>(of: (kind: WorkClass) => Value): Record<WorkClass, Value> {
  return Object.fromEntries(workClasses.map((it) => [it, of(it)])) as Record<WorkClass, Value>;
}

/** Groups of classes whose gains are about equally sure: a dict costs what it costs, a loop over numbers may gain anything. */
export const workGroups = {
  numbers: ["computing", "chains", "bits", "powers", "characters", "access", "functions", "mathematics"],
  values: ["attributes", "objects", "calls", "hashing", "textKeys", "text", "making", "native"],
  frames: ["frames"],
} as const satisfies Readonly<Record<string, readonly WorkClass[]>>;
export type WorkGroup = keyof typeof workGroups;

/** Parts of the work in each group; they sum to 1. */
export function byGroup(work: WorkByClass): Readonly<Record<WorkGroup, number>> {
  const total = workClasses.reduce((sum, it) => sum + work[it], 0);
  const part = (classes: readonly WorkClass[]) => (total > 0 ? classes.reduce((sum, it) => sum + work[it], 0) / total : 1 / 3);
  return { numbers: part(workGroups.numbers), values: part(workGroups.values), frames: part(workGroups.frames) };
}
