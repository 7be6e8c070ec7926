/** All files of the project side by side, with ids for their functions and classes. */
import type { ClassFact, Expression, FileFacts, FunctionFact, FunctionIndex } from "../syntax";
import { hasFileIndex } from "./collect-definitions";
import type { ClassId, FunctionId, FunctionNode } from "./contract";
import type { ClassScope, FunctionScope, LocalCall, MethodBinding } from "./definitions";
import { fileOfFunction } from "./edit-one-function";
import { ModuleTable, type SourceModule } from "./module-table";
import { updateIndex } from "./update-index";
import type { PlacedCall } from "./values";

export interface ClassEntry {
  readonly id: ClassId;
  readonly module: SourceModule;
  readonly fact: ClassFact;
  readonly scope: ClassScope;
  readonly qualifiedName: string;
}

export class Project {
  readonly modules: ModuleTable;
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassEntry[];
  private readonly moduleOfFunction: SourceModule[];
  private readonly definedNames = new Set<string>();
  private readonly moduleByPath = new Map<string, SourceModule>();
  private readonly decoratedByName = new Map<string, FunctionId[]>();
  private readonly callsByName = new Map<string, CallsOfModule[]>();

  constructor(files: readonly FileFacts[], rootPackage?: string) {
    this.modules = new ModuleTable(files, rootPackage);
    const functions: FunctionNode[] = [];
    const classes: ClassEntry[] = [];
    const moduleOfFunction: SourceModule[] = [];
    for (const module of this.modules.modules) {
      this.moduleByPath.set(module.file.path, module);
      for (const fact of module.file.functions) {
        functions.push(functionNode(module, fact, {}));
        for (const decorator of fact.decorators) this.addDecorated(decoratorName(decorator), module.functionBase + fact.index);
        moduleOfFunction.push(module);
        this.definedNames.add(fact.name);
      }
      for (const fact of module.file.classes) {
        classes.push(classEntry(module, fact));
        this.definedNames.add(fact.name);
      }
      for (const [name, calls] of module.names.calls) {
        const list = this.callsByName.get(name);
        if (list) list.push({ module, calls });
        else this.callsByName.set(name, [{ module, calls }]);
      }
    }
    this.functions = functions;
    this.classes = classes;
    this.moduleOfFunction = moduleOfFunction;
  }

  /** Whether a function or class of the project is called so. */
  definesName(name: string): boolean {
    return this.definedNames.has(name);
  }

  /**
   * Puts `file` in the place of the file of its path; it has the same functions and classes in the same order. Where `edited` names those
   * that were edited, all others are as they were but in place.
   */
  replace(file: FileFacts, edited?: ReadonlySet<FunctionIndex>): SourceModule {
    const old = this.moduleByPath.get(file.path) as SourceModule;
    if (edited !== undefined && !hasFileIndex(file)) updateIndex(old.file, file, edited);
    const module = this.modules.replace(old, file);
    this.moduleByPath.set(file.path, module);
    const functions = this.functions as FunctionNode[];
    const classes = this.classes as ClassEntry[];
    for (const fact of file.functions) {
      const id = module.functionBase + fact.index;
      const isKept = edited !== undefined && !edited.has(fact.index);
      functions[id] = functionNode(module, fact, isKept ? this.node(id).likeness : {});
      this.moduleOfFunction[module.functionBase + fact.index] = module;
    }
    for (const fact of file.classes) classes[module.classBase + fact.index] = classEntry(module, fact);
    for (const name of new Set([...old.names.calls.keys(), ...module.names.calls.keys()])) this.replaceCalls(name, old, module);
    return module;
  }

  private replaceCalls(name: string, old: SourceModule, module: SourceModule): void {
    const others = (this.callsByName.get(name) ?? []).filter((list) => list.module !== old);
    const calls = module.names.calls.get(name);
    if (calls) {
      const place = others.findIndex((list) => list.module.order > module.order);
      others.splice(place < 0 ? others.length : place, 0, { module, calls });
    }
    this.callsByName.set(name, others);
  }

  private addDecorated(name: string, id: FunctionId): void {
    const list = this.decoratedByName.get(name);
    if (list) list.push(id);
    else this.decoratedByName.set(name, [id]);
  }

  /** Functions that carry a decorator whose last name is `name`. */
  decoratedWith(name: string): readonly FunctionId[] {
    return this.decoratedByName.get(name) ?? [];
  }

  moduleOf(id: FunctionId): SourceModule {
    return this.moduleOfFunction[id] as SourceModule;
  }

  moduleAt(path: string): SourceModule | undefined {
    return this.moduleByPath.get(path);
  }

  node(id: FunctionId): FunctionNode {
    return this.functions[id] as FunctionNode;
  }

  class(id: ClassId): ClassEntry {
    return this.classes[id] as ClassEntry;
  }

  scopeOf(id: FunctionId): FunctionScope {
    const module = this.moduleOf(id);
    return module.names.functions[id - module.functionBase] as FunctionScope;
  }

  bindingOf(id: FunctionId): MethodBinding | undefined {
    const module = this.moduleOf(id);
    return module.names.bindings[id - module.functionBase];
  }

  /** Function that evaluates a `def`'s decorators, defaults and annotations. */
  definerOf(id: FunctionId): FunctionId {
    return this.node(id).parent ?? id;
  }

  /** Up to `limit` calls with arguments whose callee ends in `name`, those of the same file first. */
  callsNamed(name: string, near: SourceModule, limit: number): PlacedCall[] {
    const found: PlacedCall[] = [];
    const lists = this.callsByName.get(name);
    if (!lists) return found;
    const take = (module: SourceModule, calls: readonly LocalCall[]) => {
      for (const { owner, call } of calls) {
        if (found.length >= limit) return;
        if (call.args.length > 0 || call.keywords.length > 0) found.push({ owner: module.functionBase + owner, call });
      }
    };
    const own = listOf(lists, near);
    if (own) take(near, own.calls);
    for (const list of lists) {
      if (found.length >= limit) break;
      if (list !== own) take(list.module, list.calls);
    }
    return found;
  }
}

interface CallsOfModule {
  readonly module: SourceModule;
  readonly calls: readonly LocalCall[];
}

/** Lists are in the order of their modules. */
function listOf(lists: readonly CallsOfModule[], module: SourceModule): CallsOfModule | undefined {
  let low = 0;
  let high = lists.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const list = lists[middle] as CallsOfModule;
    if (list.module === module) return list;
    if (list.module.order < module.order) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function classEntry(module: SourceModule, fact: ClassFact): ClassEntry {
  const scope = module.names.classes[fact.index] as ClassScope;
  return { id: module.classBase + fact.index, module, fact, scope, qualifiedName: `${module.name}.${fact.qualname}` };
}

function functionNode(module: SourceModule, fact: FunctionFact, likeness: object): FunctionNode {
  const node: FunctionNode = {
    id: module.functionBase + fact.index,
    path: module.file.path,
    file: fileOfFunction(module.file, fact.index),
    fact,
    likeness,
    module: module.name,
    parent: fact.parent === undefined ? undefined : globalId(module, fact.parent),
    classId: fact.ownerClass === undefined ? undefined : module.classBase + fact.ownerClass,
  };
  return isMemoised(fact) ? { ...node, memoised: true } : node;
}

function globalId(module: SourceModule, index: FunctionIndex): FunctionId {
  return module.functionBase + index;
}

/** A decorator that keeps results: `functools.lru_cache`, `cache`, `cached_property`, `memoize` of any library. */
function isMemoised(fact: FunctionFact): boolean {
  return fact.decorators.some((decorator) => MEMOISING.test(decoratorName(decorator)));
}

const MEMOISING =
  /^(_?lru_?cache|_?cache|_?cached|_?cache_?it|cached_?property|cached_?method|cache_?readonly|lazy_?property|reify|_?memoi[sz]ed?|_?memo)$/i;

/** Last name of a decorator, called or not. */
export function decoratorName(decorator: Expression): string {
  if (decorator.kind === "call") return decoratorName(decorator.callee);
  return decorator.kind === "name" || decorator.kind === "attribute" ? decorator.name : "";
}
