/**
 * A shape that code written by hand has: a loop with what stands before and after it, a few statements, a whole function, or one expression.
 * It is written as Python; what its names mean says `match-term.ts`.
 */
import type { FileFacts } from "../../syntax";
import { type Naming, toTerm } from "./expression-terms";
import { isAnyAttribute } from "./match-term";
import { toBlock } from "./statement-terms";
import { decodeTerm, type Encoded, encodeTerm, node, type Term, termsWithin } from "./term";

export interface Shape {
  /** The loop, the body of the function, or the expression. */
  readonly anchor: Term;
  readonly kind: "loop" | "function" | "expression" | "statement";
  /** Statements somewhere before the anchor, and after it, in the same block. */
  readonly before: readonly Term[];
  readonly after: readonly Term[];
  /** Parameters of a whole function. */
  readonly parameters: readonly Term[];
  /** Heads and names from outside that code of this shape has: most code is told apart by them at once. */
  readonly marks: readonly string[];
}

const modules = new Set(["math", "cmath", "heapq", "re", "datetime", "random", "itertools", "operator", "string", "functools", "numpy"]);
const builtins = new Set(
  "abs all any bin bool bytearray bytes chr dict divmod enumerate filter float format frozenset hex int isinstance iter len list map max min next oct open ord pow print range repr reversed round set sorted str sum tuple type zip".split(
    " ",
  ),
);

/** In a shape, functions of Python and of the modules above are what they are; every other name stands for something. */
const naming: Naming = {
  external(expression) {
    if (expression.kind === "name")
      return builtins.has(expression.name) ? `builtins.${expression.name}` : modules.has(expression.name) ? expression.name : undefined;
    if (expression.kind !== "attribute") return undefined;
    const owner = naming.external(expression.value);
    return owner === undefined ? undefined : `${owner}.${expression.name}`;
  },
  meaning: () => undefined,
};

/** Encodes the facts of a shape's text; throws where it is not one of the things that a shape can be. */
export function encodeShape({ functions, problems }: FileFacts): Encoded {
  if (problems.length > 0) throw new Error(problems[0]?.message);
  const [module, ...others] = functions;
  const [only] = others;
  if (module === undefined || others.length > 1) throw new Error("a shape has one function at most");
  if (only === undefined) return encodeTerm(toBlock(module.body, naming));
  const parameters = only.params.map(({ name, start, end }) => toTerm({ kind: "name", name, start, end }, naming));
  return encodeTerm(
    node("function", [
      toTerm({ kind: "name", name: only.name, ...only.nameRange }, naming),
      node("parameters", parameters),
      toBlock(only.body, naming),
    ]),
  );
}

export function decodeShape(encoded: Encoded): Shape {
  const term = decodeTerm(encoded);
  if (term.head === "function") {
    const [name, parameters, body] = term.args as [Term, Term, Term];
    return { anchor: body, kind: "function", before: [], after: [], parameters: [name, ...parameters.args], marks: [...marksOf([body])] };
  }
  const at = term.args.findIndex(({ head }) => head === "for" || head === "while");
  const index = at < 0 ? term.args.length - 1 : at;
  const anchor = term.args[index] as Term;
  const isExpression = anchor.head === "do" && index === 0;
  return {
    anchor: isExpression ? (anchor.args[0] as Term) : anchor,
    kind: at >= 0 ? "loop" : isExpression ? "expression" : "statement",
    before: term.args.slice(0, index),
    after: term.args.slice(index + 1),
    parameters: [],
    marks: [...marksOf(term.args)],
  };
}

/** What a term of the shape has to hold. */
export function marksOf(terms: readonly Term[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const term of terms) {
    for (const it of termsWithin(term)) {
      if (it.head === "name" || it.head === "block" || it.head === "ellipsis" || it.head === "do" || isAnyAttribute(it)) continue;
      marks.add(it.text === undefined ? it.head : `${it.head}:${it.text}`);
    }
  }
  return marks;
}
