/**
 * How often a `for` loop or comprehension clause runs per arrival: exact where the source says so, else a prior by what is iterated.
 * `while` loops are in `estimate-while-trips.ts`.
 */
import type { ClassId, FunctionId, ProjectGraph, SimpleType } from "../graph";
import type { Knowledge } from "../knowledge";
import type { CallExpression, Expression } from "../syntax";
import { constantNumber, literalSize } from "./constant-value";
import type { TripCount } from "./contract";
import { countYields, onlyReturned } from "./count-yields";
import { whileLoop } from "./estimate-while-trips";
import { type FunctionScope, scopeOf } from "./function-scope";
import { parameterNumber, parameterSize } from "./parameter-counts";
import { about, atMost, exactly, inexact, productOf, shortest, sumOf } from "./trip-count";

export interface TripEstimator {
  /** Iterations of a loop over `iterable`. */
  forLoop(iterable: Expression, scope: FunctionScope): TripCount;
  /** The prior of that kind in `knowledge/priors.yaml`. */
  prior(kind: string): TripCount;
}

const MAX_STEPS = 6;
const openEnded = new Set(["endless", "machine"]);

export function createTripEstimator(graph: ProjectGraph, knowledge: Knowledge): TripEstimator {
  const priors = new Map<string, TripCount>();
  const prior = (kind: string): TripCount => {
    let trips = priors.get(kind);
    if (trips === undefined) {
      const { low, mid, high, evidence } = knowledge.priors.trips(kind);
      const isOpenEnded = openEnded.has(kind);
      trips = { low, mid, high, evidence: `assumed for ${evidence}`, exact: false, ...(isOpenEnded ? { openEnded: true } : {}) };
      priors.set(kind, trips);
    }
    return trips;
  };

  /** Functions whose values are being counted, so that one that runs through itself ends. */
  const counting = new Set<FunctionId>();

  function ofIterable(iterable: Expression, scope: FunctionScope, steps: number): TripCount {
    if (steps <= 0) return prior("unknown");
    switch (iterable.kind) {
      case "list":
      case "tuple":
      case "set":
      case "dict":
      case "constant":
      case "binary": {
        const size = literalSize(iterable, scope);
        return size === undefined ? byType(iterable, scope) : exactly(size, "the collection is literal");
      }
      case "starred":
        return ofIterable(iterable.value, scope, steps - 1);
      case "call":
        return ofCall(iterable, scope, steps);
      case "name": {
        const size = literalSize(iterable, scope);
        if (size !== undefined) return exactly(size, `${iterable.name} is bound to a literal of that size`);
        const value = scope.valueOf(iterable.name);
        if (value?.kind === "call" || value?.kind === "listComp" || value?.kind === "binary") return ofIterable(value, scope, steps - 1);
        const param = scope.isParameter(iterable.name) && scope.fact.params.find((item) => item.name === iterable.name);
        if (param && (param.kind === "varargs" || param.kind === "kwargs")) return prior("arguments");
        const passed = param ? parameterSize(graph, scope, iterable.name) : undefined;
        if (passed !== undefined && passed > 0) return about(passed, `calls in this file pass ${passed} elements as ${iterable.name}`);
        return ofElsewhere(iterable, scope, steps) ?? byType(iterable, scope);
      }
      case "attribute":
        if (iterable.name === "__mro__" || iterable.name === "__bases__") return prior("classes");
        return ofElsewhere(iterable, scope, steps) ?? byType(iterable, scope);
      case "listComp":
      case "generator":
      case "setComp":
      case "dictComp": {
        const first = iterable.clauses[0];
        return first ? ofIterable(first.iterable, scope, steps - 1) : prior("unknown");
      }
      case "subscript":
        if (iterable.index.kind === "slice") {
          const upper = iterable.index.upper && constantNumber(iterable.index.upper, scope);
          const lower = iterable.index.lower ? constantNumber(iterable.index.lower, scope) : 0;
          if (upper !== undefined && lower !== undefined && upper > lower && lower >= 0) {
            return atMost(upper - lower, ofIterable(iterable.value, scope, steps - 1), "the slice has at most that many elements");
          }
          return ofIterable(iterable.value, scope, steps - 1);
        }
        return byType(iterable, scope);
      case "boolean":
        // `for x in xs or ():`
        return ofIterable(iterable.left, scope, steps - 1);
      default:
        return byType(iterable, scope);
    }
  }

  /** What is bound in another module, a class or a method of the object. */
  function ofElsewhere(iterable: Expression, scope: FunctionScope, steps: number): TripCount | undefined {
    const bound = scope.elsewhere(iterable);
    if (bound === undefined) return undefined;
    const trips = ofIterable(bound.value, bound.scope, steps - 1);
    return trips === prior("unknown") ? undefined : trips;
  }

  /** As many as the generator yields; what another function returns when it is plain to see. */
  function ofProjectCall(call: CallExpression, scope: FunctionScope, steps: number): TripCount | undefined {
    if (call.callee.kind !== "name" && call.callee.kind !== "attribute") return undefined;
    const target = graph.resolve(scope.id, call.callee);
    return target.kind === "function" && target.functions.length === 1
      ? ofFunction(target.functions[0] as FunctionId, scope, steps)
      : undefined;
  }

  /** Of the same file: code inside the functions of others may change without this one being estimated again. */
  function ofFunction(id: FunctionId, scope: FunctionScope, steps: number): TripCount | undefined {
    if (counting.has(id) || graph.functions[id]?.path !== graph.functions[scope.id]?.path) return undefined;
    counting.add(id);
    const inner = scopeOf(graph, id);
    const trips = inner.fact.isGenerator ? ofGenerator(inner, steps) : ofReturned(inner, steps);
    counting.delete(id);
    return trips;
  }

  function ofGenerator(inner: FunctionScope, steps: number): TripCount | undefined {
    const values = countYields(
      inner.fact,
      (iterable) => ofIterable(iterable, inner, steps - 1).mid,
      (loop) => whileLoop(loop, inner, prior).mid,
    );
    return values < 1 ? undefined : about(Math.round(values), `values that ${inner.fact.name} yields, as far as its loops tell`);
  }

  function ofReturned(inner: FunctionScope, steps: number): TripCount | undefined {
    const value = onlyReturned(inner.fact.body);
    const trips = value && ofIterable(value, inner, steps - 1);
    return trips === prior("unknown") ? undefined : trips;
  }

  function ofCall(call: CallExpression, scope: FunctionScope, steps: number): TripCount {
    const name = externalName(graph, scope, call.callee);
    const argument = call.args[0];
    switch (name) {
      case "builtins.range":
        return ofRange(call, scope, steps);
      case "builtins.enumerate":
      case "builtins.reversed":
      case "builtins.sorted":
      case "builtins.list":
      case "builtins.tuple":
      case "builtins.set":
      case "builtins.frozenset":
      case "builtins.iter":
      case "copy.copy":
      case "tqdm.tqdm":
        return argument ? ofIterable(argument, scope, steps - 1) : prior("unknown");
      case "builtins.map":
      case "builtins.filter":
        return call.args[1] ? ofIterable(call.args[1], scope, steps - 1) : prior("unknown");
      case "builtins.zip":
        return shortest(call.args.map((item) => ofIterable(item, scope, steps - 1))) ?? prior("unknown");
      case "itertools.chain":
        return sumOf(call.args.map((item) => ofIterable(item, scope, steps - 1))) ?? prior("unknown");
      case "itertools.product":
        return productOf(call.args.map((item) => ofIterable(item, scope, steps - 1))) ?? prior("permutations");
      case "itertools.permutations":
      case "itertools.combinations":
      case "itertools.combinations_with_replacement":
        return prior("permutations");
      case "itertools.count":
      case "itertools.cycle":
      case "itertools.repeat":
        return call.args.length === 2 && name === "itertools.repeat" ? ofCount(call.args[1] as Expression, scope, steps) : prior("endless");
      case "itertools.islice": {
        const limit = call.args.length === 2 ? constantNumber(call.args[1] as Expression, scope) : undefined;
        const inner = argument ? ofIterable(argument, scope, steps - 1) : prior("unknown");
        return limit === undefined ? inner : atMost(limit, inner, "islice ends there");
      }
      case "builtins.open":
      case "io.open":
        return prior("file-lines");
      case "csv.reader":
      case "csv.DictReader":
        return prior("file-rows");
      case "re.finditer":
      case "re.findall":
      case "re.Pattern.finditer":
      case "re.Pattern.findall":
        return prior("regex-matches");
      case "re.split":
      case "re.Pattern.split":
      case "builtins.str.split":
      case "builtins.str.rsplit":
      case "builtins.bytes.split":
        return prior("split-parts");
      case "builtins.str.splitlines":
      case "builtins.bytes.splitlines":
        return prior("file-lines");
      case "os.listdir":
      case "os.scandir":
      case "os.walk":
      case "glob.glob":
      case "glob.iglob":
      case "pathlib.Path.iterdir":
      case "pathlib.Path.glob":
      case "pathlib.Path.rglob":
        return prior("directory-entries");
      case "pandas.DataFrame.iterrows":
      case "pandas.DataFrame.itertuples":
      case "polars.DataFrame.iter_rows":
      case "polars.DataFrame.rows":
        return prior("dataframe-rows");
      case "pandas.DataFrame.items":
        return prior("dataframe-columns");
      case "builtins.dict.items":
      case "builtins.dict.keys":
      case "builtins.dict.values":
        return ofDictView(call, scope, steps);
      default:
        return ofProjectCall(call, scope, steps) ?? byType(call, scope);
    }
  }

  function ofDictView(call: CallExpression, scope: FunctionScope, steps: number): TripCount {
    if (call.callee.kind !== "attribute") return prior("dict-items");
    const inner = ofIterable(call.callee.value, scope, steps - 1);
    return inner.exact ? inner : prior("dict-items");
  }

  function ofRange(call: CallExpression, scope: FunctionScope, steps: number): TripCount {
    const numbers = call.args.map((argument) => constantNumber(argument, scope));
    if (numbers.length > 0 && numbers.every((number) => number !== undefined)) {
      const [start, stop] = numbers.length === 1 ? [0, numbers[0] as number] : (numbers as [number, number]);
      const step = numbers[2] ?? 1;
      const count = step === 0 ? 0 : Math.max(0, Math.ceil((stop - start) / step));
      return exactly(count, call.args.length === 1 ? `range(${count}) is known here` : "both ends of the range are known here");
    }
    const end = call.args.length === 1 ? call.args[0] : call.args[1];
    return end ? ofCount(end, scope, steps) : prior("range");
  }

  /** A number that is used as a count: `len(xs)` counts as `xs` does. */
  function ofCount(count: Expression, scope: FunctionScope, steps: number): TripCount {
    if (steps <= 0) return prior("range");
    const number = constantNumber(count, scope);
    if (number !== undefined) return exactly(Math.max(0, Math.round(number)), "the count is known here");
    if (count.kind === "call" && externalName(graph, scope, count.callee) === "builtins.len" && count.args[0]) {
      return ofIterable(count.args[0], scope, steps - 1);
    }
    if (count.kind === "binary" && (count.operator === "-" || count.operator === "+" || count.operator === "//")) {
      const right = constantNumber(count.right, scope);
      if (right !== undefined) return inexact(ofCount(count.left, scope, steps - 1));
    }
    if (count.kind === "name" || count.kind === "attribute") {
      const value = count.kind === "name" ? scope.valueOf(count.name) : undefined;
      if (value) return ofCount(value, scope, steps - 1);
      const bound = scope.elsewhere(count);
      if (bound) return ofCount(bound.value, bound.scope, steps - 1);
    }
    if (count.kind === "name") {
      const passed = parameterNumber(graph, scope, count.name);
      if (passed !== undefined && passed >= 1)
        return about(Math.round(passed), `${count.name} is ${passed} in calls in this file or by default`);
    }
    return prior("range");
  }

  function byType(expression: Expression, scope: FunctionScope): TripCount {
    const type = graph.typeOf(scope.id, expression);
    const iterator = type?.classId === undefined ? undefined : methodOf(graph, type.classId, "__iter__");
    const values = iterator === undefined ? undefined : ofFunction(iterator, scope, MAX_STEPS - 1);
    return values ?? prior((type && kindOfType(type)) ?? "unknown");
  }

  return { forLoop: (iterable, scope) => ofIterable(iterable, scope, MAX_STEPS), prior };
}

function methodOf(graph: ProjectGraph, classId: ClassId, name: string): FunctionId | undefined {
  for (const id of graph.classes[classId]?.mro ?? []) {
    const method = graph.classes[id]?.methods.get(name);
    if (method !== undefined) return method;
  }
  return undefined;
}

/** Dotted name of something outside the project that `expression` names in `scope`. */
export function externalName(graph: ProjectGraph, scope: FunctionScope, expression: Expression): string | undefined {
  if (expression.kind !== "name" && expression.kind !== "attribute") return undefined;
  const target = graph.resolve(scope.id, expression);
  return target.kind === "external" ? target.name : undefined;
}

const typeKinds: Readonly<Record<string, string>> = {
  "builtins.str": "string-characters",
  "builtins.bytes": "bytes",
  "builtins.bytearray": "bytes",
  "builtins.memoryview": "bytes",
  "builtins.dict": "dict-items",
  "collections.OrderedDict": "dict-items",
  "collections.defaultdict": "dict-items",
  "collections.Counter": "dict-items",
  "builtins.set": "set-elements",
  "builtins.frozenset": "set-elements",
  "builtins.list": "list-elements",
  "collections.deque": "list-elements",
  "builtins.tuple": "tuple-elements",
  "numpy.ndarray": "array-elements",
  "array.array": "array-elements",
  "pandas.Series": "dataframe-rows",
  "polars.Series": "dataframe-rows",
  "pandas.DataFrame": "dataframe-columns",
  "sqlite3.Cursor": "database-rows",
  "csv.reader": "file-rows",
  "csv.DictReader": "file-rows",
  "io.TextIOWrapper": "file-lines",
  "typing.TextIO": "file-lines",
  "typing.IO": "file-lines",
  "io.BufferedReader": "file-lines",
  "io.StringIO": "file-lines",
  "typing.Generator": "generator-values",
  "typing.Iterator": "generator-values",
  "builtins.generator": "generator-values",
};

function kindOfType(type: SimpleType): string | undefined {
  if (type.name === "builtins.tuple" && (type.args?.length ?? 0) < 2) return "list-elements";
  return typeKinds[type.name];
}
