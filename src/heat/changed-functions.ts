/**
 * Which functions to estimate again after an update of the graph: those that have changed, and those of the same file whose trip counts rest
 * on them. No other file can notice, or there would have been no update.
 */
import type { FunctionId, FunctionNode, ProjectGraph } from "../graph";
import { bindsTheSame } from "./class-bindings";
import { onlyReturned } from "./count-yields";

/** More than one function of so many: going on from before is no shorter. */
const MUCH = 4;

export function isMuch(changed: number, graph: ProjectGraph): boolean {
  return changed * MUCH > graph.functions.length;
}

/** In ascending order; all of them where there is nothing before. */
export function changedFunctions(before: ProjectGraph | undefined, graph: ProjectGraph): readonly FunctionId[] {
  const { functions } = graph;
  const changed = new Set<FunctionId>();
  for (let id = 0; id < functions.length; id++) {
    // By place first: to look into all nodes would take longer than all else.
    if (before?.functions[id] !== functions[id] && before?.functions[id]?.likeness !== functions[id]?.likeness) changed.add(id);
  }
  if (before === undefined || isMuch(changed.size, graph)) return [...changed];
  const edited = [...changed];
  for (const id of edited) addCallees(id, [before, graph], changed);
  for (const id of [...changed]) addWhoCounts(id, [before, graph], changed);
  for (const id of edited) if (changesAttributes(id, before, graph)) addFile(id, graph, changed);
  return [...changed].sort((left, right) => left - right);
}

/** What they are passed may say how often their loops run. */
function addCallees(id: FunctionId, graphs: readonly ProjectGraph[], changed: Set<FunctionId>): void {
  for (const { functions, calls } of graphs)
    for (const { callee } of calls.outgoing[id] ?? []) if (functions[callee]?.path === functions[id]?.path) changed.add(callee);
}

/** Callers that run through what the function yields or returns, and theirs, as far as they hand it on. */
function addWhoCounts(start: FunctionId, graphs: readonly ProjectGraph[], changed: Set<FunctionId>): void {
  const seen = new Set<FunctionId>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || !graphs.some(({ functions }) => isCounted(functions[id as FunctionId]))) continue;
    seen.add(id);
    for (const { functions, calls } of graphs) {
      for (const { caller } of calls.incoming[id] ?? []) {
        if (functions[caller]?.path !== functions[id]?.path) continue;
        changed.add(caller);
        open.push(caller);
      }
    }
  }
}

function isCounted(node: FunctionNode | undefined): boolean {
  return node !== undefined && (node.fact.isGenerator || onlyReturned(node.fact.body) !== undefined);
}

/** A method binds other attributes, or a constructor of the file is passed something else: any function of the file may read them. */
function changesAttributes(id: FunctionId, before: ProjectGraph, graph: ProjectGraph): boolean {
  const { classId, path } = graph.functions[id] as FunctionNode;
  if (classId !== undefined && !bindsTheSame(before, graph, classId)) return true;
  return [before, graph].some(({ functions, calls }) =>
    (calls.outgoing[id] ?? []).some(({ kind, callee }) => kind === "constructor" && functions[callee]?.path === path),
  );
}

function addFile(id: FunctionId, { functions }: ProjectGraph, changed: Set<FunctionId>): void {
  const path = functions[id]?.path;
  for (let other = id; functions[other]?.path === path; other--) changed.add(other);
  for (let other = id; functions[other]?.path === path; other++) changed.add(other);
}
