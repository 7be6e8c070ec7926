/**
 * Answers that are computed on demand and may ask for each other in circles. A question that is asked again while it is being answered
 * gets the empty set. What was computed from such a gap is provisional: it is not kept, so that another way into the circle can do
 * better, until it has been tried a few times. So the work is bounded and the result hardly depends on the order of questions.
 */
import { NOTHING, type Values } from "./values";

const MAX_ATTEMPTS = 3;
/** Bounds the recursion, and with it the stack: deeper chains are not followed. */
const MAX_DEPTH = 160;

/** Marks a question that is being answered, by how deep it stands. */
class Unfinished {
  constructor(readonly depth: number) {}
}

export class CircularMemo {
  private readonly answers = new Map<object, Values | Unfinished>();
  private readonly attempts = new Map<object, number>();
  private readonly markers: Unfinished[] = Array.from({ length: MAX_DEPTH }, (_, depth) => new Unfinished(depth));
  private depth = 0;
  /** Smallest depth of an unfinished question that the current one has asked for. */
  private lowest = Number.POSITIVE_INFINITY;

  /** The answer for `key`, from `compute` unless it is known. */
  answer(key: object, compute: () => Values): Values {
    const known = this.answers.get(key);
    if (known !== undefined) {
      if (!(known instanceof Unfinished)) return known;
      if (known.depth < this.lowest) this.lowest = known.depth;
      return NOTHING;
    }
    const { depth } = this;
    if (depth >= MAX_DEPTH) {
      this.lowest = 0;
      return NOTHING;
    }
    const outer = this.lowest;
    this.depth = depth + 1;
    this.lowest = Number.POSITIVE_INFINITY;
    this.answers.set(key, this.markers[depth] as Unfinished);
    const values = compute();
    const { lowest } = this;
    if (lowest >= depth || this.isLastAttempt(key)) this.answers.set(key, values);
    else this.answers.delete(key);
    this.depth = depth;
    this.lowest = lowest < depth && lowest < outer ? lowest : outer;
    return values;
  }

  private isLastAttempt(key: object): boolean {
    const attempts = (this.attempts.get(key) ?? 0) + 1;
    if (attempts >= MAX_ATTEMPTS) return true;
    this.attempts.set(key, attempts);
    return false;
  }
}
