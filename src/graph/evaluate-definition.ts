/** What a definition gives its name: one case for each way to bind a name in Python. */
import type { Expression, ImportFact } from "../syntax";
import type { FunctionId } from "./contract";
import type { Definition, DefinitionSource, ElementSource, UnpackPath } from "./definitions";
import { decoratorInstances } from "./evaluate-decorators";
import { lambdaParameter } from "./infer-lambda-parameters";
import type { Inference } from "./inference";
import type { SourceModule } from "./module-table";
import { asStored, external, type InstanceValue, instanceOf, NOTHING, union, unionAll, type Value, type Values } from "./values";

export function evaluateDefinition(inference: Inference, module: SourceModule, definition: Definition): Values {
  const { source } = definition;
  const owner = module.functionBase + definition.owner;
  if (source.kind === "function") return functionDefinition(inference, module.functionBase + source.index);
  if (source.kind === "class") return [{ kind: "class", classId: module.classBase + source.index, orSubclass: false }];
  const settled = inference.memo.settled(definition);
  if (settled) return settled;
  return inference.memo.answer(definition, () => {
    const values = inference.source(module, owner, source);
    const additions =
      module.names.functions[definition.owner]?.elements.get(definition.name) ?? module.names.functions[0]?.elements.get(definition.name);
    return additions ? addElements(inference, module, values, additions) : values;
  });
}

function functionDefinition(inference: Inference, id: FunctionId): Values {
  const own: Values = [{ kind: "function", id, given: 0 }];
  return inference.project.node(id).fact.decorators.length === 0 ? own : union(own, decoratorInstances(inference, id));
}

export function evaluateSource(inference: Inference, module: SourceModule, owner: FunctionId, source: DefinitionSource): Values {
  switch (source.kind) {
    case "value":
      return unpack(inference, inference.evaluate(owner, source.value), source.path);
    case "element":
      return unpack(inference, inference.elements(inference.evaluate(owner, source.iterable)), source.path);
    case "enter":
      return unpack(inference, entered(inference, inference.evaluate(owner, source.context)), source.path);
    case "annotated": {
      const annotated = inference.annotation(owner, source.annotation);
      if (source.value === undefined) return annotated;
      const assigned = inference.evaluate(owner, source.value);
      return annotated.length > 0 ? refined(annotated, assigned) : assigned;
    }
    case "import":
      return importedValue(inference, module, source.fact, source.name);
    case "function":
      return functionDefinition(inference, module.functionBase + source.index);
    case "class":
      return [{ kind: "class", classId: module.classBase + source.index, orSubclass: false }];
    case "parameter":
      return inference.parameter(module.functionBase + source.function, source.position);
    case "lambdaParameter":
      return lambdaParameter(inference, owner, source);
    case "augmented":
      return inference.operatorValues(source.operator, inference.evaluate(owner, source.target), inference.evaluate(owner, source.value));
    case "narrowed":
      return narrowed(inference, owner, source.subject, source.classes);
    case "exception":
      return source.type ? instancesOf(inference, inference.evaluate(owner, source.type)) : NOTHING;
    case "unknown":
      return NOTHING;
  }
}

/** `x: list = [Foo()]`: the annotation says which type, the value may say more of its elements. */
function refined(annotated: Values, assigned: Values): Values {
  const only = annotated[0];
  if (annotated.length !== 1 || only?.kind !== "instance" || only.args.length > 0) return annotated;
  const same = assigned.find((value) => value.kind === "instance" && value.name === only.name && value.args.length > 0);
  return same ? [same] : annotated;
}

export function importedValue(inference: Inference, module: SourceModule, fact: ImportFact, name?: string): Values {
  const { modules } = inference.project;
  const place = modules.resolve(fact.module, fact.level, module);
  if (name !== undefined) {
    if (place === undefined) return fact.level > 0 ? NOTHING : external(`${fact.module}.${name}`);
    return inference.moduleMember(place, name);
  }
  if (fact.alias !== undefined) return place === undefined ? external(fact.module) : [{ kind: "module", place }];
  const head = fact.module.split(".")[0] as string;
  const top = place === undefined ? modules.resolve(head, 0, module) : topOf(place, fact.module);
  return top === undefined ? external(head) : [{ kind: "module", place: top }];
}

/** Place of `a` when `a.b.c` was found at `place`. */
function topOf(place: string, dotted: string): string {
  const extra = dotted.split(".").length - 1;
  return extra === 0 ? place : place.split("/").slice(0, -extra).join("/");
}

export function unpack(inference: Inference, values: Values, path: UnpackPath): Values {
  let current = values;
  for (const step of path) {
    let next = NOTHING;
    for (const value of current) next = union(next, unpackOne(inference, value, step));
    current = next;
  }
  return current;
}

function unpackOne(inference: Inference, value: Value, step: number): Values {
  if (value.kind === "instance" && value.name === "builtins.tuple" && step >= 0 && value.args.length > 1)
    return value.args[step] ?? NOTHING;
  const elements = inference.elements([value]);
  return step < 0 ? instanceOf("builtins.list", [elements]) : elements;
}

/** What `with context as x` binds. */
function entered(inference: Inference, contexts: Values): Values {
  let result = NOTHING;
  for (const context of contexts) {
    if (context.kind !== "instance") continue;
    if (context.name === "builtins.generator" || context.name === "builtins.async_generator")
      result = union(result, context.args[0] ?? NOTHING);
    else if (context.classId === undefined) result = union(result, enteredOutside(inference, context));
    else {
      const enter = union(inference.member(context, "__enter__"), inference.member(context, "__aenter__"));
      const found = inference.callResult(enter);
      result = union(result, found.length > 0 ? found : [context]);
    }
  }
  return result;
}

function enteredOutside(inference: Inference, context: InstanceValue): Values {
  const type = inference.library.returnType(`${context.name}.__enter__`);
  return type ? instanceOf(type.name) : [context];
}

function narrowed(inference: Inference, owner: FunctionId, subject: Expression, classes: Expression): Values {
  const wanted = instancesOf(inference, inference.evaluate(owner, classes));
  if (wanted.length === 0) return inference.evaluate(owner, subject);
  const before = inference.evaluate(owner, subject);
  const kept = before.filter((value) => value.kind === "instance" && wanted.some((other) => isKindOf(inference, value, other)));
  return kept.length > 0 ? kept : wanted;
}

function isKindOf(inference: Inference, value: InstanceValue, wanted: Value): boolean {
  if (wanted.kind !== "instance") return false;
  if (value.classId !== undefined && wanted.classId !== undefined) return inference.hierarchy.inherits(value.classId, wanted.classId);
  return value.name === wanted.name;
}

/** Objects of the classes that `values` stand for; a tuple stands for its members. */
function instancesOf(inference: Inference, values: Values): Values {
  return unionAll(
    values.map((value) => {
      if (value.kind === "class") return inference.instance(value.classId);
      if (value.kind === "external") return value.name.endsWith("()") ? NOTHING : instanceOf(value.name);
      if (value.kind === "instance" && value.name === "builtins.tuple")
        return unionAll(value.args.map((arg) => instancesOf(inference, arg)));
      return NOTHING;
    }),
  );
}

const FILLED = new Set([
  "builtins.list",
  "builtins.set",
  "builtins.dict",
  "collections.deque",
  "collections.defaultdict",
  "collections.OrderedDict",
  "queue.Queue",
  "weakref.WeakKeyDictionary",
  "weakref.WeakValueDictionary",
]);
const MAPPINGS = new Set([
  "builtins.dict",
  "collections.defaultdict",
  "collections.OrderedDict",
  "weakref.WeakKeyDictionary",
  "weakref.WeakValueDictionary",
]);

export function isMapping(name: string): boolean {
  return MAPPINGS.has(name);
}

/** The built-in container that a value is, or that its class inherits from. */
export function containerOf(inference: Inference, value: Value): string | undefined {
  if (value.kind !== "instance") return undefined;
  if (value.classId === undefined) return FILLED.has(value.name) ? value.name : undefined;
  return inference.hierarchy.externalBases(value.classId).find((base) => FILLED.has(base));
}

/** Containers among `values` learn their elements from what is added to the name or attribute that holds them. */
export function addElements(inference: Inference, module: SourceModule, values: Values, additions: readonly ElementSource[]): Values {
  if (!values.some((value) => containerOf(inference, value) !== undefined)) return values;
  let keys = NOTHING;
  let elements = NOTHING;
  let spreadKeys = NOTHING;
  for (const addition of additions) {
    if (addition.nested) continue;
    const owner = module.functionBase + addition.owner;
    const added = asStored(inference.source(module, owner, addition.source));
    if (addition.spread) {
      spreadKeys = union(spreadKeys, inference.elements(added));
      for (const value of added)
        if (value.kind === "instance" && isMapping(value.name)) elements = union(elements, value.args[1] ?? NOTHING);
    } else if (addition.key?.kind === "slice") elements = union(elements, inference.elements(added));
    else elements = union(elements, added);
    if (addition.key && addition.key.kind !== "slice") keys = union(keys, inference.evaluate(owner, addition.key));
  }
  const nested = additions.map((addition) => addition.nested).filter((addition) => addition !== undefined);
  const filled = (inner: Values) => (nested.length > 0 ? addElements(inference, module, inner, nested) : inner);
  return values.map((value) => {
    const container = containerOf(inference, value);
    if (value.kind !== "instance" || container === undefined) return value;
    const args = isMapping(container)
      ? [unionAll([value.args[0] ?? NOTHING, keys, spreadKeys]), filled(union(value.args[1] ?? NOTHING, elements))]
      : [filled(unionAll([value.args[0] ?? NOTHING, elements, spreadKeys]))];
    return { ...value, args: (instanceOf(container, args)[0] as InstanceValue).args };
  });
}
