/**
 * For formats that sum samples by line and hold no stacks: a line becomes a child of its function, and the function's whole time is the sum
 * of its lines'. (A function that recurses through several of its lines counts more than once, up to the whole time.)
 */
import type { ProfileFrame } from "../contract";
import type { CallTree } from "./call-tree";

export function createFunctionTotals(tree: CallTree) {
  const totals = new Map<number, number>();
  return {
    /** The frame of the function around a line, to stand before the line's in its stack. */
    add({ file, name }: ProfileFrame, total: number): number {
      const whole = tree.frame({ file, name });
      totals.set(whole, (totals.get(whole) ?? 0) + total);
      return whole;
    },
    /** Call it last: it sets the totals of the functions. */
    finish(): void {
      for (const [whole, total] of totals) tree.setTotal(tree.addStack([whole], 1, "running", 0), Math.min(total, tree.weight));
    },
  };
}
