/**
 * Whether a term has a shape. Names of a shape stand for expressions, the same name for the same one; `_` stands for anything, a name in
 * capitals for a constant, `...` for any statements, `within(x)` for anything that holds `x`, `x._` for any
 * attribute. Two names never stand for one name. The search tries all orders of sums, products and
 * bindings, and gives up after so many steps that no program could make it slow.
 */
import { isLeaf, sameTerm, type Term, termsWithin } from "./term";

/** What the names of the shape stand for. */
export type Bindings = ReadonlyMap<string, Term>;

type Next = (bindings: Bindings) => boolean;

const mostSteps = 20_000;
const constants = new Set(["int", "float", "str", "bytes", "bool"]);
const orderless = new Set(["+", "*", "|", "&", "^", "==", "!=", "and", "or", "zip", "at-once", "swap"]);
/** A capital and no small letter. */
const constantName = /^[A-Z][A-Z0-9_]*$/;

export class ShapeMatcher {
  private steps = 0;

  /** `isOrdered`: sums are of texts or lists, whose order counts. */
  constructor(private readonly isOrdered: boolean) {}

  match(shape: Term, term: Term, bindings: Bindings, next: Next): boolean {
    if (++this.steps > mostSteps) return false;
    if (shape.head === "name") return this.matchName(shape.text as string, term, bindings, next);
    const inner = wantedWithin(shape);
    if (inner !== undefined) return [...termsWithin(term)].some((it) => this.match(inner, it, bindings, next));
    if (shape.head !== term.head || (shape.text !== term.text && !isAnyAttribute(shape))) return false;
    if (shape.head === "block") return this.matchBlock(shape.args, term.args, bindings, next);
    if (shape.args.length !== term.args.length) return false;
    if (!orderless.has(shape.head) || (shape.head === "+" && this.isOrdered)) return this.matchAll(shape.args, term.args, bindings, next);
    return this.matchAnyOrder(shape.args, term.args, bindings, next);
  }

  private matchName(name: string, term: Term, bindings: Bindings, next: Next): boolean {
    if (name === "_") return next(bindings);
    const bound = bindings.get(name);
    if (bound !== undefined) return sameTerm(bound, term) && next(bindings);
    if (constantName.test(name) && !constants.has(term.head)) return false;
    if (term.head === "name") for (const other of bindings.values()) if (sameTerm(other, term)) return false;
    return next(new Map(bindings).set(name, term));
  }

  private matchAll(shapes: readonly Term[], terms: readonly Term[], bindings: Bindings, next: Next, from = 0): boolean {
    if (from === shapes.length) return next(bindings);
    return this.match(shapes[from] as Term, terms[from] as Term, bindings, (found) => this.matchAll(shapes, terms, found, next, from + 1));
  }

  private matchAnyOrder(shapes: readonly Term[], terms: readonly Term[], bindings: Bindings, next: Next): boolean {
    const [first, ...others] = shapes;
    if (first === undefined) return next(bindings);
    return terms.some((term, index) =>
      this.match(first, term, bindings, (found) => this.matchAnyOrder(others, without(terms, index), found, next)),
    );
  }

  /** Statement by statement; `...` takes as many as it needs to. */
  private matchBlock(shapes: readonly Term[], terms: readonly Term[], bindings: Bindings, next: Next): boolean {
    const [first, ...others] = shapes;
    if (first === undefined) return terms.length === 0 && next(bindings);
    if (isAnything(first)) {
      for (let taken = 0; taken <= terms.length; taken++) if (this.matchBlock(others, terms.slice(taken), bindings, next)) return true;
      return false;
    }
    const [term, ...rest] = terms;
    return term !== undefined && this.match(first, term, bindings, (found) => this.matchBlock(others, rest, found, next));
  }
}

/** `x._`. */
export function isAnyAttribute({ head, text }: Term): boolean {
  return head === "attribute" && text === "_";
}

/** Of `within(x)`, and of a block that holds only that. */
function wantedWithin(shape: Term): Term | undefined {
  const [callee, wanted] = shape.args;
  if (shape.head === "call") return isLeaf(callee, "name", "within") ? wanted : undefined;
  return (shape.head === "block" || shape.head === "do") && shape.args.length === 1 && callee !== undefined
    ? wantedWithin(callee)
    : undefined;
}

/** The statement `...`. */
export function isAnything({ head, args: [value] }: Term): boolean {
  return head === "do" && value?.head === "ellipsis";
}

function without(terms: readonly Term[], index: number): readonly Term[] {
  return terms.filter((_, at) => at !== index);
}
