/** Walks every function's own code and finds what each expression in it runs. */
import {
  type CallExpression,
  type ClassIndex,
  type Expression,
  type FunctionFact,
  type FunctionIndex,
  forEachChildExpression,
  type Statement,
} from "../../syntax";
import type { FunctionId } from "../contract";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import { blocksOf, forEachExpression, storeTargets } from "../walk-syntax";
import { ByName } from "./by-name";
import { CallResolver } from "./call-targets";
import { type CollectedCalls, EdgeCollector } from "./edge-collector";
import { ImplicitCalls } from "./implicit-calls";
import { References } from "./references";
import { Targets } from "./targets";

/** The calls of one file. */
export interface LinkedModule extends CollectedCalls {
  /** Call expressions seen, and those whose callee is known. */
  readonly total: number;
  readonly resolved: number;
  /** The same by function of the file. */
  readonly counts: readonly CallCount[];
}

export interface CallCount {
  readonly total: number;
  readonly resolved: number;
}

export class CallLinker {
  private readonly collector = new EdgeCollector();
  private total = 0;
  private resolved = 0;
  private readonly calls: CallResolver;
  private readonly implicit: ImplicitCalls;
  private readonly references: References;
  private owner: FunctionId = 0;
  private current!: SourceModule;

  constructor(inference: Inference) {
    const targets = new Targets(inference);
    const byName = new ByName(inference, (id) => targets.isProperty(id));
    this.calls = new CallResolver(inference, targets, byName);
    this.implicit = new ImplicitCalls(inference, targets, byName, this.collector);
    this.references = new References(inference, targets, this.collector);
  }

  link(module: SourceModule): LinkedModule {
    const steps = this.linkInSteps(module);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same, stopping after each function. Nothing else may be linked meanwhile. */
  *linkInSteps(module: SourceModule): Generator<void, LinkedModule> {
    const counts: CallCount[] = [];
    for (const fact of module.file.functions) {
      counts.push(this.function(module, fact));
      yield;
    }
    return { ...this.collector.take(), ...totalOf(counts), counts };
  }

  /** `before` with the calls of the functions `indices` linked again. */
  linkAgain(module: SourceModule, before: LinkedModule, indices: readonly FunctionIndex[]): LinkedModule {
    const counts = before.counts.slice();
    for (const index of indices) counts[index] = this.function(module, module.file.functions[index] as FunctionFact);
    const { edges, calleesAt } = this.collector.take();
    const again = new Set(indices.map((index) => module.functionBase + index));
    const kept = before.edges.filter(({ caller }) => !again.has(caller));
    // What the replaced functions held is asked for by nobody any more.
    for (const [expression, callees] of calleesAt) before.calleesAt.set(expression, callees);
    const merged = [...kept, ...edges].sort((left, right) => left.caller - right.caller);
    return { edges: merged, calleesAt: before.calleesAt, ...totalOf(counts), counts };
  }

  private function(module: SourceModule, fact: FunctionFact): CallCount {
    this.current = module;
    this.total = 0;
    this.resolved = 0;
    this.owner = module.functionBase + fact.index;
    this.statements(fact.body);
    return { total: this.total, resolved: this.resolved };
  }

  private statements(statements: readonly Statement[]): void {
    for (const statement of statements) this.statement(statement);
  }

  private statement(first: Statement): void {
    let statement: Statement | undefined = first;
    while (statement) {
      let next: Statement | undefined;
      this.head(statement);
      const stored = storeTargets(statement);
      if (stored.length === 0) forEachExpression(statement, this.expression);
      else
        forEachExpression(statement, (expression) => (stored.includes(expression) ? this.target(expression) : this.expression(expression)));
      if (statement.kind === "if" && statement.orElse.length === 1 && statement.orElse[0]?.kind === "if") {
        // A chain of `elif` is followed in a loop, however long it is.
        this.statements(statement.body);
        next = statement.orElse[0];
      } else for (const block of blocksOf(statement)) this.statements(block);
      statement = next;
    }
  }

  private head(statement: Statement): void {
    switch (statement.kind) {
      case "functionDef":
        this.functionDefinition(statement.function);
        return;
      case "classDef":
        this.classDefinition(statement.class);
        return;
      case "import":
        this.references.imports(this.owner, this.current, statement.imports);
        return;
      default:
        this.implicit.ofStatement(this.owner, this.current, statement);
        this.references.ofStatement(this.owner, statement);
    }
  }

  private functionDefinition(index: FunctionIndex): void {
    const fact = this.current.file.functions[index];
    if (!fact) return;
    for (const decorator of fact.decorators) {
      this.expression(decorator);
      if (decorator.kind !== "call") this.calls.decorator(this.owner, decorator, this.collector);
    }
    for (const param of fact.params) if (param.defaultValue) this.expression(param.defaultValue);
  }

  private classDefinition(index: ClassIndex): void {
    const fact = this.current.file.classes[index];
    if (!fact) return;
    for (const expression of [...fact.decorators, ...fact.bases]) this.expression(expression);
    for (const keyword of fact.keywords) this.expression(keyword.value);
    this.statements(fact.body);
  }

  /** Storing to `a.b` or `a[i]` reads only `a` and `i`; what the storing itself runs is looked at with the statement. */
  private target(target: Expression): void {
    if (target.kind === "attribute") this.expression(target.value);
    else if (target.kind === "subscript") {
      this.expression(target.value);
      this.expression(target.index);
    } else if (target.kind === "starred") this.target(target.value);
    else if (target.kind === "tuple" || target.kind === "list") for (const element of target.elements) this.target(element);
  }

  private readonly expression = (expression: Expression): void => {
    switch (expression.kind) {
      case "name":
      case "constant":
        return;
      case "call":
        this.call(expression);
        return;
      default:
        this.implicit.ofExpression(this.owner, this.current, expression);
    }
    forEachChildExpression(expression, this.expression);
  };

  private call(call: CallExpression): void {
    this.total++;
    const { targets, resolved } = this.calls.targetsOf(this.owner, this.current, call);
    if (resolved) this.resolved++;
    this.collector.add(this.owner, call, targets);
    this.implicit.ofCall(this.owner, this.current, call);
    this.references.ofArguments(this.owner, call, targets.length > 0);
    // The callee's own attribute is the call; only what it is taken from is looked at.
    if (call.callee.kind === "attribute") this.expression(call.callee.value);
    else if (call.callee.kind !== "name") this.expression(call.callee);
    for (const argument of call.args) this.expression(argument);
    for (const keyword of call.keywords) this.expression(keyword.value);
  }
}

function totalOf(counts: readonly CallCount[]): CallCount {
  let total = 0;
  let resolved = 0;
  for (const count of counts) {
    total += count.total;
    resolved += count.resolved;
  }
  return { total, resolved };
}
