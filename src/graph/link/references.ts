/** Functions that are handed on rather than called: callbacks of library functions, arguments, stored references; and modules that are run by importing them. */
import type { CallExpression, Expression, Statement } from "../../syntax";
import type { FunctionId } from "../contract";
import { importedValue } from "../evaluate-definition";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import type { EdgeCollector } from "./edge-collector";
import { scale, type Target, type Targets } from "./targets";

/** A function handed to code that is not known to call it. */
const HANDED_ON = 0.3;
/** A function stored or returned, or handed to project code, which is followed by itself. */
const STORED = 0.1;

/** Outside functions that call what they are given: once for each element, or once. */
const CALLS_PER_ELEMENT = new Set([
  "builtins.map",
  "builtins.filter",
  "builtins.sorted",
  "builtins.min",
  "builtins.max",
  "functools.reduce",
  "itertools.takewhile",
  "itertools.dropwhile",
  "itertools.filterfalse",
  "itertools.groupby",
  "itertools.starmap",
  "itertools.accumulate",
  "heapq.nlargest",
  "heapq.nsmallest",
  "re.sub",
  "re.subn",
  "numpy.vectorize",
  "numpy.apply_along_axis",
]);
const CALLS_ONCE = new Set([
  "threading.Thread",
  "multiprocessing.Process",
  "threading.Timer",
  "asyncio.run",
  "asyncio.to_thread",
  "contextlib.suppress",
  "atexit.register",
  "builtins.iter",
]);
/** Built-in functions that look at what they are given and never call it. */
const NEVER_CALLS = new Set(
  [
    ...["isinstance", "issubclass", "callable", "id", "hash", "type", "repr", "str", "print", "len", "bool", "vars", "dir"],
    ...["hasattr", "delattr"],
  ].map((name) => `builtins.${name}`),
);
/** Methods of outside or unknown objects that call what they are given. */
const METHODS_PER_ELEMENT = new Set([
  "map",
  "imap",
  "imap_unordered",
  "starmap",
  "apply",
  "applymap",
  "transform",
  "sub",
  "subn",
  "sort",
  "apply_async",
  "map_async",
  "pipe",
  "agg",
  "aggregate",
  "map_elements",
]);
const METHODS_ONCE = new Set([
  "submit",
  "run_in_executor",
  "call_soon",
  "call_later",
  "add_done_callback",
  "run_sync",
  "start_soon",
  "create_task",
]);

export class References {
  constructor(
    private readonly inference: Inference,
    private readonly targets: Targets,
    private readonly collector: EdgeCollector,
  ) {}

  /** Functions among the arguments of a call. */
  ofArguments(owner: FunctionId, call: CallExpression, calleeIsKnown: boolean): void {
    for (const argument of call.args) this.argument(owner, call, argument, calleeIsKnown);
    for (const { value } of call.keywords) this.argument(owner, call, value, calleeIsKnown);
  }

  private argument(owner: FunctionId, call: CallExpression, argument: Expression, calleeIsKnown: boolean): void {
    if (argument.kind !== "name" && argument.kind !== "attribute") return;
    const targets = this.functionsNamed(owner, argument);
    if (targets.length === 0) return;
    this.collector.add(owner, argument, this.weighted(owner, call, targets, calleeIsKnown));
  }

  private weighted(owner: FunctionId, call: CallExpression, targets: readonly Target[], calleeIsKnown: boolean): readonly Target[] {
    const { callee } = call;
    const [value] = this.inference.evaluate(owner, callee);
    const name = value?.kind === "external" ? value.name : undefined;
    if (name && NEVER_CALLS.has(name)) return [];
    const method = callee.kind === "attribute" ? callee.name : undefined;
    if ((name && CALLS_PER_ELEMENT.has(name)) || (!calleeIsKnown && method && METHODS_PER_ELEMENT.has(method))) {
      return targets.map((target) => ({ ...target, perElement: true }));
    }
    if ((name && CALLS_ONCE.has(name)) || (!calleeIsKnown && method && METHODS_ONCE.has(method))) return targets;
    return scale(targets, calleeIsKnown ? STORED : HANDED_ON);
  }

  /** Functions that a statement stores, puts into a table or returns. */
  ofStatement(owner: FunctionId, statement: Statement): void {
    if (statement.kind === "assign" && statement.targets.some((target) => this.isOutsideAttribute(owner, target))) {
      this.registered(owner, statement.value);
    } else if (statement.kind === "assign" || statement.kind === "annAssign" || statement.kind === "return") {
      if (statement.value) this.stored(owner, statement.value);
    }
  }

  /** `parser.on_element = self.start`: code outside of the project calls it for each event. */
  private registered(owner: FunctionId, value: Expression): void {
    if (value.kind !== "name" && value.kind !== "attribute") return;
    this.collector.add(
      owner,
      value,
      this.functionsNamed(owner, value).map((target) => ({ ...target, perElement: true })),
    );
  }

  /** An attribute of an object that is not the project's; attributes of outside modules are settings. */
  private isOutsideAttribute(owner: FunctionId, target: Expression): boolean {
    if (target.kind !== "attribute") return false;
    const [value] = this.inference.evaluate(owner, target.value);
    if (value?.kind === "instance") return value.classId === undefined;
    return value?.kind === "external" && value.name.endsWith("()");
  }

  private stored(owner: FunctionId, value: Expression): void {
    if (value.kind === "name" || value.kind === "attribute") {
      this.collector.add(owner, value, scale(this.functionsNamed(owner, value), STORED));
    } else if (value.kind === "list" || value.kind === "tuple" || value.kind === "set") {
      for (const element of value.elements) if (element.kind === "name" || element.kind === "attribute") this.stored(owner, element);
    } else if (value.kind === "dict") {
      for (const entry of value.entries)
        if (entry.value.kind === "name" || entry.value.kind === "attribute") this.stored(owner, entry.value);
    }
  }

  /** Functions that a name or attribute stands for; classes are objects like others when handed on. */
  private functionsNamed(owner: FunctionId, expression: Expression): readonly Target[] {
    const functions = this.inference.evaluate(owner, expression).filter((value) => value.kind === "function");
    return functions.length === 0 ? [] : this.targets.ofValues(functions, "reference");
  }

  /** Importing a module runs its code once, from whichever import comes first. */
  imports(owner: FunctionId, module: SourceModule, indices: readonly number[]): void {
    for (const index of indices) {
      const fact = module.file.imports[index];
      if (!fact || fact.typeCheckingOnly) continue;
      const ran = new Set<FunctionId>();
      const place = this.inference.project.modules.resolve(fact.module, fact.level, module);
      if (place !== undefined) this.addModule(place, ran);
      for (const { name } of fact.names ?? []) {
        const [value] = name === "*" ? [] : importedValue(this.inference, module, fact, name);
        if (value?.kind === "module") this.addModule(value.place, ran);
      }
      ran.delete(module.functionBase);
      const site: Expression = { kind: "unknown", expressions: [], start: fact.start, end: fact.end };
      this.collector.add(
        owner,
        site,
        [...ran].map((callee) => ({ callee, share: 1, kind: "module-run" as const })),
      );
    }
  }

  private addModule(place: string, ran: Set<FunctionId>): void {
    const module = this.inference.project.modules.at(place);
    if (module) ran.add(module.functionBase);
  }
}
