/** What a value runs when it is called: the project functions with their chance and how they were found. */
import type { CallEdgeKind, ClassId, FunctionId } from "../contract";
import { accessorOf, decoratorInstances, wrappersOf } from "../evaluate-decorators";
import type { Inference } from "../inference";
import type { Certainty, ClassValue, FunctionValue, InstanceValue, Value, Values } from "../values";
import { isAbstractMethod } from "./abstract-method";
import { dispatchRegistrations } from "./single-dispatch";

export interface Target {
  readonly callee: FunctionId;
  readonly share: number;
  readonly kind: CallEdgeKind;
  readonly perElement?: boolean;
}

/** Of the runs of a call on an object whose class has overrides below it, half are taken to stay with the class's own method. */
const OWN_SHARE = 0.5;
/** Part of the calls that stay with a class which was only concluded from other uses. */
const GUESS_SHARE = 0.6;
/** Further overrides would each get too little to matter. */
const MAX_OVERRIDES = 64;
/** Operators are everywhere, and their overrides many. */
const MAX_OPERATOR_OVERRIDES = 12;
const NO_TARGETS: readonly Target[] = Object.freeze([]);

export class Targets {
  private readonly methods = new Map<ClassId, Map<string, readonly Target[]>>();
  private readonly wrappers = new Map<FunctionId, readonly Target[]>();
  private readonly registrations = new Map<FunctionId, readonly FunctionId[]>();

  constructor(private readonly inference: Inference) {
    this.registrations = dispatchRegistrations(inference);
  }

  /** Functions that calling any one of `values` runs; `kind` says how the values were reached. */
  ofValues(values: Values, kind: CallEdgeKind): readonly Target[] {
    const callable = this.callableAmong(values);
    if (callable.length === 0) return NO_TARGETS;
    if (callable.length === 1) return this.ofValue(callable[0] as Value, kind);
    const groups = callable.map((value) => this.ofValue(value, kind)).filter((targets) => targets.length > 0);
    return mergeTargets(groups.flatMap((targets) => scale(targets, 1 / groups.length)));
  }

  /** What a decorator put in a function's place is no alternative to it: calling the name runs both. */
  private callableAmong(values: Values): Values {
    const inPlace = new Set<ClassId>();
    for (const value of values) {
      if (value.kind !== "function") continue;
      for (const { classId } of decoratorInstances(this.inference, value.id)) if (classId !== undefined) inPlace.add(classId);
    }
    return values.filter((value) => {
      if (value.kind === "function") return !value.decorated;
      return (
        value.kind !== "instance" || (value.name !== "builtins.NoneType" && !(value.classId !== undefined && inPlace.has(value.classId)))
      );
    });
  }

  private ofValue(value: Value, kind: CallEdgeKind): readonly Target[] {
    switch (value.kind) {
      case "function":
        return this.ofFunction(value, kind);
      case "class":
        return this.ofConstructor(value);
      case "instance":
        return value.classId === undefined ? NO_TARGETS : this.ofMethod(value, "__call__", "typed");
      default:
        return NO_TARGETS;
    }
  }

  private ofFunction(value: FunctionValue, kind: CallEdgeKind): readonly Target[] {
    const { fact, classId } = this.inference.project.node(value.id);
    const receiver = value.receiver;
    if (receiver && classId !== undefined && receiver.classId !== undefined && certaintyOf(receiver) !== "exact") {
      const targets = this.ofClassMethod(receiver.classId, fact.name, certaintyOf(receiver), kind);
      if (targets.some((target) => target.callee === value.id)) return targets;
    }
    return this.withWrappers([{ callee: value.id, share: 1, kind }]);
  }

  /** A decorated function runs its wrappers first, and a generic function one of those registered with it. */
  private withWrappers(targets: readonly Target[]): readonly Target[] {
    let result: Target[] | undefined;
    for (const { callee, share } of targets) {
      if (this.inference.project.node(callee).fact.decorators.length === 0) continue;
      const wrappers = this.wrappersOf(callee);
      const registered = this.registrations.get(callee);
      if (wrappers.length === 0 && !registered) continue;
      result ??= targets.slice();
      for (const wrapper of wrappers) result.push({ ...wrapper, share: share * wrapper.share });
      for (const other of registered ?? []) result.push({ callee: other, share: share / (registered?.length ?? 1), kind: "dispatch" });
    }
    return result ? mergeTargets(result) : targets;
  }

  private wrappersOf(id: FunctionId): readonly Target[] {
    let targets = this.wrappers.get(id);
    if (!targets) {
      targets = wrappersOf(this.inference, id).flatMap(({ value, share }) => {
        const callees =
          value.kind === "function" ? [value.id] : value.classId === undefined ? [] : this.ownMethods(value.classId, "__call__");
        return callees.map((callee) => ({ callee, share: share / callees.length, kind: "decorator" as const }));
      });
      this.wrappers.set(id, targets);
    }
    return targets;
  }

  /** `C(...)`: `__new__` and `__init__`, and what a dataclass runs after it. */
  private ofConstructor({ classId, orSubclass }: ClassValue): readonly Target[] {
    const targets: Target[] = [];
    for (const name of ["__new__", "__init__", "__post_init__"])
      targets.push(...this.ofClassMethod(classId, name, orSubclass ? "open" : "exact", "constructor"));
    return targets;
  }

  /** Method `name` of an object: its class's own and the overrides below it. */
  ofMethod(receiver: InstanceValue, name: string, kind: CallEdgeKind): readonly Target[] {
    return receiver.classId === undefined ? NO_TARGETS : this.ofClassMethod(receiver.classId, name, receiver.certainty, kind);
  }

  ofClassMethod(classId: ClassId, name: string, certainty: Certainty, kind: CallEdgeKind): readonly Target[] {
    let byName = this.methods.get(classId);
    if (!byName) {
      byName = new Map();
      this.methods.set(classId, byName);
    }
    const key = `${certainty} ${name} ${kind}`;
    let targets = byName.get(key);
    if (!targets) {
      targets = this.withWrappers(this.computeMethod(classId, name, certainty, kind));
      byName.set(key, targets);
    }
    return targets;
  }

  private computeMethod(classId: ClassId, name: string, certainty: Certainty, kind: CallEdgeKind): readonly Target[] {
    if (certainty === "guess") return this.guessedMethod(classId, name, kind);
    const own = this.ownMethods(classId, name);
    const overrides = certainty === "exact" ? [] : this.overridesOf(classId, name, own);
    if (overrides.length === 0) return own.map((callee) => ({ callee, share: 1 / own.length, kind }));
    const concrete = own.filter((callee) => !isAbstractMethod(this.inference.project.node(callee).fact));
    const ownShare = concrete.length > 0 ? OWN_SHARE : 0;
    const below = overrides.slice(0, kind === "operator" ? MAX_OPERATOR_OVERRIDES : MAX_OVERRIDES);
    return [
      ...concrete.map((callee) => ({ callee, share: ownShare / concrete.length, kind })),
      ...below.map((callee) => ({ callee, share: (1 - ownShare) / overrides.length, kind: "override" as const })),
    ];
  }

  /** The class was concluded from some uses only: part of the calls may go to any class that shares the method. */
  private guessedMethod(classId: ClassId, name: string, kind: CallEdgeKind): readonly Target[] {
    const { hierarchy, project } = this.inference;
    const root = hierarchy.mro(classId).findLast((base) => project.class(base).scope.names.has(name));
    const known = this.computeMethod(classId, name, "open", kind);
    const others =
      root === undefined || root === classId ? this.relatives(classId, name, kind) : this.computeMethod(root, name, "open", kind);
    return others.length === 0 ? known : mergeTargets([...scale(known, GUESS_SHARE), ...scale(others, 1 - GUESS_SHARE)]);
  }

  /** Methods of classes that share a base with the class, where no common base has the method. */
  private relatives(classId: ClassId, name: string, kind: CallEdgeKind): readonly Target[] {
    const { hierarchy, project } = this.inference;
    const bases = hierarchy.mro(classId);
    if (bases.length < 2) return NO_TARGETS;
    const found = hierarchy.methodsNamed(name).filter((id) => {
      const other = project.node(id).classId as ClassId;
      return hierarchy.mro(other).some((base) => bases.includes(base));
    });
    if (found.length > MAX_OVERRIDES) return NO_TARGETS;
    return found.map((callee) => ({ callee, share: 1 / found.length, kind }));
  }

  /** Functions that the MRO binds to `name`; through an assignment in the class body too (`__radd__ = __add__`). */
  private ownMethods(classId: ClassId, name: string): readonly FunctionId[] {
    const { inference } = this;
    const found = inference.hierarchy.classLevel(classId, name);
    if (!found) return [];
    const { module } = inference.project.class(found.definer);
    const ids = new Set<FunctionId>();
    for (const definition of found.definitions) {
      if (definition.source.kind === "function") ids.add(module.functionBase + definition.source.index);
      else for (const value of inference.definition(module, definition)) if (value.kind === "function") ids.add(value.id);
    }
    return [...ids];
  }

  private overridesOf(classId: ClassId, name: string, own: readonly FunctionId[]): readonly FunctionId[] {
    const { project, hierarchy } = this.inference;
    if (hierarchy.subclasses(classId).length === 0) return [];
    const module = project.class(classId).module;
    const found = hierarchy.methodsNamed(name).filter((id) => {
      const other = project.node(id).classId;
      return other !== undefined && other !== classId && !own.includes(id) && hierarchy.inherits(other, classId);
    });
    if (found.length <= MAX_OPERATOR_OVERRIDES) return found;
    return [...found].sort((left, right) => Number(project.moduleOf(right) === module) - Number(project.moduleOf(left) === module));
  }

  /** Whether reading attribute `name` of an object runs a method. */
  isProperty(id: FunctionId): boolean {
    return accessorOf(this.inference, id) === "getter";
  }
}

function certaintyOf(receiver: InstanceValue | ClassValue): Certainty {
  if (receiver.kind === "instance") return receiver.certainty;
  return receiver.orSubclass ? "open" : "exact";
}

export function scale(targets: readonly Target[], factor: number): readonly Target[] {
  return factor === 1 ? targets : targets.map((target) => ({ ...target, share: target.share * factor }));
}

/** One target per function; shares add up to at most 1. */
export function mergeTargets(targets: readonly Target[]): readonly Target[] {
  if (targets.length < 2) return targets;
  const byCallee = new Map<FunctionId, Target>();
  for (const target of targets) {
    const known = byCallee.get(target.callee);
    byCallee.set(target.callee, known ? { ...known, share: Math.min(1, known.share + target.share) } : target);
  }
  return byCallee.size === targets.length ? targets : [...byCallee.values()];
}
