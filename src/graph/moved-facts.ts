/** Facts at another place in their file. */
import { isPlace } from "../syntax";

/** Whether both say the same, wherever it stands. */
export function sameButForPlace(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return Object.is(left, right);
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, index) => sameButForPlace(item, right[index]));
  }
  const [a, b] = [left as Record<string, unknown>, right as Record<string, unknown>];
  for (const key in a) if (!isPlace(key) && !sameButForPlace(a[key], b[key])) return false;
  for (const key in b) if (!isPlace(key) && b[key] !== undefined && a[key] === undefined) return false;
  return true;
}

/** A copy with all offsets further by `shift`, or the same object where that is nothing. */
export function moved<Fact>(fact: Fact, shift: number): Fact {
  return shift === 0 ? fact : (movedValue(fact, shift) as Fact);
}

function movedValue(value: unknown, shift: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => movedValue(item, shift));
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = isPlace(key) ? (inner as number) + shift : movedValue(inner, shift);
  return copy;
}
