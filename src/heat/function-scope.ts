/**
 * What the plain names of a function are bound to, when they are bound once: enough to read loop counts and collection sizes off the
 * source. Names that are assigned twice, in a loop, or by anything but a plain assignment have no single value here.
 */
import type { FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { Expression, FileFacts, FunctionFact, Statement } from "../syntax";

export interface FunctionScope {
  readonly id: FunctionId;
  readonly fact: FunctionFact;
  /** The one expression that `name` is bound to here or at module level, or undefined. */
  valueOf(name: string): Expression | undefined;
  /** `name` is a parameter, never assigned again. */
  isParameter(name: string): boolean;
}

type Bindings = ReadonlyMap<string, Expression | undefined>;

const moduleBindings = new WeakMap<FileFacts, Bindings>();

export function scopeOf(graph: ProjectGraph, id: FunctionId): FunctionScope {
  const node = graph.functions[id] as FunctionNode;
  const fact = node.fact;
  let own: Bindings | undefined;
  const params = new Set(fact.params.map((param) => param.name));
  const bindings = (): Bindings => {
    own ??= fact.index === 0 ? bindingsOfModule(node.file) : bindingsOf(fact);
    return own;
  };
  return {
    id,
    fact,
    valueOf(name) {
      if (bindings().has(name)) return bindings().get(name);
      if (params.has(name)) return undefined;
      return bindingsOfModule(node.file).get(name);
    },
    isParameter(name) {
      return params.has(name) && !bindings().has(name);
    },
  };
}

function bindingsOfModule(file: FileFacts): Bindings {
  let bindings = moduleBindings.get(file);
  if (bindings === undefined) {
    bindings = bindingsOf(file.functions[0] as FunctionFact);
    for (const fact of file.functions) {
      // A function that declares a name global may change it at any time.
      for (const name of fact.globals) (bindings as Map<string, Expression | undefined>).set(name, undefined);
    }
    moduleBindings.set(file, bindings);
  }
  return bindings;
}

function bindingsOf(fact: FunctionFact): Map<string, Expression | undefined> {
  const bindings = new Map<string, Expression | undefined>();
  bindStatements(fact.body, bindings, false);
  return bindings;
}

function bindStatements(statements: readonly Statement[], bindings: Map<string, Expression | undefined>, repeated: boolean): void {
  for (const statement of statements) bindStatement(statement, bindings, repeated);
}

function bindStatement(statement: Statement, bindings: Map<string, Expression | undefined>, repeated: boolean): void {
  switch (statement.kind) {
    case "assign":
      for (const target of statement.targets) bindTarget(target, repeated ? undefined : statement.value, bindings);
      return;
    case "annAssign":
      if (statement.value) bindTarget(statement.target, repeated ? undefined : statement.value, bindings);
      return;
    case "augAssign":
      bindTarget(statement.target, undefined, bindings);
      return;
    case "if":
      bindStatements(statement.body, bindings, repeated);
      bindStatements(statement.orElse, bindings, repeated);
      return;
    case "for":
      bindTarget(statement.target, undefined, bindings);
      bindStatements(statement.body, bindings, true);
      bindStatements(statement.orElse, bindings, repeated);
      return;
    case "while":
      bindStatements(statement.body, bindings, true);
      bindStatements(statement.orElse, bindings, repeated);
      return;
    case "with":
      for (const item of statement.items) if (item.target) bindTarget(item.target, undefined, bindings);
      bindStatements(statement.body, bindings, repeated);
      return;
    case "try":
      bindStatements(statement.body, bindings, repeated);
      for (const handler of statement.handlers) bindStatements(handler.body, bindings, repeated);
      bindStatements(statement.orElse, bindings, repeated);
      bindStatements(statement.finalBody, bindings, repeated);
      return;
    case "match":
      for (const branch of statement.cases) bindStatements(branch.body, bindings, repeated);
      return;
    default:
      return;
  }
}

function bindTarget(target: Expression, value: Expression | undefined, bindings: Map<string, Expression | undefined>): void {
  if (target.kind === "name") {
    bindings.set(target.name, bindings.has(target.name) ? undefined : value);
    return;
  }
  if (target.kind === "starred") {
    bindTarget(target.value, undefined, bindings);
    return;
  }
  if (target.kind !== "tuple" && target.kind !== "list") return;
  const values = value?.kind === "tuple" || value?.kind === "list" ? value.elements : undefined;
  const paired = values?.length === target.elements.length ? values : undefined;
  for (const [index, element] of target.elements.entries()) bindTarget(element, paired?.[index], bindings);
}
