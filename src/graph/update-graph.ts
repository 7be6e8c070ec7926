/**
 * A graph after one file changed, without building it anew. This is possible when nothing that others' code can notice has changed
 * (outward-values.ts), as while most of the inside of a function is edited: then only the calls of that function are linked again, or,
 * where more of the file has changed, those of the file.
 */
import type { FileFacts, FunctionFact, FunctionIndex } from "../syntax";
import type { ProjectGraph } from "./contract";
import { type EditedFile, editOneFunction, freshFacts, hasSameFunctions } from "./edit-one-function";
import type { LinkedModule } from "./link/link-calls";
import type { SourceModule } from "./module-table";
import { describeFunctions, describeOutward } from "./outward-values";
import { type GraphState, presentGraph, stateOf } from "./present-graph";

/** What earlier versions of files left in the memory is given up by building anew after so many updates. */
const MAX_UPDATES = 200;

/** How much an update may take upon itself. */
export interface UpdateLimits {
  /** More than one function: the file is small beside the others, else linking it costs as much as linking all. */
  readonly wholeFile: boolean;
  /** Line starts and offsets may be those of an earlier text, as long as they fit each other (edit-one-function.ts). */
  readonly oneFunction: boolean;
}

/**
 * The graph with `file` in place of the file of the same path. Undefined when the change can reach beyond what may be updated (or the file
 * is new): then the graph has to be built again. The result equals that of building it; ids stay the same. The old graph goes on describing
 * the old file, but answers no questions about expressions that it has not been asked before.
 */
export function updateGraph(
  graph: ProjectGraph,
  file: FileFacts,
  limits: UpdateLimits = { wholeFile: true, oneFunction: false },
): ProjectGraph | undefined {
  const state = stateOf(graph);
  const old = state?.project.moduleAt(file.path);
  if (!state || !old || state.updates >= MAX_UPDATES || graph.files.get(file.path) !== old.file) return undefined;
  const edit = limits.oneFunction ? editOneFunction(old.file, file) : undefined;
  if (edit) return updateFunction(graph, state, old, edit);
  return limits.wholeFile && hasSameFunctions(old.file, file) ? updateFile(graph, state, old, file) : undefined;
}

/** Whether an update was given so much that the file has all functions and classes that it had. */
export function hasShapeOf(graph: ProjectGraph, file: FileFacts): boolean {
  const old = graph.files.get(file.path);
  return old !== undefined && hasSameFunctions(freshFacts(old), file);
}

function updateFunction(graph: ProjectGraph, state: GraphState, old: SourceModule, { file, edited }: EditedFile): ProjectGraph | undefined {
  const { project, inference, linker } = state;
  const indices = new Set(edited);
  const before = descriptionOfFunctions(old, edited, state);
  const changed = project.replace(file, indices);
  inference.forget(changed);
  const after = describeFunctions(inference, changed, indices);
  if (after !== before) {
    inference.forget(project.replace(old.file, indices));
    return undefined;
  }
  state.functionDescriptions.set(file.functions[edited[0] as number] as FunctionFact, after);
  const linked = linker.linkAgain(changed, state.calls[changed.order] as LinkedModule, edited);
  return present(graph, state, changed, linked);
}

function updateFile(graph: ProjectGraph, state: GraphState, old: SourceModule, file: FileFacts): ProjectGraph | undefined {
  const { project, inference, linker } = state;
  const before = descriptionOf(old, state);
  const changed = project.replace(file);
  inference.forget(changed);
  const after = describeOutward(inference, changed);
  if (after !== before) {
    inference.forget(project.replace(old.file));
    return undefined;
  }
  state.descriptions.set(file, after);
  return present(graph, state, changed, linker.link(changed));
}

function present(graph: ProjectGraph, state: GraphState, { order }: SourceModule, linked: LinkedModule): ProjectGraph {
  const before = state.calls[order] as LinkedModule;
  const calls = state.calls.slice();
  calls[order] = linked;
  const total = state.total - before.total + linked.total;
  const resolved = state.resolved - before.resolved + linked.resolved;
  return presentGraph({ ...state, calls, total, resolved, updates: state.updates + 1 }, { previous: graph, order, before });
}

/** Worked out on a copy, so that it starts from as much knowledge of the other files as the description of the new version will. */
function descriptionOf(module: SourceModule, { project, inference, descriptions }: GraphState): string {
  let description = descriptions.get(module.file);
  if (description === undefined) {
    const copy = project.replace(structuredClone(module.file));
    inference.forget(copy);
    description = describeOutward(inference, copy);
    inference.forget(project.replace(module.file));
    descriptions.set(module.file, description);
  }
  return description;
}

/** The same for the functions `edited` alone, of which the first holds the others. */
function descriptionOfFunctions(
  module: SourceModule,
  edited: readonly FunctionIndex[],
  { project, inference, functionDescriptions }: GraphState,
): string {
  const outermost = module.file.functions[edited[0] as number] as FunctionFact;
  let description = functionDescriptions.get(outermost);
  if (description === undefined) {
    const indices = new Set(edited);
    const functions = module.file.functions.map((fact) => (indices.has(fact.index) ? structuredClone(fact) : fact));
    const copy = project.replace({ ...module.file, functions }, indices);
    inference.forget(copy);
    description = describeFunctions(inference, copy, indices);
    inference.forget(project.replace(module.file, indices));
    functionDescriptions.set(outermost, description);
  }
  return description;
}
