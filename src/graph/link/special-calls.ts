/** Calls of special methods on values: fully where their class is known, weakly and by name where it is not. */
import type { Expression } from "../../syntax";
import type { FunctionId } from "../contract";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import { NOTHING, type Values } from "../values";
import type { ByName } from "./by-name";
import type { EdgeCollector } from "./edge-collector";
import { mergeTargets, scale, type Target, type Targets } from "./targets";

const HASHED = new Set([
  "builtins.dict",
  "builtins.set",
  "builtins.frozenset",
  "collections.defaultdict",
  "collections.OrderedDict",
  "collections.Counter",
]);

export class SpecialCalls {
  constructor(
    private readonly inference: Inference,
    private readonly targets: Targets,
    private readonly byName: ByName,
    private readonly collector: EdgeCollector,
  ) {}

  addSpecial(owner: FunctionId, at: Expression, values: Values, method: string): void {
    const found = this.special(values, method);
    if (found) this.collector.add(owner, at, found);
  }

  /** The first of `methods` that the receiver's class has; nothing when the class is not known. */
  onKnown(owner: FunctionId, at: Expression, receiver: Expression, methods: readonly string[]): void {
    if (!methods.some((method) => this.inference.hierarchy.isClassLevelName(method))) return;
    const values = this.inference.evaluate(owner, receiver);
    for (const method of methods) {
      const found = this.special(values, method);
      if (!found) continue;
      this.collector.add(owner, at, found);
      return;
    }
  }

  /** `method` of the receiver, by its name alone when the receiver is not known. */
  onValue(owner: FunctionId, module: SourceModule, at: Expression, receiver: Expression, method: string): void {
    if (!this.inference.hierarchy.isClassLevelName(method)) return;
    const values = this.inference.evaluate(owner, receiver);
    const found = values.length === 0 ? this.byName.operators(method, module) : this.special(values, method);
    if (found) this.collector.add(owner, at, found);
  }

  /** Project functions that `method` means on `values`; undefined when none of them has it. */
  special(values: Values, method: string): readonly Target[] | undefined {
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

  iteration(owner: FunctionId, module: SourceModule, iterable: Expression, isAsync = false): void {
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

  truth(owner: FunctionId, test: Expression): void {
    if (test.kind === "compare" || test.kind === "boolean" || test.kind === "unary" || test.kind === "constant") return;
    this.onKnown(owner, test, test, ["__bool__", "__len__"]);
  }

  /** Looking something up in a hashed container calls its `__hash__` and `__eq__`; in a list only `__eq__`. */
  key(owner: FunctionId, at: Expression, container: Expression, key: Expression): void {
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
}

export function perElement(targets: readonly Target[]): readonly Target[] {
  return targets.map((target) => ({ ...target, perElement: true }));
}
