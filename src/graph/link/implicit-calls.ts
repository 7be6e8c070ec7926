/**
 * Calls without call syntax: operators, subscripts, properties, iteration, `with`, truth tests, formatting, and built-ins that call a
 * special method (Python language reference, "Data model"). Known receivers count fully, unknown ones weakly and by name.
 */
import type { CallExpression, Expression, Statement } from "../../syntax";
import type { ClassId, FunctionId } from "../contract";
import { accessorOf } from "../evaluate-decorators";
import { BINARY_METHODS, COMPARE_METHODS, UNARY_METHODS } from "../evaluate-operators";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import { type InstanceValue, NOTHING, type Values } from "../values";
import type { ByName } from "./by-name";
import type { EdgeCollector } from "./edge-collector";
import { mergeTargets, scale, type Target, type Targets } from "./targets";

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
/** Methods of built-in containers that hash and compare their first argument. */
const HASHING = new Set(["add", "discard", "remove", "get", "setdefault", "pop", "index", "count"]);
const HASHED = new Set([
  "builtins.dict",
  "builtins.set",
  "builtins.frozenset",
  "collections.defaultdict",
  "collections.OrderedDict",
  "collections.Counter",
]);

export class ImplicitCalls {
  constructor(
    private readonly inference: Inference,
    private readonly targets: Targets,
    private readonly byName: ByName,
    private readonly collector: EdgeCollector,
  ) {}

  ofStatement(owner: FunctionId, module: SourceModule, statement: Statement): void {
    switch (statement.kind) {
      case "for":
        this.iteration(owner, module, statement.iterable, statement.isAsync);
        return;
      case "if":
      case "while":
      case "assert":
        this.truth(owner, statement.test);
        return;
      case "with":
        for (const { context } of statement.items) this.context(owner, module, context, statement.isAsync);
        return;
      case "augAssign": {
        const values = this.inference.evaluate(owner, statement.target);
        const [forward, , inPlace] = BINARY_METHODS[statement.operator];
        const found = this.special(values, inPlace) ?? this.special(values, forward);
        if (found) this.collector.add(owner, statement.target, found);
        this.store(owner, module, statement.target, statement.value);
        return;
      }
      case "assign":
        for (const target of statement.targets) this.store(owner, module, target, statement.value);
        return;
      case "delete":
        for (const target of statement.targets)
          if (target.kind === "subscript") this.onValue(owner, module, target, target.value, "__delitem__");
        return;
      default:
        return;
    }
  }

  ofExpression(owner: FunctionId, module: SourceModule, expression: Expression): void {
    switch (expression.kind) {
      case "attribute":
        this.property(owner, module, expression, expression.value, expression.name);
        return;
      case "subscript":
        this.onValue(owner, module, expression, expression.value, "__getitem__");
        this.key(owner, expression, expression.value, expression.index);
        return;
      case "binary": {
        const [forward, reflected] = BINARY_METHODS[expression.operator];
        this.operator(owner, module, expression, expression.left, expression.right, forward, reflected);
        return;
      }
      case "compare":
        this.comparison(owner, module, expression);
        return;
      case "unary":
        if (expression.operator === "not") this.truth(owner, expression.operand);
        else this.onValue(owner, module, expression, expression.operand, UNARY_METHODS[expression.operator]);
        return;
      case "boolean":
        this.truth(owner, expression.left);
        return;
      case "conditional":
        this.truth(owner, expression.test);
        return;
      case "fString":
        for (const value of expression.values) this.onKnown(owner, value, value, ["__format__", "__str__", "__repr__"]);
        return;
      case "listComp":
      case "setComp":
      case "dictComp":
      case "generator":
        for (const clause of expression.clauses) {
          this.iteration(owner, module, clause.iterable, clause.isAsync);
          for (const condition of clause.conditions) this.truth(owner, condition);
        }
        return;
      case "yieldFrom":
        if (expression.value) this.iteration(owner, module, expression.value);
        return;
      case "starred":
        this.iteration(owner, module, expression.value);
        return;
      default:
        return;
    }
  }

  /** Built-in functions call special methods of their arguments, containers hash and compare theirs. */
  ofCall(owner: FunctionId, module: SourceModule, call: CallExpression): void {
    const [first] = call.args;
    if (!first) return;
    if (call.callee.kind === "attribute") {
      if (HASHING.has(call.callee.name)) this.key(owner, first, call.callee.value, first);
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
      if (name === "len") this.onValue(owner, module, first, first, "__len__");
      else this.onKnown(owner, first, first, methods);
    } else if (call.args.length === 1 || !ORDERING.has(name)) this.iteration(owner, module, first);
    if (ORDERING.has(name) && !call.keywords.some((keyword) => keyword.name === "key")) {
      const found = this.special(this.inference.elements(this.inference.evaluate(owner, first)), "__lt__");
      if (found) this.collector.add(owner, first, perElement(found));
    }
    if (name === "sum") {
      const found = this.special(this.inference.elements(this.inference.evaluate(owner, first)), "__add__");
      if (found) this.collector.add(owner, first, perElement(found));
    }
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

  private property(owner: FunctionId, module: SourceModule, at: Expression, receiver: Expression, name: string): void {
    if (!this.isPropertyName(name)) return;
    const receivers = this.inference.evaluate(owner, receiver);
    if (receivers.length === 0) {
      this.collector.add(owner, at, this.byName.properties(name, module));
      return;
    }
    const groups = receivers
      .map((value) => (value.kind === "instance" || value.kind === "super" ? this.getters(value, name) : []))
      .filter((found) => found.length > 0);
    if (groups.length > 0) this.collector.add(owner, at, mergeTargets(groups.flatMap((found) => scale(found, 1 / groups.length))));
  }

  private getters(
    receiver: InstanceValue | { readonly kind: "super"; readonly classId: ClassId; readonly receiver: { readonly classId?: ClassId } },
    name: string,
  ): readonly Target[] {
    const { hierarchy } = this.inference;
    if (receiver.classId === undefined) return [];
    const own = receiver.kind === "super" ? (receiver.receiver.classId ?? receiver.classId) : receiver.classId;
    const member = receiver.kind === "super" ? hierarchy.classLevelAfter(own, receiver.classId, name) : hierarchy.classLevel(own, name);
    if (!member) return receiver.kind === "instance" ? this.attributeFallback(receiver, name) : [];
    const { functionBase } = this.inference.project.class(member.definer).module;
    const [definition] = member.definitions;
    if (definition?.source.kind !== "function") return [];
    const accessor = accessorOf(this.inference, functionBase + definition.source.index);
    if (accessor === "getter" && receiver.kind === "instance") return this.targets.ofClassMethod(own, name, receiver.certainty, "property");
    if (accessor === "getter") return [{ callee: functionBase + definition.source.index, share: 1, kind: "property" }];
    if (accessor === undefined) return [];
    const getter = this.accessor(member.definer, name, "getter");
    return getter === undefined ? [] : [{ callee: getter, share: 1, kind: "property" }];
  }

  /** `__getattr__` runs for names that nothing else provides. */
  private attributeFallback(receiver: InstanceValue, name: string): readonly Target[] {
    if (receiver.classId === undefined || this.inference.hierarchy.classLevel(receiver.classId, "__getattr__") === undefined) return [];
    const stored = this.inference.hierarchy.mro(receiver.classId).some((base) => this.inference.project.class(base).scope.stores.has(name));
    return stored ? [] : this.targets.ofMethod(receiver, "__getattr__", "operator");
  }

  private readonly propertyNames = new Map<string, boolean>();

  /** Whether any class of the project has a property, or `__getattr__`, that could serve the name. */
  private isPropertyName(name: string): boolean {
    let is = this.propertyNames.get(name);
    if (is === undefined) {
      is =
        this.inference.hierarchy.methodsNamed("__getattr__").length > 0 ||
        this.inference.hierarchy.methodsNamed(name).some((id) => accessorOf(this.inference, id) !== undefined);
      this.propertyNames.set(name, is);
    }
    return is;
  }

  private accessor(definer: ClassId, name: string, kind: "getter" | "setter"): FunctionId | undefined {
    const { scope, module } = this.inference.project.class(definer);
    for (const { source } of scope.names.get(name) ?? []) {
      if (source.kind === "function" && accessorOf(this.inference, module.functionBase + source.index) === kind)
        return module.functionBase + source.index;
    }
    return undefined;
  }

  private store(owner: FunctionId, module: SourceModule, target: Expression, value: Expression): void {
    if (target.kind === "subscript") {
      this.onValue(owner, module, target, target.value, "__setitem__");
      return;
    }
    if (target.kind === "tuple" || target.kind === "list") {
      if (value.kind !== "tuple" && value.kind !== "list") this.iteration(owner, module, value);
      return;
    }
    if (target.kind !== "attribute" || !this.isPropertyName(target.name)) return;
    for (const receiver of this.inference.evaluate(owner, target.value)) {
      if (receiver.kind !== "instance" || receiver.classId === undefined) continue;
      const member = this.inference.hierarchy.classLevel(receiver.classId, target.name);
      const setter = member && this.accessor(member.definer, target.name, "setter");
      if (setter !== undefined) this.collector.add(owner, target, [{ callee: setter, share: 1, kind: "property" }]);
    }
  }

  private iteration(owner: FunctionId, module: SourceModule, iterable: Expression, isAsync = false): void {
    const [begin, step] = isAsync ? (["__aiter__", "__anext__"] as const) : (["__iter__", "__next__"] as const);
    const values = this.inference.evaluate(owner, iterable);
    if (values.length === 0) {
      if (iterable.kind === "name" || iterable.kind === "attribute")
        this.collector.add(owner, iterable, this.byName.operators(begin, module));
      return;
    }
    const start = this.special(values, begin);
    if (start) this.collector.add(owner, iterable, start);
    let steps: readonly Target[] | undefined;
    for (const value of values) {
      if (value.kind !== "instance" || value.classId === undefined) continue;
      const iterators = this.inference.callResult(this.inference.member(value, begin));
      steps = this.special(iterators.length > 0 ? iterators : [value], step) ?? steps;
    }
    if (steps) this.collector.add(owner, iterable, perElement(steps));
    if (!start && !steps) {
      const items = this.special(values, "__getitem__");
      if (items) this.collector.add(owner, iterable, perElement(items));
    }
  }

  private truth(owner: FunctionId, test: Expression): void {
    if (test.kind === "compare" || test.kind === "boolean" || test.kind === "unary" || test.kind === "constant") return;
    this.onKnown(owner, test, test, ["__bool__", "__len__"]);
  }

  private context(owner: FunctionId, module: SourceModule, context: Expression, isAsync: boolean): void {
    this.onValue(owner, module, context, context, isAsync ? "__aenter__" : "__enter__");
    this.onValue(owner, module, context, context, isAsync ? "__aexit__" : "__exit__");
  }

  private comparison(owner: FunctionId, module: SourceModule, expression: Expression & { kind: "compare" }): void {
    let left = expression.left;
    expression.operators.forEach((operator, index) => {
      const right = expression.comparators[index] as Expression;
      if (operator === "in" || operator === "not in") {
        this.onValue(owner, module, expression, right, "__contains__");
        this.key(owner, expression, right, left);
      } else {
        const methods = COMPARE_METHODS[operator];
        if (methods) this.operator(owner, module, expression, left, right, methods[0], methods[1]);
      }
      left = right;
    });
  }

  private operator(
    owner: FunctionId,
    module: SourceModule,
    at: Expression,
    left: Expression,
    right: Expression,
    forward: string,
    reflected: string,
  ): void {
    const onLeft = this.inference.evaluate(owner, left);
    const found = this.special(onLeft, forward);
    if (found) {
      this.collector.add(owner, at, found);
      return;
    }
    const onRight = this.inference.evaluate(owner, right);
    const back =
      this.special(onRight, reflected) ??
      (forward === "__ne__" ? (this.special(onLeft, "__eq__") ?? this.special(onRight, "__eq__")) : undefined);
    if (back) this.collector.add(owner, at, back);
    else if (
      onLeft.length === 0 &&
      (onRight.length === 0 || onRight.some((value) => value.kind === "instance" && value.classId !== undefined))
    ) {
      this.collector.add(owner, at, this.byName.operators(forward === "__ne__" ? "__eq__" : forward, module));
    }
  }

  /** Looking something up in a hashed container calls its `__hash__` and `__eq__`; in a list only `__eq__`. */
  private key(owner: FunctionId, at: Expression, container: Expression, key: Expression): void {
    if (key.kind === "constant" || key.kind === "slice" || this.noHashing()) return;
    const keys = this.inference.evaluate(owner, key);
    if (!keys.some((value) => value.kind === "instance" && (value.classId !== undefined || value.name === "builtins.tuple"))) return;
    const flat = keys.flatMap((value) => (value.kind === "instance" && value.name === "builtins.tuple" ? value.args.flat() : [value]));
    const containers = this.inference.evaluate(owner, container);
    const isHashed = containers.some((value) => value.kind === "instance" && HASHED.has(value.name));
    const isLinear = containers.some(
      (value) => value.kind === "instance" && (value.name === "builtins.list" || value.name === "builtins.tuple"),
    );
    if (isHashed) this.addSpecial(owner, at, flat, "__hash__");
    if (isHashed || isLinear) this.addSpecial(owner, at, flat, "__eq__");
  }

  private noHashing(): boolean {
    return !this.inference.hierarchy.isClassLevelName("__hash__") && !this.inference.hierarchy.isClassLevelName("__eq__");
  }

  private addSpecial(owner: FunctionId, at: Expression, values: Values, method: string): void {
    const found = this.special(values, method);
    if (found) this.collector.add(owner, at, found);
  }

  private onKnown(owner: FunctionId, at: Expression, receiver: Expression, methods: readonly string[]): void {
    if (!methods.some((method) => this.inference.hierarchy.isClassLevelName(method))) return;
    const values = this.inference.evaluate(owner, receiver);
    for (const method of methods) {
      const found = this.special(values, method);
      if (!found) continue;
      this.collector.add(owner, at, found);
      return;
    }
  }

  private onValue(owner: FunctionId, module: SourceModule, at: Expression, receiver: Expression, method: string): void {
    if (!this.inference.hierarchy.isClassLevelName(method)) return;
    const values = this.inference.evaluate(owner, receiver);
    const found = values.length === 0 ? this.byName.operators(method, module) : this.special(values, method);
    if (found) this.collector.add(owner, at, found);
  }

  /** Project functions that `method` means on `values`; undefined when none of them has it. */
  private special(values: Values, method: string): readonly Target[] | undefined {
    if (values === NOTHING || !this.inference.hierarchy.isClassLevelName(method)) return undefined;
    const groups: (readonly Target[])[] = [];
    for (const value of values) {
      if (value.kind !== "instance" || value.classId === undefined) continue;
      if (!this.inference.hierarchy.classLevel(value.classId, method)) continue;
      groups.push(this.targets.ofMethod(value, method, "operator"));
    }
    if (groups.length === 0) return undefined;
    return mergeTargets(groups.flatMap((found) => scale(found, 1 / groups.length)));
  }
}

function perElement(targets: readonly Target[]): readonly Target[] {
  return targets.map((target) => ({ ...target, perElement: true }));
}
