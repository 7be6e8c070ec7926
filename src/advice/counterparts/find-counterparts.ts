/** Finds code written by hand for which the standard library or another has a counterpart (`knowledge/counterparts`). */
import type { TextRange } from "../../base";
import type { CounterpartEntry, CounterpartTypeKind } from "../../knowledge";
import { type Expression, expressionsOf, type FileFacts, type Statement, walkExpressions, walkStatements } from "../../syntax";
import type { RuleContext } from "../contract";
import { type Bindings, ShapeMatcher } from "./match-term";
import { createNaming } from "./naming";
import { parsedShapes } from "./parsed-shapes";
import { decodeShape, marksOf, type Shape } from "./shape";
import { toBlock } from "./statement-terms";
import { isLeaf, leaf, type Term, termsWithin } from "./term";

export interface FoundCounterpart {
  readonly entry: CounterpartEntry;
  /** The loop, the expression, or the name of the function. */
  readonly range: TextRange;
  readonly isWholeFunction: boolean;
}

const shapes = new Map<string, readonly Shape[]>();

function shapesOf({ id }: CounterpartEntry): readonly Shape[] {
  const known = shapes.get(id);
  if (known !== undefined) return known;
  const decoded = (parsedShapes[id] ?? []).map((text) => decodeShape(JSON.parse(text)));
  shapes.set(id, decoded);
  return decoded;
}

/** The first counterpart in the order of the entries for each place. */
export function findCounterparts(context: RuleContext): readonly FoundCounterpart[] {
  const { fact } = context.function;
  const body = toBlock(fact.body, createNaming(context));
  const marks = marksOf([body]);
  const found: FoundCounterpart[] = [];
  for (const entry of context.knowledge.counterparts) {
    for (const shape of shapesOf(entry)) {
      if (!shape.marks.every((mark) => marks.has(mark))) continue;
      if (!hasConstants(entry, context.function.file)) continue;
      for (const place of placesOf(shape, body, entry, context)) {
        if (!found.some(({ range }) => range.start <= place.range.start && place.range.end <= range.end)) found.push({ entry, ...place });
      }
    }
  }
  return found;
}

type Place = Omit<FoundCounterpart, "entry">;

function placesOf(shape: Shape, body: Term, entry: CounterpartEntry, context: RuleContext): Place[] {
  const { fact } = context.function;
  const accepts = (bindings: Bindings) => fitsTypes(bindings, entry, context);
  const matcher = () => new ShapeMatcher(entry.ordered === true);
  if (shape.kind === "function") {
    const [name, ...parameters] = shape.parameters as [Term, ...Term[]];
    const given = fact.params.filter(({ name: it }, index) => !(index === 0 && fact.ownerClass !== undefined && /^(self|cls)$/.test(it)));
    if (given.length !== parameters.length) return [];
    const bindings = new Map(parameters.map((it, index) => [it.text as string, leaf("name", (given[index] as { name: string }).name)]));
    bindings.set(name.text as string, ownName(context));
    return matcher().match(shape.anchor, body, bindings, accepts) ? [{ range: fact.nameRange, isWholeFunction: true }] : [];
  }
  const places: Place[] = [];
  for (const block of blocksWithin(body)) {
    for (const [index, statement] of block.args.entries()) {
      if (shape.kind === "expression") {
        if (statement.head !== "for" && statement.head !== "while") places.push(...expressionPlaces(shape, statement, matcher, accepts));
        continue;
      }
      if (shape.kind === "statement" && statement.args.some(({ head }) => head === "block")) continue;
      const isMet = matcher().match(shape.anchor, statement, new Map(), (bindings) =>
        isAround(shape.before, block.args.slice(0, index).reverse(), bindings, matcher(), (now) =>
          isAround(shape.after, block.args.slice(index + 1), now, matcher(), accepts),
        ),
      );
      if (isMet && statement.statement !== undefined) places.push({ range: statement.statement, isWholeFunction: false });
    }
  }
  return places;
}

function expressionPlaces(shape: Shape, statement: Term, matcher: () => ShapeMatcher, accepts: (bindings: Bindings) => boolean): Place[] {
  const places: Place[] = [];
  for (const term of ownTerms(statement)) {
    if (term.source === undefined || term.head !== shape.anchor.head || !matcher().match(shape.anchor, term, new Map(), accepts)) continue;
    places.push({ range: term.source, isWholeFunction: false });
  }
  return places;
}

/** Without the statements inside. */
function* ownTerms(term: Term): Iterable<Term> {
  if (term.head === "block") return;
  yield term;
  for (const arg of term.args) yield* ownTerms(arg);
}

function* blocksWithin(term: Term): Iterable<Term> {
  for (const it of termsWithin(term)) if (it.head === "block") yield it;
}

/** Each of the shapes is met by one of the statements, nearest first. */
function isAround(
  wanted: readonly Term[],
  statements: readonly Term[],
  bindings: Bindings,
  matcher: ShapeMatcher,
  next: (bindings: Bindings) => boolean,
): boolean {
  const [first, ...others] = wanted;
  if (first === undefined) return next(bindings);
  return statements.some((statement) =>
    matcher.match(first, statement, bindings, (now) => isAround(others, statements, now, matcher, next)),
  );
}

function ownName({ function: { fact } }: RuleContext): Term {
  if (fact.ownerClass === undefined) return leaf("name", fact.name);
  return { head: "attribute", text: fact.name, args: [leaf("name", fact.params[0]?.name ?? "self")] };
}

const typeKinds: Readonly<Record<CounterpartTypeKind, RegExp>> = {
  text: /^builtins\.str$/,
  bytes: /^builtins\.(bytes|bytearray|memoryview)$/,
  number: /^builtins\.(int|float|bool)$/,
  list: /^(builtins\.(list|tuple)|typing\.(List|Sequence|MutableSequence))$/,
  "text-or-bytes": /^builtins\.(str|bytes|bytearray|memoryview)$/,
};

/** What is an array or a frame is for other rules; a type that is not known is given the benefit of the doubt unless it has to be known. */
function fitsTypes(bindings: Bindings, { types, known }: CounterpartEntry, { typeName, function: { fact } }: RuleContext): boolean {
  const self = fact.ownerClass === undefined ? undefined : fact.params[0]?.name;
  for (const [name, term] of bindings) {
    // A class that is a collection itself has to walk through itself.
    if (self !== undefined && isLeaf(term, "name", self)) return false;
    const { source } = term;
    const type = source === undefined ? undefined : typeName(source);
    if (type !== undefined && /^(numpy|pandas|polars|torch)\./.test(type)) return false;
    const wanted = types?.[name];
    if (wanted === undefined) continue;
    if (type === undefined ? known === true : !typeKinds[wanted].test(type)) return false;
  }
  return true;
}

const constantsOf = new WeakMap<FileFacts, ReadonlySet<string>>();

/** Constants that the shape does not hold, such as a polynomial, stand somewhere in the file. */
function hasConstants({ constants }: CounterpartEntry, file: FileFacts): boolean {
  if (constants === undefined) return true;
  let known = constantsOf.get(file);
  if (known === undefined) {
    known = collectConstants(file);
    constantsOf.set(file, known);
  }
  return constants.every((choices) => choices.some((it) => (known as ReadonlySet<string>).has(it)));
}

function collectConstants(file: FileFacts): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (expression: Expression) => {
    if (expression.kind === "constant") found.add(String(expression.text ?? expression.number));
  };
  const look = (statement: Statement) => {
    for (const expression of expressionsOf(statement)) walkExpressions(expression, note);
  };
  for (const { body, params } of file.functions) {
    walkStatements(body, look);
    for (const { defaultValue } of params) if (defaultValue !== undefined) walkExpressions(defaultValue, note);
  }
  for (const { body } of file.classes) walkStatements(body, look);
  return found;
}
