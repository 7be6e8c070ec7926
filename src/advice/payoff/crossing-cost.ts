/** What handing values over costs, in interpreter operation units, from how many there are of each type. Costs: `knowledge/operations.yaml`, measured. */
import type { OperationCosts } from "../../knowledge";

/** Values by type: `int`, `float`, `str`, `list`, `tuple`, `dict-item`, `set-item`, `object`; what crosses as one piece is a `buffer`. */
export type ValueCounts = Readonly<Record<string, number>>;

/** `rust` turns each value into one of its own, `array` turns numbers of lists into NumPy arrays; `none` works on Python's values. */
export type CrossingWay = "rust" | "array" | "none";

/** Targets not named here work on Python's values. Cython reads lists by itself, as Rust does. */
const ways: Readonly<Record<string, CrossingWay>> = { pyo3: "rust", numpy: "array", numba: "array", cython: "rust" };

export function crossingWay(target: string): CrossingWay {
  return ways[target] ?? "none";
}

export function crossingCost(given: ValueCounts, made: ValueCounts, way: CrossingWay, operations: OperationCosts): number {
  if (way === "none") return 0;
  const call = operations.cost(way === "rust" ? "cross-call" : "array-call");
  return call + sum(given, way === "rust" ? intoRust : intoArray, operations) + sum(made, outOf, operations);
}

/** A dict's and a set's members count by themselves as well; an object's fields do too. */
const intoRust: Readonly<Record<string, string>> = {
  int: "convert-int",
  float: "convert-float",
  str: "convert-text",
  list: "convert-list",
  tuple: "convert-tuple",
  "dict-item": "convert-item",
  "set-item": "convert-item",
  object: "convert-object",
};

const intoArray: Readonly<Record<string, string>> = { ...intoRust, int: "convert-array-element", float: "convert-array-element" };

const outOf: Readonly<Record<string, string>> = {
  int: "return-number",
  float: "return-number",
  str: "return-text",
  list: "return-list",
  tuple: "return-list",
  "dict-item": "return-item",
  "set-item": "return-item",
  object: "return-object",
};

function sum(counts: ValueCounts, names: Readonly<Record<string, string>>, operations: OperationCosts): number {
  let units = 0;
  for (const [type, count] of Object.entries(counts)) {
    const name = names[type];
    if (name !== undefined) units += count * operations.cost(name);
  }
  return units;
}
