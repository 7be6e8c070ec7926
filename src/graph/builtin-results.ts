/**
 * Results of calls whose type depends on the arguments' types: built-in functions, container methods, itertools and the like, as the
 * Python 3.13 library reference describes them. Plain result types (`str.split` gives a list of str) come from `LibraryTypes`.
 */
import type { CallExpression, Expression } from "../syntax";
import type { FunctionId } from "./contract";
import { membersFitting, namePatternOf } from "./dispatch-by-name";
import type { Inference } from "./inference";
import { BOOL, FLOAT, INT, type InstanceValue, instanceOf, NOTHING, type PlacedCall, STR, union, unionAll, type Values } from "./values";

type Rule = (inference: Inference, args: Arguments) => Values;

/** Arguments of a call, evaluated when asked for. */
export class Arguments {
  constructor(
    private readonly inference: Inference,
    private readonly placed: PlacedCall | undefined,
  ) {}

  get call(): CallExpression | undefined {
    return this.placed?.call;
  }

  get owner(): FunctionId | undefined {
    return this.placed?.owner;
  }

  get count(): number {
    return this.placed?.call.args.length ?? 0;
  }

  at(position: number): Values {
    const argument = this.placed?.call.args[position];
    return argument && argument.kind !== "starred" ? this.value(argument) : NOTHING;
  }

  named(name: string): Values {
    const keyword = this.placed?.call.keywords.find((one) => one.name === name);
    return keyword ? this.value(keyword.value) : NOTHING;
  }

  elements(position: number): Values {
    return this.inference.elements(this.at(position));
  }

  annotation(position: number): Values {
    const argument = this.placed?.call.args[position];
    return argument && this.placed ? this.inference.annotation(this.placed.owner, argument) : NOTHING;
  }

  value(expression: Expression): Values {
    return this.placed ? this.inference.evaluate(this.placed.owner, expression) : NOTHING;
  }
}

const iterator = (elements: Values) => instanceOf("builtins.iterator", [elements]);
const list = (elements: Values) => instanceOf("builtins.list", [elements]);
const firstElements: Rule = (_, args) => iterator(args.elements(0));
const sameAsFirst: Rule = (_, args) => args.at(0);
const number: Rule = (_, args) => (args.at(0).length > 0 ? args.at(0) : NOTHING);
const extreme: Rule = (_, args) =>
  args.count > 1 ? unionAll(Array.from({ length: args.count }, (__, index) => args.at(index))) : args.elements(0);

const FUNCTION_RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["builtins.list", (_, args) => list(args.elements(0))],
  ["builtins.sorted", (_, args) => list(args.elements(0))],
  ["builtins.set", (_, args) => instanceOf("builtins.set", [args.elements(0)])],
  ["builtins.frozenset", (_, args) => instanceOf("builtins.frozenset", [args.elements(0)])],
  ["builtins.tuple", (_, args) => instanceOf("builtins.tuple", args.count > 0 ? [args.elements(0)] : [])],
  ["builtins.iter", firstElements],
  ["builtins.reversed", firstElements],
  ["builtins.filter", (_, args) => iterator(args.elements(1))],
  ["builtins.next", (_, args) => union(args.elements(0), args.at(1))],
  ["builtins.enumerate", (_, args) => iterator(instanceOf("builtins.tuple", [INT, args.elements(0)]))],
  ["builtins.zip", (_, args) => iterator(instanceOf("builtins.tuple", allElements(args)))],
  ["itertools.zip_longest", (_, args) => iterator(instanceOf("builtins.tuple", allElements(args)))],
  ["itertools.product", (_, args) => iterator(instanceOf("builtins.tuple", allElements(args)))],
  ["builtins.map", (inference, args) => iterator(mapped(inference, args))],
  ["builtins.dict", (_, args) => dictionary(args)],
  ["collections.OrderedDict", (_, args) => renamed("collections.OrderedDict", dictionary(args))],
  ["collections.defaultdict", (inference, args) => instanceOf("collections.defaultdict", [NOTHING, inference.callResult(args.at(0))])],
  ["collections.Counter", (_, args) => instanceOf("collections.Counter", [args.elements(0), INT])],
  ["collections.deque", (_, args) => instanceOf("collections.deque", [args.elements(0)])],
  ["builtins.min", extreme],
  ["builtins.max", extreme],
  ["builtins.sum", (_, args) => (args.elements(0).length > 0 ? args.elements(0) : args.at(1))],
  ["builtins.abs", number],
  ["builtins.pow", number],
  ["builtins.round", (_, args) => (args.count > 1 ? args.at(0) : INT)],
  ["builtins.divmod", (_, args) => instanceOf("builtins.tuple", [args.at(0), args.at(0)])],
  ["builtins.getattr", (inference, args) => attributeByName(inference, args)],
  ["typing.cast", (_, args) => args.annotation(0)],
  ["copy.copy", sameAsFirst],
  ["copy.deepcopy", sameAsFirst],
  ["dataclasses.replace", sameAsFirst],
  ["functools.reduce", (inference, args) => union(inference.callResult(args.at(0)), args.at(2))],
  ["functools.partial", (_, args) => partial(args)],
  ["functools.partialmethod", (_, args) => partial(args)],
  ["functools.wraps()", sameAsFirst],
  ["heapq.heappop", (_, args) => args.elements(0)],
  ["heapq.heapreplace", (_, args) => args.elements(0)],
  ["heapq.heappushpop", (_, args) => args.elements(0)],
  ["heapq.nlargest", (_, args) => list(args.elements(1))],
  ["heapq.nsmallest", (_, args) => list(args.elements(1))],
  ["random.choice", (_, args) => args.elements(0)],
  ["random.sample", (_, args) => list(args.elements(0))],
  ["itertools.chain", (_, args) => iterator(unionAll(allElements(args)))],
  ["itertools.chain.from_iterable", (inference, args) => iterator(inference.elements(args.elements(0)))],
  ["itertools.islice", firstElements],
  ["itertools.cycle", firstElements],
  ["itertools.accumulate", firstElements],
  ["itertools.takewhile", (_, args) => iterator(args.elements(1))],
  ["itertools.dropwhile", (_, args) => iterator(args.elements(1))],
  ["itertools.filterfalse", (_, args) => iterator(args.elements(1))],
  ["itertools.compress", firstElements],
  ["itertools.repeat", (_, args) => iterator(args.at(0))],
  ["itertools.combinations", (_, args) => iterator(instanceOf("builtins.tuple", [args.elements(0)]))],
  ["itertools.permutations", (_, args) => iterator(instanceOf("builtins.tuple", [args.elements(0)]))],
  [
    "itertools.groupby",
    (inference, args) => iterator(instanceOf("builtins.tuple", [inference.callResult(args.at(1)), iterator(args.elements(0))])),
  ],
  ["itertools.tee", (_, args) => instanceOf("builtins.tuple", [iterator(args.elements(0))])],
  ["itertools.count", () => iterator(INT)],
  ["contextlib.closing", sameAsFirst],
  ["operator.itemgetter", () => NOTHING],
  ["weakref.proxy", sameAsFirst],
  ["asyncio.run", (inference, args) => awaited(inference, args.at(0))],
  ["asyncio.create_task", sameAsFirst],
  ["asyncio.ensure_future", sameAsFirst],
  ["asyncio.wait_for", sameAsFirst],
]);

/** Value of calling the outside function or class `name`, when it follows from the arguments. */
export function argumentDependentResult(inference: Inference, name: string, call?: PlacedCall): Values {
  const rule = FUNCTION_RULES.get(name);
  if (rule) return rule(inference, new Arguments(inference, call));
  if (name.endsWith(".__new__")) return constructed(inference, new Arguments(inference, call));
  if (call !== undefined && copyMethods.test(name)) return ownKind(inference, call);
  return name.endsWith("()") ? decorated(new Arguments(inference, call)) : NOTHING;
}

const copyMethods = /^(typing\.NamedTuple\._(replace|make)|pydantic\.BaseModel\.(model_)?copy)$/;

/** Methods of outside bases that give another object of the class of the project that they are called on. */
function ownKind(inference: Inference, { owner, call: { callee } }: PlacedCall): Values {
  if (callee.kind !== "attribute") return NOTHING;
  return unionAll(
    inference.evaluate(owner, callee.value).map((value) => {
      if (value.kind !== "instance" && value.kind !== "class") return NOTHING;
      return value.classId === undefined ? NOTHING : inference.instance(value.classId);
    }),
  );
}

/** `object.__new__(cls)` makes an object of that class. */
function constructed(inference: Inference, args: Arguments): Values {
  return unionAll(args.at(0).map((value) => (value.kind === "class" ? inference.instance(value.classId) : NOTHING)));
}

/** What an unknown call returned is applied to a function: most likely a decorator, which keeps it. */
function decorated(args: Arguments): Values {
  return args.count === 1 ? args.at(0).filter((value) => value.kind === "function" || value.kind === "lambda") : NOTHING;
}

function allElements(args: Arguments): Values[] {
  return Array.from({ length: Math.min(args.count, 8) }, (_, index) => args.elements(index));
}

function mapped(inference: Inference, args: Arguments): Values {
  return inference.callResult(args.at(0));
}

function dictionary(args: Arguments): Values {
  const [first] = args.at(0);
  if (first?.kind === "instance" && first.args.length === 2 && first.name !== "builtins.tuple")
    return instanceOf("builtins.dict", first.args);
  const pair = args.elements(0).find((value) => value.kind === "instance" && value.name === "builtins.tuple");
  if (pair?.kind === "instance" && pair.args.length === 2) return instanceOf("builtins.dict", pair.args);
  const keywords = args.call?.keywords.filter((keyword) => keyword.name !== undefined) ?? [];
  if (keywords.length === 0) return instanceOf("builtins.dict");
  return instanceOf("builtins.dict", [STR, unionAll(keywords.slice(0, 12).map((keyword) => args.value(keyword.value)))]);
}

function renamed(name: string, values: Values): Values {
  return values.map((value) => (value.kind === "instance" ? { ...value, name } : value));
}

function partial(args: Arguments): Values {
  const given = args.count - 1;
  return args.at(0).map((value) => (value.kind === "function" ? { ...value, given: value.given + given } : value));
}

function attributeByName(inference: Inference, args: Arguments): Values {
  const name = args.call?.args[1];
  const fallback = args.at(2);
  const pattern = name && args.owner !== undefined ? namePatternOf(inference, args.owner, name) : undefined;
  if (!pattern) return fallback;
  return union(unionAll(args.at(0).map((value) => membersFitting(inference, value, pattern))), fallback);
}

/** What `await value` gives. */
export function awaited(inference: Inference, values: Values): Values {
  let result: Values = NOTHING;
  for (const value of values) {
    if (value.kind !== "instance") continue;
    if (value.name === "builtins.coroutine" || value.name === "collections.abc.Awaitable") result = union(result, value.args[0] ?? NOTHING);
    else if (value.classId !== undefined)
      result = union(result, inference.elements(inference.callResult(inference.member(value, "__await__"))));
    else result = union(result, [value]);
  }
  return result;
}

const element = (receiver: InstanceValue) => receiver.args[0] ?? NOTHING;
const mappingValue = (receiver: InstanceValue) => receiver.args[1] ?? NOTHING;
const same = (receiver: InstanceValue): Values => [receiver];

type MethodRule = (receiver: InstanceValue, args: Arguments) => Values;

const SEQUENCE_METHODS: ReadonlyMap<string, MethodRule> = new Map<string, MethodRule>([
  ["pop", element],
  ["popleft", element],
  ["get", element],
  ["get_nowait", element],
  ["copy", same],
  ["union", same],
  ["intersection", same],
  ["difference", same],
  ["symmetric_difference", same],
  ["__iter__", (receiver) => iterator(element(receiver))],
  ["__next__", element],
  ["__getitem__", element],
  ["send", element],
  ["index", () => INT],
  ["count", () => INT],
]);

const MAPPING_METHODS: ReadonlyMap<string, MethodRule> = new Map<string, MethodRule>([
  ["get", (receiver, args) => union(mappingValue(receiver), args.at(1))],
  ["pop", (receiver, args) => union(mappingValue(receiver), args.at(1))],
  ["setdefault", (receiver, args) => union(mappingValue(receiver), args.at(1))],
  ["__getitem__", mappingValue],
  ["keys", (receiver) => iterator(element(receiver))],
  ["iterkeys", (receiver) => iterator(element(receiver))],
  ["values", (receiver) => iterator(mappingValue(receiver))],
  ["itervalues", (receiver) => iterator(mappingValue(receiver))],
  ["items", (receiver) => iterator(instanceOf("builtins.tuple", [element(receiver), mappingValue(receiver)]))],
  ["iteritems", (receiver) => iterator(instanceOf("builtins.tuple", [element(receiver), mappingValue(receiver)]))],
  ["popitem", (receiver) => instanceOf("builtins.tuple", [element(receiver), mappingValue(receiver)])],
  ["most_common", (receiver) => list(instanceOf("builtins.tuple", [element(receiver), INT]))],
  ["copy", same],
]);

const MAPPING_TYPES = new Set([
  "builtins.dict",
  "collections.defaultdict",
  "collections.OrderedDict",
  "collections.Counter",
  "weakref.WeakKeyDictionary",
  "weakref.WeakValueDictionary",
  "types.MappingProxyType",
]);
const ELEMENT_TYPES = new Set([
  "builtins.list",
  "builtins.set",
  "builtins.frozenset",
  "builtins.tuple",
  "builtins.iterator",
  "builtins.generator",
  "collections.deque",
  "queue.Queue",
  "collections.abc.Iterator",
  "collections.abc.Iterable",
  "collections.abc.Sequence",
]);

/** Value of calling a container's method, when it follows from its element types. */
export function containerMethodResult(receiver: InstanceValue, name: string, args: Arguments): Values {
  if (MAPPING_TYPES.has(receiver.name)) return MAPPING_METHODS.get(name)?.(receiver, args) ?? NOTHING;
  if (ELEMENT_TYPES.has(receiver.name)) return SEQUENCE_METHODS.get(name)?.(receiver, args) ?? NOTHING;
  return NOTHING;
}

/** Results of the functions that everything uses, should the supplied table lack them. */
export function plainBuiltinResult(name: string): Values {
  return PLAIN_RESULTS.get(name) ?? NOTHING;
}

const PLAIN_RESULTS: ReadonlyMap<string, Values> = new Map<string, Values>([
  ...["len", "id", "hash", "ord", "int"].map((name) => [`builtins.${name}`, INT] as const),
  ...["str", "repr", "chr", "format", "hex", "bin", "oct", "ascii", "input"].map((name) => [`builtins.${name}`, STR] as const),
  ...["bool", "isinstance", "issubclass", "hasattr", "callable", "any", "all"].map((name) => [`builtins.${name}`, BOOL] as const),
  ["builtins.float", FLOAT],
  ["builtins.open", instanceOf("io.TextIOWrapper")],
  ...["range", "bytes", "bytearray", "complex", "object", "slice", "memoryview"].map(
    (name) => [`builtins.${name}`, instanceOf(`builtins.${name}`)] as const,
  ),
]);
