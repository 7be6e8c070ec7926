/** The graph as its users see it, over the state from which it can be updated. */
import type { Expression, FileFacts, FunctionFact } from "../syntax";
import { createCallGraph, replaceCalls } from "./call-graph";
import type { CalleeAt, ClassNode, FunctionId, ProjectGraph, SimpleType, SymbolTarget } from "./contract";
import type { Inference } from "./inference";
import type { CallLinker, LinkedModule } from "./link/link-calls";
import type { SourceModule } from "./module-table";
import type { ClassEntry, Project } from "./project";
import { resolveSymbol } from "./resolve-symbol";
import { toSimpleType } from "./values";

export interface GraphState {
  readonly project: Project;
  readonly inference: Inference;
  readonly linker: CallLinker;
  /** By order of the modules. */
  readonly calls: readonly LinkedModule[];
  /** What others can notice of a file, where an update has asked for it (outward-values.ts). */
  readonly descriptions: WeakMap<FileFacts, string>;
  /** The same of a function with those inside it, by the outer one. */
  readonly functionDescriptions: WeakMap<FunctionFact, string>;
  /** Names from outside that files import, where somebody has asked. */
  readonly external: WeakMap<FileFacts, readonly string[]>;
  /** Call expressions of all files, and those whose callee is known. */
  readonly total: number;
  readonly resolved: number;
  /** How often files were replaced since everything was built. */
  readonly updates: number;
}

const states = new WeakMap<ProjectGraph, GraphState>();
const NOBODY: readonly CalleeAt[] = Object.freeze([]);

/** The state that `graph` was made from. */
export function stateOf(graph: ProjectGraph): GraphState | undefined {
  return states.get(graph);
}

/** The graph before an update, and the module that has changed since. */
interface GraphChange {
  readonly previous: ProjectGraph;
  readonly order: number;
  readonly before: LinkedModule;
}

export function presentGraph(state: GraphState, change?: GraphChange): ProjectGraph {
  const { project, inference, calls } = state;
  const { modules } = project.modules;
  const functions = project.functions.slice();
  const graph: ProjectGraph = {
    files: new Map(modules.map(({ file }): [string, FileFacts] => [file.path, file])),
    functions,
    classes: change ? updatedClasses(state, change) : project.classes.map((entry) => classNode(inference, entry)),
    modules: change?.previous.modules ?? new Map(modules.map((module) => [module.name, module.file.path])),
    calls: change
      ? replaceCalls(change.previous.calls, change.before.edges, calls[change.order]?.edges ?? [])
      : createCallGraph(functions.length, calls),
    resolvedCallShare: state.total === 0 ? 1 : state.resolved / state.total,
    functionId(path, index) {
      const module = project.moduleAt(path);
      if (!module || index < 0 || index >= module.file.functions.length) throw new RangeError(`no function ${index} in ${path}`);
      return module.functionBase + index;
    },
    typeOf: (owner: FunctionId, expression: Expression): SimpleType | undefined => toSimpleType(inference.evaluate(owner, expression)),
    resolve: (owner: FunctionId, expression: Expression): SymbolTarget => resolveSymbol(inference, owner, expression),
    calleesAt: (owner, expression) => calls[project.moduleOf(owner).order]?.calleesAt.get(expression) ?? NOBODY,
    externalImports: (path) => externalImports(state, path),
  };
  states.set(graph, state);
  return graph;
}

function updatedClasses({ project, inference }: GraphState, { previous, order }: GraphChange): ClassNode[] {
  const { classBase, file } = project.modules.modules[order] as SourceModule;
  const classes = previous.classes.slice();
  for (const { index } of file.classes) classes[classBase + index] = classNode(inference, project.class(classBase + index));
  return classes;
}

/** What others see of a class; attribute types are worked out when somebody asks. */
function classNode(inference: Inference, entry: ClassEntry): ClassNode {
  let attributes: ReadonlyMap<string, SimpleType> | undefined;
  const { functionBase, file } = entry.module;
  return {
    id: entry.id,
    path: file.path,
    file,
    fact: entry.fact,
    module: entry.module.name,
    mro: inference.hierarchy.mro(entry.id),
    externalBases: inference.hierarchy.externalBases(entry.id),
    subclasses: inference.hierarchy.subclasses(entry.id),
    methods: new Map(entry.fact.methods.map((index) => [file.functions[index]?.name ?? "", functionBase + index])),
    get attributes() {
      attributes ??= attributeTypes(inference, entry);
      return attributes;
    },
  };
}

function attributeTypes(inference: Inference, entry: ClassEntry): ReadonlyMap<string, SimpleType> {
  const types = new Map<string, SimpleType>();
  const [receiver] = inference.instance(entry.id);
  const methods = new Set(entry.fact.methods.map((index) => entry.module.file.functions[index]?.name));
  for (const name of new Set([...entry.scope.names.keys(), ...entry.scope.stores.keys()])) {
    const type = receiver && !methods.has(name) ? toSimpleType(inference.member(receiver, name)) : undefined;
    if (type) types.set(name, type);
  }
  return types;
}

function externalImports({ project, external }: GraphState, path: string): readonly string[] {
  const module = project.moduleAt(path);
  if (!module) return [];
  let names = external.get(module.file);
  if (!names) {
    const found = module.file.imports.filter(
      (fact) => fact.level === 0 && fact.module !== "" && project.modules.resolve(fact.module, 0, module) === undefined,
    );
    names = [...new Set(found.map((fact) => fact.module))];
    external.set(module.file, names);
  }
  return names;
}
