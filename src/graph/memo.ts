/**
 * Answers that are computed on demand and may ask for each other in circles. A question that is asked again while it is being answered
 * gets the empty set. What was computed from such a gap is provisional: it is not kept, so that another way into the circle can do
 * better, until it has been tried a few times. So the work is bounded and the result hardly depends on the order of questions.
 */
import { NOTHING, type Values } from "./values";

const MAX_ATTEMPTS = 3;
/** Bounds the recursion, and with it the stack: deeper chains are not followed. */
const MAX_DEPTH = 160;

export class CircularMemo {
  private readonly done = new Map<object, Values>();
  private readonly running = new Map<object, number>();
  private readonly attempts = new Map<object, number>();
  private depth = 0;
  /** Smallest depth of an unfinished question that the current one has asked for. */
  private lowest = Number.POSITIVE_INFINITY;

  /** The answer for `key`, from `compute` unless it is known. */
  answer(key: object, compute: () => Values): Values {
    const known = this.done.get(key);
    if (known !== undefined) return known;
    const unfinished = this.running.get(key);
    if (unfinished !== undefined || this.depth >= MAX_DEPTH) {
      this.lowest = Math.min(this.lowest, unfinished ?? 0);
      return NOTHING;
    }
    const outer = this.lowest;
    const depth = this.depth++;
    this.lowest = Number.POSITIVE_INFINITY;
    this.running.set(key, depth);
    try {
      const values = compute();
      if (this.lowest >= depth || this.isLastAttempt(key)) this.done.set(key, values);
      return values;
    } finally {
      this.running.delete(key);
      this.depth = depth;
      this.lowest = Math.min(outer, this.lowest < depth ? this.lowest : Number.POSITIVE_INFINITY);
    }
  }

  private isLastAttempt(key: object): boolean {
    const attempts = (this.attempts.get(key) ?? 0) + 1;
    if (attempts >= MAX_ATTEMPTS) return true;
    this.attempts.set(key, attempts);
    return false;
  }
}
