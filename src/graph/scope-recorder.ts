/** Writes down what a walk over a file finds: definitions in the scope that is being walked, attribute stores, elements of containers. */
import type { TextRange } from "../base";
import type { AugAssignStatement, BinaryOperator, ClassIndex, Expression, FileFacts, FunctionFact, FunctionIndex } from "../syntax";
import type {
  AttributeStore,
  Block,
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
import type { Narrowing } from "./narrowings";
import { shareElements } from "./shared-elements";
import { lastName } from "./walk-syntax";

/** More definitions of a name, or additions to a container, than this are not kept: they say nothing new. */
const MAX_DEFINITIONS = 400;
const MAX_ADDITIONS = 256;
export const NO_PATH: UnpackPath = Object.freeze([]);
const NO_NAMES: ReadonlySet<string> = new Set();

export class ScopeRecorder {
  readonly functions: readonly FunctionScope[];
  readonly classes: readonly ClassScope[];
  /** The scope, function and block that are being walked. */
  scope: Scope;
  owner: FunctionIndex = 0;
  block: Block;
  private readonly bindings: readonly (MethodBinding | undefined)[];
  private readonly calls = new Map<string, LocalCall[]>();
  private readonly foreignStores = new Map<string, ForeignStore[]>();
  private readonly neverRun = new Set<FunctionIndex>();

  constructor(readonly file: FileFacts) {
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

  get function(): FunctionScope {
    return this.functions[this.owner] as FunctionScope;
  }

  startFunction(fact: FunctionFact): void {
    const isModule = fact.index === 0;
    this.owner = fact.index;
    this.scope = this.function;
    this.block = { start: isModule ? 0 : fact.start, end: isModule ? this.file.length + 1 : fact.end, loopStart: -1, loopEnd: -1 };
    fact.params.forEach((param, position) => {
      this.define(param.name, { kind: "parameter", function: fact.index, position }, fact.start);
    });
  }

  /** Runs `walk` with the scope of a class body. */
  inClass(index: ClassIndex, walk: () => void): void {
    const { scope, block } = this;
    const inner = this.classes[index] as ClassScope;
    this.function.classes.push(index);
    this.scope = inner;
    this.block = { start: inner.bodyStart, end: inner.bodyEnd, loopStart: -1, loopEnd: -1 };
    walk();
    this.scope = scope;
    this.block = block;
  }

  inBlock(start: number, end: number, walk: () => void): void {
    const outer = this.block;
    this.block = { ...outer, start, end };
    walk();
    this.block = outer;
  }

  inLoop(loop: TextRange, walk: () => void): void {
    const outer = this.block;
    if (outer.loopStart < 0) this.block = { ...outer, loopStart: loop.start, loopEnd: loop.end };
    walk();
    this.block = outer;
  }

  /** The function is a signature for type checkers. */
  setNeverRun(index: FunctionIndex): void {
    this.neverRun.add(index);
  }

  addCall(name: string, call: LocalCall["call"]): void {
    append(this.calls, name, { owner: this.owner, call }, Number.POSITIVE_INFINITY);
  }

  finish(): FileIndex {
    for (const scope of [...this.functions, ...this.classes]) {
      for (const definitions of scope.names.values()) if (definitions.length > 1) definitions.sort(byStart);
    }
    this.moveElementsToTheirScope();
    for (const scope of [...this.functions, ...this.classes]) if (scope.elements.size > 0) shareElements(scope, MAX_ADDITIONS);
    const { file, functions, classes, bindings, neverRun, calls, foreignStores } = this;
    return { file, functions, classes, bindings, neverRun, calls, foreignStores };
  }

  assign(target: Expression, value: Expression, path: UnpackPath, from: number): void {
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

  bindPaths(target: Expression, source: (path: UnpackPath) => DefinitionSource, from: number, path: UnpackPath = NO_PATH): void {
    if (target.kind === "tuple" || target.kind === "list") {
      target.elements.forEach((inner, position) => {
        if (inner.kind === "starred") this.bindPaths(inner.value, source, from, [...path, -1]);
        else this.bindPaths(inner, source, from, [...path, position]);
      });
      return;
    }
    this.bind(target, source(path), from);
  }

  bind(target: Expression, source: DefinitionSource, from: number): void {
    if (target.kind === "name") this.define(target.name, source, from);
    else if (target.kind === "attribute") this.storeAttribute(target.value, target.name, source);
    else if (target.kind === "subscript") this.addElement(target.value, { owner: this.owner, key: target.index, source, spread: false });
    else if (target.kind === "starred") this.bind(target.value, source, from);
  }

  define(name: string, source: DefinitionSource, from: number): void {
    const { scope, owner, block } = this;
    if (scope.globals.has(name)) this.defineElsewhere(this.functions[0] as Scope, name, source);
    else if (scope.nonlocals.has(name)) this.defineElsewhere(this.enclosingScopeOf(name), name, source);
    else append(scope.names, name, { name, source, owner, from, block, scoped: false, hidden: undefined }, MAX_DEFINITIONS);
  }

  /** A definition made from another function may hold at any time, and never for certain. */
  private defineElsewhere(scope: Scope, name: string, source: DefinitionSource): void {
    const block = { start: 0, end: 0, loopStart: 0, loopEnd: this.file.length };
    append(
      scope.names,
      name,
      { name, source, owner: this.owner, from: this.file.length, block, scoped: false, hidden: undefined },
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

  /** Binds a name inside a part of the scope only. */
  defineScoped(name: string, source: DefinitionSource, start: number, end: number, hidden?: TextRange): void {
    const block = { start, end, loopStart: -1, loopEnd: -1 };
    append(this.scope.names, name, { name, source, owner: this.owner, from: start, block, scoped: true, hidden }, MAX_DEFINITIONS);
  }

  narrow(narrowings: readonly Narrowing[], start: number, end: number, hidden?: TextRange): void {
    for (const { subject, classes } of narrowings)
      this.defineScoped(subject.name, { kind: "narrowed", subject, classes }, start, end, hidden);
  }

  /** `case Class(...)` says what the subject is. */
  matchNarrowing(subject: Expression, patterns: readonly Expression[], start: number, end: number): void {
    const pattern = patterns.length === 1 ? patterns[0] : undefined;
    if (subject.kind !== "name" || pattern?.kind !== "call") return;
    this.defineScoped(subject.name, { kind: "narrowed", subject, classes: pattern.callee }, start, end);
  }

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

  addElement(container: Expression, element: ElementSource): void {
    if (container.kind === "name") append(this.scope.elements, container.name, element, MAX_ADDITIONS);
    else if (container.kind === "attribute") {
      const own = this.ownClassOf(container.value);
      if (own !== undefined) append((this.classes[own] as ClassScope).storeElements, container.name, element, MAX_ADDITIONS);
    } else this.addNested(container, element);
  }

  /** `table[key].append(value)` and `table.setdefault(key, []).append(value)` fill the containers in a table. */
  private addNested(container: Expression, nested: ElementSource): void {
    const { owner } = this;
    const source = { kind: "unknown" } as const;
    if (container.kind === "subscript") this.addElement(container.value, { owner, key: container.index, source, spread: false, nested });
    else if (container.kind === "call" && container.callee.kind === "attribute" && container.callee.name === "setdefault") {
      this.addElement(container.callee.value, { owner, source, spread: false, nested });
    }
  }

  /** `xs += more` adds elements when `xs` is a list; `total += x` may make a float of an int. */
  augment({ target, operator, value, end }: AugAssignStatement): void {
    const source: DefinitionSource = { kind: "value", value, path: NO_PATH };
    if (target.kind !== "subscript" && operator === "+") this.addElement(target, { owner: this.owner, source, spread: true });
    if (target.kind !== "name") return;
    if (!this.scope.names.has(target.name)) this.define(target.name, source, end);
    else if (mayChangeType(operator, value)) this.define(target.name, { kind: "augmented", target, operator, value }, end);
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
}

function createScope(globals: readonly string[], nonlocals: readonly string[]): Scope {
  return { names: new Map(), globals: nameSet(globals), nonlocals: nameSet(nonlocals), starImports: [], elements: new Map() };
}

function nameSet(names: readonly string[]): ReadonlySet<string> {
  return names.length === 0 ? NO_NAMES : new Set(names);
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

/** Adding a whole number, a text or a list leaves the type as it is. */
function mayChangeType(operator: BinaryOperator, value: Expression): boolean {
  if (operator === "/" || operator === "**") return true;
  return (
    !(value.kind === "constant" && value.type !== "float" && value.type !== "complex") && value.kind !== "list" && value.kind !== "fString"
  );
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
