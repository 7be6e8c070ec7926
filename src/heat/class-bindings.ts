/**
 * What an attribute of a class is bound to, when one assignment says it: a constant of the class body, or `self.x = ...` in one of its
 * methods. Empty containers and None say nothing, as they are there to be replaced or filled. Of classes in other files only the body is
 * looked at: what stands inside of functions there may change without this file being estimated again.
 */
import type { ClassId, ClassNode, FunctionId, ProjectGraph } from "../graph";
import { type ClassFact, type ClassIndex, type Expression, type FileFacts, textWithoutPlaces } from "../syntax";
import { visitAssignments } from "./visit-assignments";

export interface Binding {
  readonly value: Expression;
  /** Function in whose code the value stands. */
  readonly owner: FunctionId;
}

type Bindings = ReadonlyMap<string, Binding | undefined>;

/** By file as it is now and index of the class. */
const known = new WeakMap<FileFacts, Map<ClassIndex, Bindings>>();

/** As code of the file `asking` sees it. Undefined when nothing or more than one thing is assigned. */
export function attributeBinding(graph: ProjectGraph, classId: ClassId, name: string, asking: string): Binding | undefined {
  for (const id of graph.classes[classId]?.mro ?? []) {
    const node = graph.classes[id] as ClassNode;
    const bindings = bindingsOf(graph, node);
    if (!bindings.has(name)) continue;
    const binding = bindings.get(name);
    const isSeen = binding !== undefined && (node.path === asking || binding.owner === graph.functionId(node.path, 0));
    return isSeen ? binding : undefined;
  }
  return undefined;
}

function bindingsOf(graph: ProjectGraph, { path, fact }: ClassNode): Bindings {
  const file = graph.files.get(path) as FileFacts;
  let ofFile = known.get(file);
  if (ofFile === undefined) {
    ofFile = new Map();
    known.set(file, ofFile);
  }
  let bindings = ofFile.get(fact.index);
  if (bindings === undefined) {
    bindings = collect(graph, file, file.classes[fact.index] as ClassFact);
    ofFile.set(fact.index, bindings);
  }
  return bindings;
}

/** Whether the class binds its attributes as it did in another version of the graph; a changed place does not count. */
export function bindsTheSame(left: ProjectGraph, right: ProjectGraph, classId: ClassId): boolean {
  const [before, after] = [left, right].map((graph) => bindingsOf(graph, graph.classes[classId] as ClassNode)) as [Bindings, Bindings];
  const textOf = (bindings: Bindings, name: string) => textWithoutPlaces(bindings.get(name) ?? null);
  return before.size === after.size && [...before.keys()].every((name) => after.has(name) && textOf(before, name) === textOf(after, name));
}

function collect(graph: ProjectGraph, file: FileFacts, fact: ClassFact): Bindings {
  const { path } = file;
  const bindings = new Map<string, Binding | undefined>();
  const note = (name: string, value: Expression | undefined, owner: FunctionId): void => {
    if (value !== undefined && saysNothing(value)) return;
    bindings.set(name, bindings.has(name) || value === undefined ? undefined : { value, owner });
  };
  visitAssignments(fact.body, (target, value) => {
    if (target.kind === "name") note(target.name, value, graph.functionId(path, fact.owner));
  });
  for (const index of fact.methods) {
    const method = file.functions[index];
    const self = method?.params[0]?.name;
    if (method === undefined || self === undefined) continue;
    visitAssignments(method.body, (target, value) => {
      if (target.kind === "attribute" && target.value.kind === "name" && target.value.name === self) {
        note(target.name, value, graph.functionId(path, index));
      }
    });
  }
  return bindings;
}

/** `[]`, `{}`, `list()`, `None`. */
function saysNothing(value: Expression): boolean {
  switch (value.kind) {
    case "list":
      return value.elements.length === 0;
    case "dict":
      return value.entries.length === 0;
    case "call":
      return value.callee.kind === "name" && /^(list|dict|set)$/.test(value.callee.name) && value.args.length === 0;
    default:
      return value.kind === "constant" && value.type === "none";
  }
}
