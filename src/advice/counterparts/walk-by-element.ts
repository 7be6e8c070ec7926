/** `for i in range(len(xs))` that reads `xs[i]`, and nothing else of `i`, is a walk over the elements; with several sequences, over all at once. */
import { isLeaf, leaf, node, sameTerm, type Term, termsWithin } from "./term";

interface Walk {
  readonly target: Term;
  readonly iterable: Term;
  /** What runs in each round. */
  readonly scope: readonly Term[];
}

/** Walks over several sequences are `zip` of pairs of target and sequence, in no order. */
export function walkByElement(target: Term, iterable: Term, scope: readonly Term[]): Walk {
  const callee = iterable.head === "call" ? iterable.args[0] : undefined;
  if (isLeaf(callee, "external", "builtins.zip") && target.head === "tuple" && target.args.length === iterable.args.length - 1) {
    const pairs = target.args.map((it, index) => node("pair", [it, iterable.args[index + 1] as Term]));
    return { target: leaf("name", "*"), iterable: node("zip", pairs, iterable.source), scope };
  }
  if (isLeaf(callee, "external", "builtins.enumerate") && target.head === "tuple" && iterable.args.length === 2) {
    const [index, element] = target.args as [Term, Term];
    if (!scope.some((it) => reads(it, index))) return { target: element, iterable: iterable.args[1] as Term, scope };
  }
  if (isLeaf(callee, "external", "builtins.range") && iterable.args.length === 2 && target.head === "name" && isWhole(iterable.args[1])) {
    return walkPositions(target, iterable, scope);
  }
  return { target, iterable, scope };
}

/** A limit that is worked out, `range(i + 1)`, goes over a part. */
function isWhole(limit: Term | undefined): boolean {
  return limit?.head === "call" || limit?.head === "name" || limit?.head === "attribute" || limit?.head === "int";
}

function walkPositions(target: Term, iterable: Term, scope: readonly Term[]): Walk {
  const reading: Term[] = [];
  if (!scope.every((it) => readsElementsOnly(it, target, reading)) || reading.length === 0) return { target, iterable, scope };
  const sequences = reading.map((it) => it.args[0] as Term);
  if (sequences.some((sequence) => scope.some((it) => binds(it, sequence)))) return { target, iterable, scope };
  const elements = reading.map((it, index) => leaf("name", `${target.text}'${index}`, it.source));
  const replace = (term: Term): Term => {
    const found = elementOf(term, target) === undefined ? -1 : sequences.findIndex((it) => sameTerm(it, term.args[0] as Term));
    if (found >= 0) return elements[found] as Term;
    const args = term.args.map(replace);
    return args.every((arg, index) => arg === term.args[index]) ? term : { ...term, args };
  };
  const walked = scope.map(replace);
  if (sequences.length === 1) return { target: elements[0] as Term, iterable: sequences[0] as Term, scope: walked };
  const pairs = elements.map((it, index) => node("pair", [it, sequences[index] as Term]));
  return { target: leaf("name", "*"), iterable: node("zip", pairs, iterable.source), scope: walked };
}

/** Collects a reading of each sequence; false where the position is used otherwise, or an element is written. */
function readsElementsOnly(term: Term, position: Term, reading: Term[]): boolean {
  const sequence = elementOf(term, position);
  if (sequence !== undefined) {
    if (sequence.head !== "name" && sequence.head !== "attribute") return false;
    if (!reading.some(({ args: [known] }) => known !== undefined && sameTerm(known, sequence))) reading.push(term);
    return true;
  }
  if (isLeaf(term, "name", position.text as string)) return false;
  // Rows of a table stay what they are: a table is read by two positions.
  if (term.head === "[]" && elementOf(term.args[0] as Term, position) !== undefined) return false;
  const written = term.head === "let" || term.head === "delete" ? term.args[0] : undefined;
  if (written !== undefined && elementOf(written, position) !== undefined) return false;
  // Elements that change places, or that are bound at once, are written.
  if ((term.head === "swap" || term.head === "at-once") && [...termsWithin(term)].some((it) => elementOf(it, position))) return false;
  return term.args.every((arg) => readsElementsOnly(arg, position, reading));
}

const binding = new Set(["let", "for", "in", "pair", "named"]);

/** Another sequence in each round. */
function binds({ head, args }: Term, name: Term): boolean {
  if (binding.has(head) && args[0] !== undefined && reads(args[0], name) && args[0].head !== "[]") return true;
  return args.some((it) => binds(it, name));
}

function elementOf(term: Term, position: Term): Term | undefined {
  return term.head === "[]" && isLeaf(term.args[1], "name", position.text as string) ? term.args[0] : undefined;
}

export function reads(term: Term, name: Term): boolean {
  for (const it of termsWithin(term)) if (sameTerm(it, name)) return true;
  return false;
}
