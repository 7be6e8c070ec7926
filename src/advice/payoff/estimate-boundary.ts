/**
 * What handing work to compiled code costs each call, in interpreter operation units: the call itself, turning the elements of lists and
 * dicts into machine values, and results back. NumPy arrays, bytes and text cross without a copy. What a value of which type costs is
 * measured (`crossing-cost.ts`): into Rust a number costs a fraction of a pass over it in Python, a text more than one, into a NumPy array
 * a number costs about what the pass costs.
 */
import type { SimpleType } from "../../graph";
import { type Expression, type SubscriptExpression, walkExpressions } from "../../syntax";
import type { LoopView, RuleContext } from "../contract";
import { type CrossingWay, crossingCost, type ValueCounts } from "./crossing-cost";

export interface Boundary {
  /** Elements converted per call, both ways, at the middle of the estimated trip counts. */
  readonly elements: number;
  /** What is converted, as written: `rows`, `self.items`. */
  readonly converted: readonly string[];
  readonly given: ValueCounts;
  readonly made: ValueCounts;
  /** Cost of a call as a part of the Python work of one call; may pass 1. Into Rust values, and into NumPy arrays. */
  readonly share: number;
  readonly arrayShare: number;
}

const sharedTypes = /^(numpy\.|pandas\.|polars\.|pyarrow\.|array\.array$|builtins\.(bytes|bytearray|memoryview|str|int|float|bool|range)$)/;

/** Undefined for code that moves only together with its callers, which then cross the boundary in its place. */
export function estimateBoundary(context: RuleContext): Boundary | undefined {
  if (movesWithCaller(context)) return undefined;
  const walked = walkedArguments(context);
  const given = new Tally();
  for (const { value, count } of walked.values()) given.add(elementType(value, context), count);
  const made = madeElements(context);
  const work = context.functionHeat.work.python + context.functionHeat.work.native;
  const share = (way: CrossingWay) => (work > 0 ? crossingCost(given.counts, made.counts, way, context.knowledge.operations) / work : 0);
  return {
    elements: given.total + made.total,
    converted: [...walked.keys()],
    given: given.counts,
    made: made.counts,
    share: share("rust"),
    arrayShare: share("array"),
  };
}

/** Values by type, and of how many elements they are the parts. */
class Tally {
  readonly counts: Record<string, number> = {};
  total = 0;

  add(types: readonly string[], elements: number): void {
    for (const type of types) this.counts[type] = (this.counts[type] ?? 0) + elements;
    this.total += elements;
  }
}

/** What one element of a container consists of, by the container's type where it is known; a number where it is not. */
function elementType(container: Expression, { graph, function: node }: RuleContext): readonly string[] {
  const type = graph.typeOf(node.id, container);
  const parts = type?.args ?? [];
  if (type !== undefined && dictTypes.test(type.name)) return ["dict-item", ...valueType(parts[0], "str"), ...valueType(parts[1])];
  if (type !== undefined && setTypes.test(type.name)) return ["set-item", ...valueType(parts[0])];
  return valueType(parts[0]);
}

const dictTypes = /dict|Counter|Mapping/;
const setTypes = /set$/;
/** Entries of a dict, and members of a list or set, that stands for one record of many: so many at a guess. */
const recordSize = 3;

/** The value itself and what is inside. */
function valueType(type: SimpleType | undefined, otherwise = "int"): readonly string[] {
  if (type === undefined) return [otherwise];
  const parts = type.args ?? [];
  if (type.name === "builtins.tuple") return ["tuple", ...parts.flatMap((it) => valueType(it))];
  const isDict = dictTypes.test(type.name);
  const inside = isDict ? ["dict-item", ...valueType(parts[0], "str"), ...valueType(parts[1])] : valueType(parts[0]);
  if (isDict || type.name === "builtins.list") return ["list", ...repeated(inside, recordSize)];
  if (setTypes.test(type.name)) return ["list", ...repeated(["set-item", ...inside], recordSize)];
  return [valueTypes[type.name] ?? (type.name.startsWith("builtins.") ? "int" : "object")];
}

function repeated(parts: readonly string[], times: number): readonly string[] {
  return Array.from({ length: times }, () => parts).flat();
}

const valueTypes: Readonly<Record<string, string>> = {
  "builtins.int": "int",
  "builtins.bool": "int",
  "builtins.float": "float",
  "builtins.str": "str",
  "builtins.bytes": "str",
};

/** Caller's part of the heat, against the code's own, from which the two are one hot core. */
const sharedCore = 0.1;

/** No loop of its own, recursion, or called most by code that is hot itself and runs in the interpreter. */
function movesWithCaller({ loops, functionHeat, heat, graph }: RuleContext): boolean {
  if (loops.length === 0 || functionHeat.recursive !== undefined) return true;
  const [most] = functionHeat.callers;
  if (most === undefined || most.caller === "entry" || graph.functions[most.caller]?.fact.index === 0) return false;
  const caller = heat.functions[most.caller];
  return caller !== undefined && caller.cold === undefined && caller.mix.python > 0.5 && caller.heat >= sharedCore * functionHeat.heat;
}

/** Each list or dict of the caller that the loops look at, with how many of its elements. */
function walkedArguments(context: RuleContext): ReadonlyMap<string, { readonly value: Expression; readonly count: number }> {
  const counts = new Map<string, { value: Expression; count: number }>();
  // `walked` is what the elements come from: `graph[node]` of `graph`.
  const note = (value: Expression, count: number, walked = value) => {
    const name = handedOver(value, context);
    const known = name === undefined ? undefined : counts.get(name);
    if (name !== undefined && count >= (known?.count ?? 0)) counts.set(name, { value: walked, count });
  };
  for (const loop of context.loops) {
    const { iterable } = loop.fact;
    if (iterable !== undefined) {
      const picked = pickedByOuterLoop(iterable, loop);
      // Other elements in each round of the loops around: all of them are looked at in the end.
      if (picked !== undefined) note(picked.value, loop.heat.iterations, picked);
      else for (const value of iteratedValues(iterable)) note(value, walkedByLoop(loop, context), walkedInside(value, loop, context));
    }
    for (const expression of loop.expressions) {
      if (expression.kind !== "subscript" || expression.index.kind === "slice") continue;
      const { base, indices } = subscripted(expression);
      note(base, elementsIndexed(indices, loop, context), expression.value);
    }
  }
  return counts;
}

function handedOver(value: Expression, { parameters, typeName }: RuleContext): string | undefined {
  if (sharedTypes.test(typeName(value) ?? "")) return undefined;
  if (value.kind === "name") return parameters.has(value.name) && value.name !== "self" ? value.name : undefined;
  const isOwn = value.kind === "attribute" && value.value.kind === "name" && value.value.name === "self";
  return isOwn ? `self.${value.name}` : undefined;
}

/** `items` in `for x in items`, `enumerate(items)`, `zip(a, b)`, `range(len(items))`, `items.values()`. */
function iteratedValues(iterable: Expression): Expression[] {
  const found: Expression[] = [];
  walkExpressions(iterable, (it) => {
    if (it.kind === "name" || it.kind === "attribute") found.push(it);
    return it.kind === "attribute" && it.value.kind === "name" && it.value.name === "self" ? "skip" : undefined;
  });
  return found;
}

/** `graph[node]` in `for neighbour in graph[node].items()` where a loop around says which node. */
function pickedByOuterLoop(iterable: Expression, loop: LoopView): SubscriptExpression | undefined {
  if (loop.fact.parent === undefined) return undefined;
  let picked: SubscriptExpression | undefined;
  walkExpressions(iterable, (it) => {
    if (it.kind === "subscript" && it.value.kind !== "subscript" && it.index.kind === "name") picked ??= it;
    return undefined;
  });
  return picked;
}

/** Rounds of a loop, times those of an inner loop over its own elements (`for row in rows: for value in row`). */
function walkedByLoop(loop: LoopView, context: RuleContext): number {
  return loop.heat.trips.mid * Math.max(1, ...loopsOverElements(loop, context).map(({ heat }) => heat.trips.mid));
}

/** What the elements that count come from: the rows, where the loop's own elements are gone through. */
function walkedInside(value: Expression, loop: LoopView, context: RuleContext): Expression {
  return loopsOverElements(loop, context)[0]?.fact.iterable ?? value;
}

function loopsOverElements({ fact: { target, index } }: LoopView, { loops }: RuleContext): readonly LoopView[] {
  return loops.filter(
    ({ fact }) => fact.parent === index && target?.kind === "name" && fact.iterable?.kind === "name" && fact.iterable.name === target.name,
  );
}

/** `a[i][j]` and `a[i, j]`: the base and its indices. */
function subscripted(expression: Expression): { base: Expression; indices: Expression[] } {
  const indices: Expression[] = [];
  let base = expression;
  while (base.kind === "subscript") {
    indices.push(...(base.index.kind === "tuple" ? base.index.elements : [base.index]));
    base = base.value;
  }
  return { base, indices };
}

/** As many as the loops that bind the indices have rounds: each element is converted once however often it is read. */
function elementsIndexed(indices: readonly Expression[], inside: LoopView, { loops }: RuleContext): number {
  const binding = new Set<LoopView>();
  for (const index of indices) {
    walkExpressions(index, (it) => {
      if (it.kind !== "name") return;
      const loop = loops.find(({ fact }) => fact.target?.kind === "name" && fact.target.name === it.name && encloses(fact, inside.fact));
      if (loop !== undefined) binding.add(loop);
    });
  }
  return [...binding].reduce((product, { heat }) => product * heat.trips.mid, 1);
}

function encloses(outer: LoopView["fact"], inner: LoopView["fact"]): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Elements of the list that is built and returned. */
function madeElements(context: RuleContext): Tally {
  const { statements, calls, loops } = context;
  let most = 0;
  let types: readonly string[] = [];
  const note = (element: Expression | undefined, count: number) => {
    if (count <= most) return;
    most = count;
    types = madeType(element, context);
  };
  for (const statement of statements) {
    if (statement.kind !== "return" || statement.value === undefined) continue;
    const { value } = statement;
    if (value.kind === "name") {
      for (const { call, loop } of calls) {
        const isAppend =
          call.callee.kind === "attribute" &&
          call.callee.name === "append" &&
          call.callee.value.kind === "name" &&
          call.callee.value.name === value.name;
        if (isAppend && loop !== undefined) note(call.args[0], loops[loop]?.heat.iterations ?? 0);
      }
    }
    if (value.kind === "listComp") for (const { loop } of value.clauses) note(value.element, loops[loop]?.heat.iterations ?? 0);
  }
  const made = new Tally();
  if (most > 0) made.add(types, most);
  return made;
}

function madeType(element: Expression | undefined, { typeName, graph, function: node }: RuleContext): readonly string[] {
  if (element === undefined) return ["int"];
  if (element.kind === "tuple" || element.kind === "list") return ["list", ...element.elements.map(() => "int")];
  if (element.kind === "call" && graph.resolve(node.id, element.callee).kind === "class") return ["object"];
  return [valueTypes[typeName(element) ?? ""] ?? "int"];
}
