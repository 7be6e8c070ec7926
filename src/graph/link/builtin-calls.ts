/** Built-in functions that call special methods of their arguments, and container methods that hash and compare theirs. */
import type { CallExpression } from "../../syntax";
import type { FunctionId } from "../contract";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import type { EdgeCollector } from "./edge-collector";
import { perElement, type SpecialCalls } from "./special-calls";
import type { Targets } from "./targets";

/** Built-in functions and the special methods that they call on their first argument. */
const BUILTIN_CALLS: ReadonlyMap<string, readonly string[]> = new Map([
  ["len", ["__len__"]],
  ["str", ["__str__", "__repr__"]],
  ["repr", ["__repr__"]],
  ["hash", ["__hash__"]],
  ["bool", ["__bool__", "__len__"]],
  ["iter", ["__iter__"]],
  ["next", ["__next__"]],
  ["abs", ["__abs__"]],
  ["int", ["__int__", "__index__"]],
  ["float", ["__float__"]],
  ["complex", ["__complex__"]],
  ["round", ["__round__"]],
  ["format", ["__format__", "__str__"]],
  ["reversed", ["__reversed__"]],
  ["dir", ["__dir__"]],
  ["bytes", ["__bytes__"]],
  ["divmod", ["__divmod__"]],
  ["pow", ["__pow__"]],
  ["print", ["__str__", "__repr__"]],
]);
/** Built-ins that iterate over their first argument. */
const ITERATING = new Set(["list", "tuple", "set", "frozenset", "sorted", "sum", "min", "max", "any", "all", "enumerate", "zip", "dict"]);
const ORDERING = new Set(["sorted", "min", "max"]);
/** Functions that keep their first argument in order: they compare its elements with each other. */
const KEEPING_ORDER = new Set(
  ["heappush", "heappop", "heappushpop", "heapreplace", "heapify", "nsmallest", "nlargest"]
    .map((name) => `heapq.${name}`)
    .concat(["insort", "insort_left", "insort_right", "bisect", "bisect_left", "bisect_right"].map((name) => `bisect.${name}`)),
);
const KEEPING_ORDER_NAMES = new Set([...KEEPING_ORDER].map((name) => name.slice(name.indexOf(".") + 1)));
/** Methods of built-in containers that hash and compare their first argument. */
const HASHING = new Set(["add", "discard", "remove", "get", "setdefault", "pop", "index", "count"]);

export class BuiltinCalls {
  constructor(
    private readonly inference: Inference,
    private readonly targets: Targets,
    private readonly special: SpecialCalls,
    private readonly collector: EdgeCollector,
  ) {}

  ofCall(owner: FunctionId, module: SourceModule, call: CallExpression): void {
    this.ordering(owner, call);
    const [first] = call.args;
    if (!first) return;
    if (call.callee.kind === "attribute") {
      if (HASHING.has(call.callee.name)) this.special.key(owner, first, call.callee.value, first);
      return;
    }
    if (call.callee.kind !== "name") return;
    const { name } = call.callee;
    if (name === "isinstance" || name === "issubclass")
      this.instanceCheck(owner, call, name === "isinstance" ? "__instancecheck__" : "__subclasscheck__");
    const methods = BUILTIN_CALLS.get(name);
    if (!methods && !ITERATING.has(name)) return;
    const [callee] = this.inference.evaluate(owner, call.callee);
    if (callee?.kind !== "external" || callee.name !== `builtins.${name}`) return;
    if (methods) {
      if (name === "len") this.special.onValue(owner, module, first, first, "__len__");
      else this.special.onKnown(owner, first, first, methods);
    } else if (call.args.length === 1 || !ORDERING.has(name)) this.special.iteration(owner, module, first);
    if (ORDERING.has(name) && !call.keywords.some((keyword) => keyword.name === "key")) {
      const found = this.special.special(this.inference.elements(this.inference.evaluate(owner, first)), "__lt__");
      if (found) this.collector.add(owner, first, perElement(found));
    }
    if (name === "sum") {
      const found = this.special.special(this.inference.elements(this.inference.evaluate(owner, first)), "__add__");
      if (found) this.collector.add(owner, first, perElement(found));
    }
  }

  /** `values.sort()`, `heapq.heappush(values, value)`: elements are compared with each other. */
  private ordering(owner: FunctionId, call: CallExpression): void {
    const { callee } = call;
    if (callee.kind !== "name" && callee.kind !== "attribute") return;
    const sorts = callee.kind === "attribute" && callee.name === "sort";
    if (!sorts && !KEEPING_ORDER_NAMES.has(callee.name)) return;
    if (!this.inference.hierarchy.isClassLevelName("__lt__") || call.keywords.some((keyword) => keyword.name === "key")) return;
    const ordered = sorts ? callee.value : call.args[0];
    const [found] = this.inference.evaluate(owner, callee);
    if (!ordered || found?.kind !== "external") return;
    if (sorts ? found.name !== "builtins.list.sort" : !KEEPING_ORDER.has(found.name)) return;
    const compared = this.special.special(this.inference.elements(this.inference.evaluate(owner, ordered)), "__lt__");
    if (compared) this.collector.add(owner, ordered, perElement(compared));
  }

  /** A metaclass may decide what counts as an instance of its classes. */
  private instanceCheck(owner: FunctionId, call: CallExpression, method: string): void {
    const classes = call.args[1];
    if (!classes || !this.inference.hierarchy.isClassLevelName(method)) return;
    for (const value of this.inference.evaluate(owner, classes)) {
      const meta = value.kind === "class" ? this.inference.hierarchy.metaclassOf(value.classId) : undefined;
      if (meta !== undefined) this.collector.add(owner, call, this.targets.ofClassMethod(meta, method, "exact", "operator"));
    }
  }
}
