/**
 * Answers that are computed on demand and may ask for each other in circles. A question that is asked again while it is being answered
 * gets the empty set. What was computed from such a gap is provisional: it serves as long as the question that left the gap is open, and
 * is worked out again once that is answered. So the work is bounded and the result hardly depends on the order of questions.
 */
import { NOTHING, type Values } from "./values";

/** Circles within circles: after so many tries the answer is kept as it is. */
const MAX_ATTEMPTS = 4;
/** Bounds the recursion, and with it the stack: deeper chains are not followed. */
const MAX_DEPTH = 160;

/** A question that is being answered, by how deep it stands. */
class Unfinished {
  constructor(readonly depth: number) {}
}

class Provisional {
  constructor(
    readonly values: Values,
    /** The question whose answer was missing. */
    readonly missing: object,
    readonly attempts: number,
  ) {}
}

export class CircularMemo {
  private readonly answers = new Map<object, Values | Unfinished | Provisional>();
  private readonly markers: readonly Unfinished[] = Array.from({ length: MAX_DEPTH }, (_, depth) => new Unfinished(depth));
  /** The open questions, outermost first. */
  private readonly open: object[] = [];
  private depth = 0;
  /** Smallest depth of an open question that the current one has asked for. */
  private lowest = Number.POSITIVE_INFINITY;

  /** The answer for `key` if it is settled; asking so first saves making a function to compute it. */
  settled(key: object): Values | undefined {
    const known = this.answers.get(key);
    return Array.isArray(known) ? known : undefined;
  }

  /** The answer for `key`, from `compute` unless it is known. */
  answer(key: object, compute: () => Values): Values {
    const known = this.answers.get(key);
    if (known === undefined) return this.work(key, compute, 0);
    if (known instanceof Unfinished) {
      this.needs(known.depth);
      return NOTHING;
    }
    if (!(known instanceof Provisional)) return known;
    const missing = this.answers.get(known.missing);
    if (missing instanceof Unfinished) {
      this.needs(missing.depth);
      return known.values;
    }
    return this.work(key, compute, known.attempts);
  }

  private work(key: object, compute: () => Values, attempts: number): Values {
    const { depth, lowest: outer } = this;
    if (depth >= MAX_DEPTH) {
      this.needs(0);
      return NOTHING;
    }
    this.depth = depth + 1;
    this.lowest = Number.POSITIVE_INFINITY;
    this.open[depth] = key;
    this.answers.set(key, this.markers[depth] as Unfinished);
    const values = compute();
    const { lowest } = this;
    const isFinal = lowest >= depth || attempts + 1 >= MAX_ATTEMPTS;
    this.answers.set(key, isFinal ? values : new Provisional(values, this.open[lowest] as object, attempts + 1));
    this.depth = depth;
    this.lowest = lowest < depth && lowest < outer ? lowest : outer;
    return values;
  }

  private needs(depth: number): void {
    if (depth < this.lowest) this.lowest = depth;
  }
}
