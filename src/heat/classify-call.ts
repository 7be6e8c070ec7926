/**
 * What calling something costs its caller and where that time goes, decided by what the callee resolves to. C code of the interpreter
 * itself (list, dict, str, int) counts as Python: it moves with the Python code around it.
 */
import type { ProjectGraph, SymbolTarget } from "../graph";
import type { Knowledge } from "../knowledge";
import type { CallExpression, Expression } from "../syntax";
import { constantNumber } from "./constant-value";
import type { FunctionScope } from "./function-scope";
import { parameterNumber } from "./parameter-counts";
import type { Costs } from "./parameters";
import type { WorkKind } from "./work-tally";

export interface CallCost {
  readonly kind: WorkKind;
  readonly cost: number;
  /** Cost per element of `consumes`, in the same kind of time. */
  readonly elementCost: number;
  /** What the call runs through, whole. */
  readonly consumes?: Expression;
  /** Functions among the arguments are called once per element. */
  readonly callsArguments: boolean;
  /** Dotted external name, when it is one. */
  readonly name?: string;
}

export interface CallClassifier {
  classify(call: CallExpression, scope: FunctionScope): CallCost;
  /** Calling what `callee` names leaves everything but its result alone, as far as can be seen. */
  isPure(callee: Expression, scope: FunctionScope): boolean;
}

/** Built-ins that run through their first (map, filter: second) argument. */
const consumers = new Map<string, number>([
  ["builtins.sum", 0],
  ["builtins.sorted", 0],
  ["builtins.list", 0],
  ["builtins.tuple", 0],
  ["builtins.set", 0],
  ["builtins.frozenset", 0],
  ["builtins.dict", 0],
  ["builtins.min", 0],
  ["builtins.max", 0],
  ["builtins.any", 0],
  ["builtins.all", 0],
  ["builtins.bytes", 0],
  ["builtins.bytearray", 0],
  ["builtins.map", 1],
  ["builtins.filter", 1],
  ["functools.reduce", 1],
  ["collections.deque", 0],
  ["collections.OrderedDict", 0],
  ["collections.Counter", 0],
  ["builtins.str.join", 0],
  ["builtins.bytes.join", 0],
  ["builtins.list.extend", 0],
  ["builtins.dict.update", 0],
  ["builtins.set.update", 0],
]);

/** Methods that run through the object they are called on. */
const receivers = new Set(
  [
    ...["sort", "index", "count", "remove", "copy", "reverse"].map((name) => `list.${name}`),
    ...["copy"].map((name) => `dict.${name}`),
    ...["union", "intersection", "difference", "copy"].map((name) => `set.${name}`),
    ...["translate", "replace", "split", "splitlines", "lower", "upper", "encode", "count"].map((name) => `str.${name}`),
    ...["decode", "split", "translate", "hex"].map((name) => `bytes.${name}`),
  ].map((name) => `builtins.${name}`),
);

const callbackTakers = new Set([
  "builtins.map",
  "builtins.filter",
  "builtins.sorted",
  "builtins.min",
  "builtins.max",
  "builtins.list.sort",
  "functools.reduce",
  "re.sub",
  "re.subn",
  "re.Pattern.sub",
  "re.Pattern.subn",
  "itertools.groupby",
  "itertools.takewhile",
  "itertools.dropwhile",
  "itertools.starmap",
  "itertools.accumulate",
]);

export function createCallClassifier(graph: ProjectGraph, knowledge: Knowledge, costs: Costs): CallClassifier {
  const plain: CallCost = { kind: "python", cost: costs.call, elementCost: 0, callsArguments: false };
  const construction: CallCost = { kind: "python", cost: costs.construct, elementCost: 0, callsArguments: false };
  const fromBuffer: CallCost = { kind: "python", cost: costs.builtinCall, elementCost: 0, callsArguments: false };
  const named = new Map<string, CallCost>();

  function ofName(name: string): CallCost {
    let known = named.get(name);
    if (known === undefined) {
      known = classifyName(name, knowledge, costs);
      named.set(name, known);
    }
    return known;
  }

  function ofTarget(target: SymbolTarget): CallCost {
    if (target.kind === "external") return ofName(target.name);
    return target.kind === "class" ? construction : plain;
  }

  return {
    classify(call, scope) {
      const callee = call.callee;
      if (callee.kind !== "name" && callee.kind !== "attribute") return plain;
      const cost = ofTarget(graph.resolve(scope.id, callee));
      if (cost.name !== undefined && bufferedRead.test(cost.name) && isFew(graph, call.args[0], scope)) return fromBuffer;
      if (cost.name === undefined || cost.elementCost === 0) return cost;
      const consumes = consumedBy(cost.name, call);
      return consumes === undefined ? { ...cost, elementCost: 0 } : { ...cost, consumes };
    },
    isPure(callee, scope) {
      if (callee.kind !== "name" && callee.kind !== "attribute") return false;
      const target = graph.resolve(scope.id, callee);
      if (target.kind === "function") return callee.kind === "name";
      if (target.kind !== "external") return target.kind === "class";
      return ofName(target.name).kind !== "io" && !changesReceiver(target.name);
    },
  };
}

const bufferedRead = /^io\.(BufferedReader|BufferedRandom|TextIOWrapper)\.(read|peek)$/;
/** Far below the size of a stream's buffer (8192 bytes): hardly any such read waits. */
const FEW = 512;

function isFew(graph: ProjectGraph, size: Expression | undefined, scope: FunctionScope): boolean {
  if (size === undefined) return false;
  const count = constantNumber(size, scope) ?? (size.kind === "name" ? parameterNumber(graph, scope, size.name) : undefined);
  return count !== undefined && count >= 0 && count <= FEW;
}

const mutators =
  /\.(append|extend|insert|remove|pop|popleft|appendleft|clear|sort|reverse|update|setdefault|popitem|add|discard|write|writelines|read|readline|seek|send|put|get_nowait)$/;

/** Methods of containers and streams that change them; random numbers and iterators carry a hidden state too. */
function changesReceiver(name: string): boolean {
  if (name === "builtins.next" || name.startsWith("random.")) return true;
  return mutators.test(name);
}

/** A pool runs its first argument for each element of its second. */
const poolRun = /^multiprocessing\..*\.(map|starmap|imap|imap_unordered)$/;

function consumedBy(name: string, call: CallExpression): Expression | undefined {
  const position = consumers.get(name);
  if (position !== undefined) {
    // max(a, b) compares two values, and with several arguments a tuple is one with names for its places.
    if (call.args.length > 1 && (name === "builtins.min" || name === "builtins.max" || name === "builtins.tuple")) return undefined;
    return call.args[position];
  }
  if (poolRun.test(name)) return call.args[1];
  if (name.startsWith("builtins.") || call.args.length === 0) return call.callee.kind === "attribute" ? call.callee.value : undefined;
  return call.args[0];
}

function classifyName(name: string, knowledge: Knowledge, costs: Costs): CallCost {
  const callsArguments = callbackTakers.has(name);
  if (name.startsWith("builtins.")) {
    const isString = name.startsWith("builtins.str.") || name.startsWith("builtins.bytes.");
    const entry = knowledge.libraries.find(name);
    if (entry !== undefined && entry.time === "io")
      return { kind: "io", cost: entry.cost ?? costs.fileCall, elementCost: 0, callsArguments, name };
    if (consumers.has(name)) return { kind: "python", cost: costs.consume, elementCost: costs.consumeElement, callsArguments, name };
    if (receivers.has(name)) {
      const elementCost = isString ? costs.nativeElement : costs.consumeElement;
      return { kind: "python", cost: isString ? costs.stringMethod : costs.consume, elementCost, callsArguments, name };
    }
    return { kind: "python", cost: isString ? costs.stringMethod : costs.builtinCall, elementCost: 0, callsArguments, name };
  }
  const entry = knowledge.libraries.find(name);
  if (entry === undefined) return { kind: "library", cost: costs.externalCall, elementCost: 0, callsArguments, name };
  if (entry.moves)
    return { kind: "python", cost: entry.cost ?? costs.builtinCall, elementCost: entry.costPerElement ?? 0, callsArguments, name };
  switch (entry.time) {
    case "io":
      return {
        kind: "io",
        cost: entry.cost ?? (entry.category === undefined ? costs.fileCall : costs.ioCall),
        elementCost: 0,
        callsArguments,
        name,
      };
    case "native":
      return {
        kind: "native",
        cost: entry.cost ?? costs.nativeCall,
        elementCost: entry.costPerElement ?? costs.nativeElement,
        callsArguments,
        name,
      };
    default:
      return { kind: "library", cost: entry.cost ?? costs.externalCall, elementCost: entry.costPerElement ?? 0, callsArguments, name };
  }
}
