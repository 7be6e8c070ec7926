/** One walk over a file's statements that finds every binding, attribute store and call, see definitions.ts. */
import {
  type CallExpression,
  type ClassIndex,
  type ComprehensionExpression,
  type Expression,
  type FileFacts,
  type FunctionFact,
  type FunctionIndex,
  forEachChildExpression,
  type LambdaExpression,
  type Statement,
} from "../syntax";
import { elementsAddedBy } from "./container-additions";
import type {
  AttributeStore,
  ClassScope,
  Definition,
  DefinitionSource,
  ElementSource,
  FileIndex,
  ForeignStore,
  FunctionScope,
  LocalCall,
  MethodBinding,
  Scope,
  UnpackPath,
} from "./definitions";
import { type Narrowing, narrowingsOf } from "./narrowings";
import { forEachExpression, lastName } from "./walk-syntax";

const indices = new WeakMap<FileFacts, FileIndex>();

/** The index of `file`; computed once per facts object. */
export function fileIndexOf(file: FileFacts): FileIndex {
  let index = indices.get(file);
  if (index === undefined) {
    index = new DefinitionCollector(file).collect();
    indices.set(file, index);
  }
  return index;
}

/** More definitions of a name, or additions to a container, than this are not kept: they say nothing new. */
const MAX_DEFINITIONS = 400;
const MAX_ADDITIONS = 256;
const NO_PATH: UnpackPath = Object.freeze([]);

interface Block {
  start: number;
  end: number;
  loopStart: number;
  loopEnd: number;
}

class DefinitionCollector {
  private readonly functions: FunctionScope[];
  private readonly classes: ClassScope[];
  private readonly bindings: (MethodBinding | undefined)[];
  private readonly calls = new Map<string, LocalCall[]>();
  private readonly foreignStores = new Map<string, ForeignStore[]>();
  private scope: Scope;
  private readonly neverRun = new Set<FunctionIndex>();
  private owner: FunctionIndex = 0;
  private block: Block;
  /** Inside `if TYPE_CHECKING:`. */
  private typeCheckingOnly = false;

  constructor(private readonly file: FileFacts) {
    this.functions = file.functions.map(createFunctionScope);
    this.classes = file.classes.map((fact) => ({
      ...createScope([], []),
      bodyStart: fact.body[0]?.start ?? fact.end,
      bodyEnd: fact.end,
      stores: new Map(),
      storeElements: new Map(),
    }));
    this.bindings = file.functions.map(bindingOf);
    this.scope = this.functions[0] as Scope;
    this.block = { start: 0, end: file.length + 1, loopStart: -1, loopEnd: -1 };
  }

  collect(): FileIndex {
    for (const fact of this.file.functions) this.collectFunction(fact);
    for (const scope of [...this.functions, ...this.classes]) {
      for (const definitions of scope.names.values()) if (definitions.length > 1) definitions.sort(byStart);
    }
    this.moveElementsToTheirScope();
    return {
      file: this.file,
      functions: this.functions,
      classes: this.classes,
      bindings: this.bindings,
      neverRun: this.neverRun,
      calls: this.calls,
      foreignStores: this.foreignStores,
    };
  }

  private collectFunction(fact: FunctionFact): void {
    this.owner = fact.index;
    this.scope = this.functions[fact.index] as FunctionScope;
    this.block = {
      start: fact.index === 0 ? 0 : fact.start,
      end: fact.index === 0 ? this.file.length + 1 : fact.end,
      loopStart: -1,
      loopEnd: -1,
    };
    fact.params.forEach((param, position) => {
      this.define(param.name, { kind: "parameter", function: fact.index, position }, fact.start);
    });
    this.statements(fact.body);
  }

  private statements(statements: readonly Statement[]): void {
    for (const statement of statements) this.statement(statement);
  }

  private statement(statement: Statement): void {
    switch (statement.kind) {
      case "functionDef":
        this.functionDefinition(statement.function);
        return;
      case "classDef":
        this.classDefinition(statement.class);
        return;
      case "import":
        this.imports(statement.imports);
        return;
      case "assign":
        this.expressionsOf(statement);
        for (const target of statement.targets) this.assign(target, statement.value, NO_PATH, statement.end);
        return;
      case "annAssign":
        this.expressionsOf(statement);
        this.bind(statement.target, { kind: "annotated", annotation: statement.annotation, value: statement.value }, statement.end);
        return;
      case "augAssign":
        this.expressionsOf(statement);
        this.augment(statement.target, statement.value);
        return;
      case "return":
        this.expressionsOf(statement);
        if (statement.value) (this.functions[this.owner] as FunctionScope).returns.push(statement.value);
        return;
      case "assert":
        this.expressionsOf(statement);
        this.narrow(narrowingsOf(statement.test, true), statement.end, this.block.end, statement);
        return;
      default:
        this.compoundStatement(statement);
    }
  }

  private compoundStatement(statement: Statement): void {
    this.expressionsOf(statement);
    switch (statement.kind) {
      case "if":
        this.ifStatement(statement);
        return;
      case "for":
        this.inLoop(statement, () => {
          this.inBlock(statement.iterable.end, blockEnd(statement.body, statement.end), () => {
            this.bindPaths(statement.target, (path) => ({ kind: "element", iterable: statement.iterable, path }), statement.iterable.end);
            this.statements(statement.body);
          });
          this.nested(statement.orElse);
        });
        return;
      case "while":
        this.inLoop(statement, () => {
          this.narrow(narrowingsOf(statement.test, true), statement.test.end, blockEnd(statement.body, statement.end));
          this.nested(statement.body);
          this.nested(statement.orElse);
        });
        return;
      case "try":
        this.nested(statement.body);
        for (const handler of statement.handlers) {
          this.inBlock(handler.start, handler.end, () => {
            if (handler.name) this.define(handler.name, { kind: "exception", type: handler.type }, handler.start);
            this.statements(handler.body);
          });
        }
        this.nested(statement.orElse);
        this.statements(statement.finalBody);
        return;
      case "with":
        for (const item of statement.items) {
          if (!item.target) continue;
          this.bindPaths(item.target, (path) => ({ kind: "enter", context: item.context, path }), item.target.end);
        }
        this.statements(statement.body);
        return;
      case "match":
        for (const branch of statement.cases) {
          this.inBlock(branch.start, branch.end, () => {
            for (const pattern of branch.patterns) this.bind(pattern, { kind: "unknown" }, branch.start);
            this.matchNarrowing(statement.subject, branch.patterns, branch.start, branch.end);
            this.statements(branch.body);
          });
        }
        return;
      default:
        return;
    }
  }

  /** Long `elif` chains are followed in a loop, not by recursion. */
  private ifStatement(first: Statement & { kind: "if" }): void {
    let statement = first;
    const start = this.block;
    for (;;) {
      this.narrow(narrowingsOf(statement.test, true), statement.test.end, blockEnd(statement.body, statement.end));
      const outside = this.typeCheckingOnly;
      if (isTypeChecking(statement.test)) this.typeCheckingOnly = true;
      this.nested(statement.body);
      this.typeCheckingOnly = outside;
      const inverse = narrowingsOf(statement.test, false);
      const next = statement.orElse[0];
      if (statement.orElse.length === 0) {
        if (inverse.length > 0 && leaves(statement.body)) this.narrow(inverse, statement.end, start.end);
        break;
      }
      if (inverse.length > 0) this.narrow(inverse, (next as Statement).start, statement.end);
      if (statement.orElse.length > 1 || next?.kind !== "if") {
        this.nested(statement.orElse);
        break;
      }
      this.block = { ...this.block, start: next.start, end: next.end };
      statement = next;
      this.expressionsOf(statement);
    }
    this.block = start;
  }

  private nested(statements: readonly Statement[]): void {
    const first = statements[0];
    if (first) this.inBlock(first.start, blockEnd(statements, first.end), () => this.statements(statements));
  }

  private inBlock(start: number, end: number, run: () => void): void {
    const outer = this.block;
    this.block = { ...outer, start, end };
    run();
    this.block = outer;
  }

  private inLoop(loop: Statement, run: () => void): void {
    const outer = this.block;
    if (outer.loopStart < 0) this.block = { ...outer, loopStart: loop.start, loopEnd: loop.end };
    run();
    this.block = outer;
  }

  private functionDefinition(index: FunctionIndex): void {
    const fact = this.file.functions[index] as FunctionFact;
    // What only the type checker sees never runs; the method that it describes is another one or inherited.
    if (this.typeCheckingOnly || fact.decorators.some((decorator) => lastName(decorator) === "overload")) this.neverRun.add(index);
    else this.define(fact.name, { kind: "function", index }, fact.start);
    for (const decorator of fact.decorators) this.expression(decorator);
    for (const param of fact.params) if (param.defaultValue) this.expression(param.defaultValue);
  }

  private classDefinition(index: ClassIndex): void {
    const fact = this.file.classes[index];
    const scope = this.classes[index];
    if (!fact || !scope) return;
    this.define(fact.name, { kind: "class", index }, fact.start);
    for (const expression of [...fact.decorators, ...fact.bases]) this.expression(expression);
    for (const keyword of fact.keywords) this.expression(keyword.value);
    (this.functions[this.owner] as FunctionScope).classes.push(index);
    const outerScope = this.scope;
    const outerBlock = this.block;
    this.scope = scope;
    this.block = { start: scope.bodyStart, end: scope.bodyEnd, loopStart: -1, loopEnd: -1 };
    this.statements(fact.body);
    this.scope = outerScope;
    this.block = outerBlock;
  }

  private imports(indices: readonly number[]): void {
    for (const index of indices) {
      const fact = this.file.imports[index];
      if (!fact) continue;
      if (!fact.names) {
        const bound = fact.alias ?? (fact.module.split(".")[0] as string);
        this.define(bound, { kind: "import", fact }, fact.end);
        continue;
      }
      for (const { name, alias } of fact.names) {
        if (name === "*") this.scope.starImports.push(fact);
        else this.define(alias ?? name, { kind: "import", fact, name }, fact.end);
      }
    }
  }

  // Targets.

  private assign(target: Expression, value: Expression, path: UnpackPath, from: number): void {
    const pairs =
      (target.kind === "tuple" || target.kind === "list") && (value.kind === "tuple" || value.kind === "list") && path.length === 0;
    if (pairs && target.elements.length === value.elements.length && ![...target.elements, ...value.elements].some(isStarred)) {
      target.elements.forEach((inner, position) => {
        this.assign(inner, value.elements[position] as Expression, NO_PATH, from);
      });
      return;
    }
    this.bindPaths(target, (inner) => ({ kind: "value", value, path: inner }), from);
  }

  private bindPaths(target: Expression, source: (path: UnpackPath) => DefinitionSource, from: number, path: UnpackPath = NO_PATH): void {
    if (target.kind === "tuple" || target.kind === "list") {
      target.elements.forEach((inner, position) => {
        if (inner.kind === "starred") this.bindPaths(inner.value, source, from, [...path, -1]);
        else this.bindPaths(inner, source, from, [...path, position]);
      });
      return;
    }
    this.bind(target, source(path), from);
  }

  private bind(target: Expression, source: DefinitionSource, from: number): void {
    if (target.kind === "name") this.define(target.name, source, from);
    else if (target.kind === "attribute") this.storeAttribute(target.value, target.name, source);
    else if (target.kind === "subscript") this.addElement(target.value, { owner: this.owner, key: target.index, source, spread: false });
    else if (target.kind === "starred") this.bind(target.value, source, from);
  }

  private define(name: string, source: DefinitionSource, from: number): void {
    const { start, end, loopStart, loopEnd } = this.block;
    const definition: Definition = {
      name,
      source,
      owner: this.owner,
      from,
      blockStart: start,
      blockEnd: end,
      loopStart,
      loopEnd,
      scoped: false,
      hiddenStart: -1,
      hiddenEnd: -1,
    };
    if (this.scope.globals.has(name)) this.defineElsewhere(this.functions[0] as Scope, name, definition);
    else if (this.scope.nonlocals.has(name)) this.defineElsewhere(this.enclosingScopeOf(name), name, definition);
    else append(this.scope.names, name, definition, MAX_DEFINITIONS);
  }

  /** A definition made from another function may hold at any time, and never for certain. */
  private defineElsewhere(scope: Scope, name: string, definition: Definition): void {
    append(
      scope.names,
      name,
      { ...definition, from: this.file.length, blockStart: 0, blockEnd: 0, loopStart: 0, loopEnd: this.file.length },
      MAX_DEFINITIONS,
    );
  }

  private enclosingScopeOf(name: string): Scope {
    let parent = this.file.functions[this.owner]?.parent;
    let scope = this.functions[parent ?? 0] as Scope;
    while (parent !== undefined && parent !== 0) {
      scope = this.functions[parent] as Scope;
      if (scope.names.has(name) || this.file.functions[parent]?.params.some((param) => param.name === name)) return scope;
      parent = this.file.functions[parent]?.parent;
    }
    return scope;
  }

  private defineScoped(name: string, source: DefinitionSource, start: number, end: number, hidden?: { start: number; end: number }): void {
    append(
      this.scope.names,
      name,
      {
        name,
        source,
        owner: this.owner,
        from: start,
        blockStart: start,
        blockEnd: end,
        loopStart: -1,
        loopEnd: -1,
        scoped: true,
        hiddenStart: hidden?.start ?? -1,
        hiddenEnd: hidden?.end ?? -1,
      },
      MAX_DEFINITIONS,
    );
  }

  private narrow(narrowings: readonly Narrowing[], start: number, end: number, hidden?: { start: number; end: number }): void {
    for (const { subject, classes } of narrowings)
      this.defineScoped(subject.name, { kind: "narrowed", subject, classes }, start, end, hidden);
  }

  /** `case Class(...)` says what the subject is. */
  private matchNarrowing(subject: Expression, patterns: readonly Expression[], start: number, end: number): void {
    const pattern = patterns.length === 1 ? patterns[0] : undefined;
    if (subject.kind !== "name" || pattern?.kind !== "call") return;
    this.defineScoped(subject.name, { kind: "narrowed", subject, classes: pattern.callee }, start, end);
  }

  // Attributes and elements.

  private storeAttribute(receiver: Expression, name: string, source: DefinitionSource): void {
    const own = this.ownClassOf(receiver);
    if (own !== undefined) {
      append<AttributeStore>((this.classes[own] as ClassScope).stores, name, { owner: this.owner, source }, MAX_ADDITIONS);
    } else append<ForeignStore>(this.foreignStores, name, { owner: this.owner, receiver, source }, MAX_ADDITIONS);
  }

  /** The class whose method takes `receiver` as its first parameter, also seen from functions nested in the method. */
  private ownClassOf(receiver: Expression): ClassIndex | undefined {
    if (receiver.kind !== "name") return undefined;
    for (let index: number | undefined = this.owner; index !== undefined && index !== 0; index = this.file.functions[index]?.parent) {
      const fact = this.file.functions[index];
      const binding = this.bindings[index];
      if (binding && binding !== "static" && fact?.params[0]?.name === receiver.name) return fact.ownerClass;
      if (fact?.params.some((param) => param.name === receiver.name)) return undefined;
    }
    return undefined;
  }

  private addElement(container: Expression, element: ElementSource): void {
    if (container.kind === "name") append(this.scope.elements, container.name, element, MAX_ADDITIONS);
    else if (container.kind === "attribute") {
      const own = this.ownClassOf(container.value);
      if (own !== undefined) append((this.classes[own] as ClassScope).storeElements, container.name, element, MAX_ADDITIONS);
    }
  }

  /** `xs += more` adds elements when `xs` is a list. */
  private augment(target: Expression, value: Expression): void {
    const source: DefinitionSource = { kind: "value", value, path: NO_PATH };
    if (target.kind !== "subscript") this.addElement(target, { owner: this.owner, source, spread: true });
    if (target.kind === "name" && !this.scope.names.has(target.name)) this.define(target.name, source, target.end);
  }

  /** What a nested function adds to a name of an enclosing scope belongs to that scope. */
  private moveElementsToTheirScope(): void {
    for (const fact of this.file.functions) {
      const scope = this.functions[fact.index] as FunctionScope;
      for (const [name, elements] of scope.elements) {
        if (fact.index === 0 || scope.names.has(name)) continue;
        let parent = fact.parent ?? 0;
        while (parent !== 0 && !(this.functions[parent] as Scope).names.has(name)) parent = this.file.functions[parent]?.parent ?? 0;
        for (const element of elements) append((this.functions[parent] as Scope).elements, name, element, MAX_ADDITIONS);
        scope.elements.delete(name);
      }
    }
  }

  // Expressions.

  private expressionsOf(statement: Statement): void {
    forEachExpression(statement, this.expression);
  }

  private readonly expression = (expression: Expression): void => {
    switch (expression.kind) {
      case "name":
      case "constant":
        return;
      case "call":
        this.call(expression);
        return;
      case "lambda":
        this.lambda(expression);
        return;
      case "listComp":
      case "setComp":
      case "dictComp":
      case "generator":
        this.comprehension(expression);
        return;
      case "named":
        this.define(expression.target.name, { kind: "value", value: expression.value, path: NO_PATH }, expression.end);
        this.expression(expression.value);
        return;
      case "boolean":
        this.narrow(narrowingsOf(expression.left, expression.operator === "and"), expression.right.start, expression.right.end);
        break;
      case "conditional":
        this.narrow(narrowingsOf(expression.test, true), expression.body.start, expression.body.end);
        this.narrow(narrowingsOf(expression.test, false), expression.orElse.start, expression.orElse.end);
        break;
      case "yield":
        if (expression.value) (this.functions[this.owner] as FunctionScope).yields.push(expression.value);
        break;
      case "yieldFrom":
        if (expression.value) (this.functions[this.owner] as FunctionScope).delegates.push(expression.value);
        break;
    }
    forEachChildExpression(expression, this.expression);
  };

  private call(call: CallExpression): void {
    const name = lastName(call.callee);
    if (name !== undefined) append(this.calls, name, { owner: this.owner, call }, Number.POSITIVE_INFINITY);
    if (call.callee.kind === "attribute") {
      const container = call.callee.value;
      for (const element of elementsAddedBy(call)) this.addElement(container, { owner: this.owner, ...element });
    }
    this.expression(call.callee);
    for (const argument of call.args) {
      if (argument.kind === "lambda") this.lambda(argument, call);
      else this.expression(argument);
    }
    for (const keyword of call.keywords) {
      if (keyword.value.kind === "lambda") this.lambda(keyword.value, call);
      else this.expression(keyword.value);
    }
  }

  private lambda(lambda: LambdaExpression, call?: CallExpression): void {
    lambda.params.forEach((param, position) => {
      this.defineScoped(param.name, { kind: "lambdaParameter", lambda, position, call }, lambda.start, lambda.end);
      if (param.defaultValue) this.expression(param.defaultValue);
    });
    this.expression(lambda.body);
  }

  private comprehension(comprehension: ComprehensionExpression): void {
    const { start, end } = comprehension;
    for (const clause of comprehension.clauses) {
      this.bindComprehensionTarget(clause.target, clause.iterable, NO_PATH, comprehension);
      for (const condition of clause.conditions) this.narrow(narrowingsOf(condition, true), start, end, condition);
    }
    forEachChildExpression(comprehension, this.expression);
  }

  private bindComprehensionTarget(target: Expression, iterable: Expression, path: UnpackPath, within: ComprehensionExpression): void {
    if (target.kind === "name") {
      this.defineScoped(target.name, { kind: "element", iterable, path }, within.start, within.end, iterable);
    } else if (target.kind === "tuple" || target.kind === "list") {
      target.elements.forEach((inner, position) => {
        if (inner.kind === "starred") this.bindComprehensionTarget(inner.value, iterable, [...path, -1], within);
        else this.bindComprehensionTarget(inner, iterable, [...path, position], within);
      });
    }
  }
}

function createScope(globals: readonly string[], nonlocals: readonly string[]): Scope {
  return { names: new Map(), globals: new Set(globals), nonlocals: new Set(nonlocals), starImports: [], elements: new Map() };
}

function createFunctionScope(fact: FunctionFact): FunctionScope {
  return { ...createScope(fact.index === 0 ? [] : fact.globals, fact.nonlocals), returns: [], yields: [], delegates: [], classes: [] };
}

const ALWAYS_CLASS = new Set(["__new__", "__init_subclass__", "__class_getitem__"]);

function bindingOf(fact: FunctionFact): MethodBinding | undefined {
  if (fact.ownerClass === undefined) return undefined;
  for (const decorator of fact.decorators) {
    const name = lastName(decorator);
    if (name === "staticmethod" || name === "abstractstaticmethod") return "static";
    if (name === "classmethod" || name === "abstractclassmethod") return "class";
  }
  return ALWAYS_CLASS.has(fact.name) ? "class" : "instance";
}

function append<T>(map: Map<string, T[]>, name: string, item: T, limit: number): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [item]);
  else if (list.length < limit) list.push(item);
}

function byStart(left: Definition, right: Definition): number {
  return left.from - right.from;
}

function isStarred(expression: Expression): boolean {
  return expression.kind === "starred";
}

function blockEnd(statements: readonly Statement[], otherwise: number): number {
  return statements.at(-1)?.end ?? otherwise;
}

/** The block ends by leaving, so what follows the `if` runs only when its test was false. */
function leaves(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  return last?.kind === "return" || last?.kind === "raise" || last?.kind === "continue" || last?.kind === "break";
}

function isTypeChecking(test: Expression): boolean {
  return (test.kind === "name" || test.kind === "attribute") && test.name === "TYPE_CHECKING";
}
