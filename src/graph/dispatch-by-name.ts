/**
 * Dispatch through a name that is put together at run time: `getattr(self, "visit_" + kind)`, `globals()[f"handle_{kind}"]`. What is
 * known of the name is how it starts and ends; every function that fits may be meant.
 */
import type { Expression } from "../syntax";
import type { ClassHierarchy } from "./class-hierarchy";
import type { FunctionId } from "./contract";
import { findDefinitions } from "./find-definitions";
import type { Inference } from "./inference";
import { type FunctionValue, NOTHING, union, type Value, type Values } from "./values";

interface NamePattern {
  readonly prefix: string;
  readonly suffix: string;
  /** The whole name is known: it is `prefix`. */
  readonly whole: boolean;
}

/** Less known text than this fits too much. */
const MIN_KNOWN = 2;
const MAX_FITTING = 200;

/** What is known of the text that `expression` makes; undefined when that is too little. */
export function namePatternOf(inference: Inference, owner: FunctionId, expression: Expression): NamePattern | undefined {
  const pattern = patternOf(inference, owner, expression, 0);
  if (!pattern || (!pattern.whole && pattern.prefix.length + pattern.suffix.length < MIN_KNOWN)) return undefined;
  return pattern;
}

function patternOf(inference: Inference, owner: FunctionId, expression: Expression, depth: number): NamePattern | undefined {
  switch (expression.kind) {
    case "constant":
      return expression.text === undefined ? undefined : { prefix: expression.text, suffix: "", whole: true };
    case "fString": {
      const [first] = expression.values;
      const last = expression.values.at(-1);
      return { prefix: textOf(first), suffix: expression.values.length > 1 ? textOf(last) : "", whole: false };
    }
    case "binary": {
      if (expression.operator === "%") return formatPattern(textOf(expression.left), "%");
      if (expression.operator !== "+") return undefined;
      const left = patternOf(inference, owner, expression.left, depth + 1);
      const right = patternOf(inference, owner, expression.right, depth + 1);
      return { prefix: left?.prefix ?? "", suffix: right?.whole ? right.prefix : (right?.suffix ?? ""), whole: false };
    }
    case "call":
      if (expression.callee.kind !== "attribute") return undefined;
      if (expression.callee.name === "format") return formatPattern(textOf(expression.callee.value), "{");
      return undefined;
    case "name":
      return depth < 4 ? patternOfName(inference, owner, expression, depth) : undefined;
    default:
      return undefined;
  }
}

function patternOfName(
  inference: Inference,
  owner: FunctionId,
  expression: Expression & { kind: "name" },
  depth: number,
): NamePattern | undefined {
  const module = inference.project.moduleOf(owner);
  const [definition] = findDefinitions(module, owner - module.functionBase, expression.name, expression.start);
  if (definition?.source.kind !== "value" || definition.source.path.length > 0) return undefined;
  return patternOf(inference, module.functionBase + definition.owner, definition.source.value, depth + 1);
}

function formatPattern(text: string, mark: string): NamePattern | undefined {
  const at = text.indexOf(mark);
  return at < 0 ? undefined : { prefix: text.slice(0, at), suffix: "", whole: false };
}

function textOf(expression: Expression | undefined): string {
  return expression?.kind === "constant" ? (expression.text ?? "") : "";
}

function fits(name: string, { prefix, suffix }: NamePattern): boolean {
  return name.length > prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix);
}

const fitting = new WeakMap<ClassHierarchy, Map<string, readonly string[]>>();

/** Names of methods that fit, of all classes; the same few patterns are asked for again and again. */
function methodNamesFitting(hierarchy: ClassHierarchy, pattern: NamePattern): readonly string[] {
  let known = fitting.get(hierarchy);
  if (!known) {
    known = new Map();
    fitting.set(hierarchy, known);
  }
  const key = `${pattern.prefix}\n${pattern.suffix}`;
  let names = known.get(key);
  if (!names) {
    names = [...hierarchy.methodNames].filter((name) => fits(name, pattern));
    known.set(key, names);
  }
  return names;
}

/** Attributes of `receiver` whose name fits. */
export function membersFitting(inference: Inference, receiver: Value, pattern: NamePattern): Values {
  if (pattern.whole) return inference.member(receiver, pattern.prefix);
  if (receiver.kind === "module") return functionsFitting(inference, receiver.place, pattern);
  if ((receiver.kind !== "instance" && receiver.kind !== "class") || receiver.classId === undefined) return NOTHING;
  const { hierarchy, project } = inference;
  const bound = receiver.kind === "instance" ? { ...receiver, certainty: "exact" as const } : { ...receiver, orSubclass: false };
  const found: FunctionValue[] = [];
  for (const name of methodNamesFitting(hierarchy, pattern)) {
    const own = hierarchy.classLevel(receiver.classId, name)?.definer;
    for (const id of hierarchy.methodsNamed(name)) {
      const definer = project.node(id).classId as number;
      if (found.length >= MAX_FITTING) return found;
      if (definer === own || hierarchy.inherits(definer, receiver.classId)) found.push({ kind: "function", id, receiver: bound, given: 0 });
    }
  }
  return found;
}

/** Functions of a module whose name fits. */
export function functionsFitting(inference: Inference, place: string, pattern: NamePattern): Values {
  if (pattern.whole) return inference.moduleMember(place, pattern.prefix);
  const names = inference.project.modules.at(place)?.names.functions[0]?.names.keys() ?? [];
  let found = NOTHING;
  for (const name of names) {
    if (!fits(name, pattern)) continue;
    found = union(
      found,
      inference.moduleMember(place, name).filter((value) => value.kind === "function" || value.kind === "class"),
    );
  }
  return found;
}
