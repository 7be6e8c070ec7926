/** Whether measuring a function again came to what it came to before. */
import type { FunctionWork } from "./measure-work";

export function isSameWork(left: FunctionWork, right: FunctionWork): boolean {
  return isSame(left.tally, right.tally) && isSame(left.sites, right.sites) && isSame(left.elements, right.elements);
}

function isSame(left: unknown, right: unknown): boolean {
  if (left instanceof Map) return right instanceof Map && isSameMap(left, right);
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return Object.is(left, right);
  const [a, b] = [left as Record<string, unknown>, right as Record<string, unknown>];
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

/** Keys are names, or expressions by their identity. */
function isSameMap(left: ReadonlyMap<unknown, unknown>, right: ReadonlyMap<unknown, unknown>): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (!right.has(key) || !isSame(value, right.get(key))) return false;
  return true;
}
