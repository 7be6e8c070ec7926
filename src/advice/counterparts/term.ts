/**
 * Code in a form in which two ways of writing the same thing are equal: a head with arguments. Sums, products and comparisons lose their
 * order, `range(len(xs))` with `xs[i]` becomes a walk over the elements, `x += 1` an assignment, and so on; `expression-terms.ts` and
 * `statement-terms.ts` say how. Shapes to look for and functions to look into become terms by the same code.
 */
import type { Expression, Statement } from "../../syntax";

export interface Term {
  /** `+`, `call`, `for`, `name`, `int`, ... */
  readonly head: string;
  /** What a leaf is: the name, the number, the text; of an attribute its name. */
  readonly text?: string;
  readonly args: readonly Term[];
  /** What it was made of, where that is one expression; shapes have none. */
  readonly source?: Expression;
  /** The same for a statement. */
  readonly statement?: Statement;
}

export function leaf(head: string, text: string, source?: Expression): Term {
  return { head, text, args: [], source };
}

export function node(head: string, args: readonly Term[], source?: Expression): Term {
  return { head, args, source };
}

export const nothing: Term = node("nothing", []);

export function isLeaf(term: Term | undefined, head: string, text: string): boolean {
  return term !== undefined && term.head === head && term.text === text;
}

export function sameTerm(a: Term, b: Term): boolean {
  if (a === b) return true;
  if (a.head !== b.head || a.text !== b.text || a.args.length !== b.args.length) return false;
  return a.args.every((arg, index) => sameTerm(arg, b.args[index] as Term));
}

/** The term and all below it. */
export function* termsWithin(term: Term): Iterable<Term> {
  yield term;
  for (const arg of term.args) yield* termsWithin(arg);
}

/** The term with `change` applied to what is below it and then to itself. */
export function rebuild(term: Term, change: (term: Term) => Term): Term {
  const args = term.args.map((arg) => rebuild(arg, change));
  return change(args.every((arg, index) => arg === term.args[index]) ? term : { ...term, args });
}

/** Leaves as `head:text`, others as a list that begins with the same: how shapes are kept. */
export type Encoded = string | readonly [string, ...Encoded[]];

export function encodeTerm({ head, text, args }: Term): Encoded {
  const label = text === undefined ? head : `${head}:${text}`;
  return args.length === 0 ? label : [label, ...args.map(encodeTerm)];
}

export function decodeTerm(encoded: Encoded): Term {
  const [label, ...args] = typeof encoded === "string" ? [encoded] : encoded;
  const at = (label as string).indexOf(":");
  const head = at < 0 ? (label as string) : (label as string).slice(0, at);
  const text = at < 0 ? undefined : (label as string).slice(at + 1);
  return { head, ...(text !== undefined && { text }), args: (args as Encoded[]).map(decodeTerm) };
}
