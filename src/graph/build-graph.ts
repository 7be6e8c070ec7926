/** Links the facts of all files into one graph: functions, classes, what names mean, and who calls whom. */
import { type CancellationToken, neverCancelled } from "../base";
import type { Expression, FileFacts } from "../syntax";
import { stronglyConnectedComponents } from "./components";
import type { CallEdge, CallGraph, ClassNode, FunctionId, LibraryTypes, ProjectGraph, SimpleType, SymbolTarget } from "./contract";
import { createInference } from "./create-inference";
import type { Inference } from "./inference";
import { linkCalls } from "./link/link-calls";
import type { ModuleTable } from "./module-table";
import { type ClassEntry, Project } from "./project";
import { resolveSymbol } from "./resolve-symbol";
import { toSimpleType } from "./values";

export interface GraphOptions {
  readonly libraryTypes: LibraryTypes;
  readonly token?: CancellationToken;
}

/**
 * Builds the graph of the project that consists of `files`. Work grows with the size of the files, not with the number of pairs of
 * functions. Never fails on what the files contain; throws CancelledError when `token` is cancelled.
 */
export function buildGraph(files: readonly FileFacts[], options: GraphOptions): ProjectGraph {
  const project = new Project(files);
  const inference = createInference(project, options.libraryTypes);
  const { collector, total, resolved } = linkCalls(inference, options.token ?? neverCancelled);
  const pathToFile = new Map(files.map((file) => [file.path, file]));
  const external = new Map<string, readonly string[]>();
  return {
    files: pathToFile,
    functions: project.functions,
    classes: project.classes.map((entry) => classNode(inference, entry)),
    modules: new Map(project.modules.modules.map((module) => [module.name, module.file.path])),
    calls: callGraph(project.functions.length, collector.edges),
    resolvedCallShare: total === 0 ? 1 : resolved / total,
    functionId(path, index) {
      const module = project.moduleAt(path);
      if (!module || index < 0 || index >= module.file.functions.length) throw new RangeError(`no function ${index} in ${path}`);
      return module.functionBase + index;
    },
    typeOf: (owner: FunctionId, expression: Expression): SimpleType | undefined => toSimpleType(inference.evaluate(owner, expression)),
    resolve: (owner: FunctionId, expression: Expression): SymbolTarget => resolveSymbol(inference, owner, expression),
    calleesAt: (_owner, expression) => collector.at(expression),
    externalImports(path) {
      let names = external.get(path);
      if (!names) {
        names = externalImports(project.modules, project, path);
        external.set(path, names);
      }
      return names;
    },
  };
}

function callGraph(count: number, edges: readonly CallEdge[]): CallGraph {
  const outgoing: CallEdge[][] = Array.from({ length: count }, () => []);
  const incoming: CallEdge[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    outgoing[edge.caller]?.push(edge);
    incoming[edge.callee]?.push(edge);
  }
  const { components, componentOf } = stronglyConnectedComponents(count, (node) =>
    (outgoing[node] as CallEdge[]).map((edge) => edge.callee),
  );
  return { edges, outgoing, incoming, components, componentOf };
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

function externalImports(modules: ModuleTable, project: Project, path: string): readonly string[] {
  const module = project.moduleAt(path);
  const names = new Set<string>();
  for (const fact of module?.file.imports ?? []) {
    if (module && fact.level === 0 && fact.module !== "" && modules.resolve(fact.module, 0, module) === undefined) names.add(fact.module);
  }
  return [...names];
}
