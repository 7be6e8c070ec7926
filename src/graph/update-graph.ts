/**
 * A graph after one file changed, without building it anew. This is possible when nothing that other files' code can notice has changed
 * (outward-values.ts), as while most of the inside of a function is edited: then only the file's own calls are linked again.
 */
import type { FileFacts } from "../syntax";
import type { ProjectGraph } from "./contract";
import type { LinkedModule } from "./link/link-calls";
import type { SourceModule } from "./module-table";
import { describeOutward } from "./outward-values";
import { type GraphState, presentGraph, stateOf } from "./present-graph";

/** What earlier versions of files left in the memory is given up by building anew after so many updates. */
const MAX_UPDATES = 200;

/**
 * The graph with `file` in place of the file of the same path. Undefined when the change can reach beyond the file (or the file is new):
 * then the graph has to be built again. The result equals that of building it; ids stay the same. The old graph goes on describing the
 * old file, but answers no questions about expressions that it has not been asked before.
 */
export function updateGraph(graph: ProjectGraph, file: FileFacts): ProjectGraph | undefined {
  const state = stateOf(graph);
  const old = state?.project.moduleAt(file.path);
  if (!state || !old || state.updates >= MAX_UPDATES || graph.files.get(file.path) !== old.file || !hasSameShape(old.file, file))
    return undefined;
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
  const linked = linker.link(changed);
  const unlinked = state.calls[changed.order] as LinkedModule;
  const calls = state.calls.with(changed.order, linked);
  const total = state.total - unlinked.total + linked.total;
  const resolved = state.resolved - unlinked.resolved + linked.resolved;
  return presentGraph(
    { ...state, calls, total, resolved, updates: state.updates + 1 },
    { previous: graph, order: changed.order, before: unlinked },
  );
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

/** Ids can stay only when the same functions and classes come in the same order. */
function hasSameShape(left: FileFacts, right: FileFacts): boolean {
  return (
    left.functions.length === right.functions.length &&
    left.classes.length === right.classes.length &&
    left.functions.every((fact, index) => fact.qualname === right.functions[index]?.qualname) &&
    left.classes.every((fact, index) => fact.qualname === right.classes[index]?.qualname)
  );
}
