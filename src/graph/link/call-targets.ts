/** What a call expression runs: through names, constructors, typed receivers, `self`, `super()`, tables; by the method's name at last. */
import type { AttributeExpression, CallExpression, Expression } from "../../syntax";
import type { CallEdgeKind, ClassId, FunctionId } from "../contract";
import { findDefinitions } from "../find-definitions";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import type { InstanceValue, Value, Values } from "../values";
import type { ByName } from "./by-name";
import type { EdgeCollector } from "./edge-collector";
import { mergeTargets, scale, type Target, type Targets } from "./targets";

interface ResolvedCall {
  readonly targets: readonly Target[];
  /** The callee is known: in the project, outside of it, or built in. */
  readonly resolved: boolean;
}

const UNRESOLVED: ResolvedCall = Object.freeze({ targets: [], resolved: false });
const OUTSIDE: ResolvedCall = Object.freeze({ targets: [], resolved: true });
/** An attribute of `self` that no class of its own line has most likely comes from a sibling in a subclass. */
const MIXIN_SHARE = 1;
const MAX_MIXIN_CLASSES = 60;

export class CallResolver {
  constructor(
    private readonly inference: Inference,
    private readonly targets: Targets,
    private readonly byName: ByName,
  ) {}

  targetsOf(owner: FunctionId, module: SourceModule, call: CallExpression): ResolvedCall {
    const { callee } = call;
    if (callee.kind === "attribute") return this.ofMethodCall(owner, module, callee);
    const values = this.inference.evaluate(owner, callee);
    if (values.length === 0) return UNRESOLVED;
    const targets = this.targets.ofValues(values, this.kindOf(owner, callee));
    return targets.length > 0 ? { targets, resolved: true } : { targets, resolved: values.some(isKnownOutside) };
  }

  /** Applying a decorator that is a plain name calls it. */
  decorator(owner: FunctionId, decorator: Expression, collector: EdgeCollector): void {
    const values = this.inference.evaluate(owner, decorator);
    if (values.length > 0) collector.add(owner, decorator, this.targets.ofValues(values, "name"));
  }

  /** A callable that is reached through a variable is dispatched; one that is named is called by name. */
  private kindOf(owner: FunctionId, callee: Expression): CallEdgeKind {
    if (callee.kind !== "name") return "dispatch";
    const module = this.inference.project.moduleOf(owner);
    const definitions = findDefinitions(module, owner - module.functionBase, callee.name, callee.start);
    let kind: CallEdgeKind = "name";
    for (const { source } of definitions) {
      if (source.kind === "parameter" || source.kind === "lambdaParameter") return "reference";
      if (source.kind !== "function" && source.kind !== "class" && source.kind !== "import") kind = "dispatch";
    }
    return kind;
  }

  private ofMethodCall(owner: FunctionId, module: SourceModule, callee: AttributeExpression): ResolvedCall {
    const receivers = this.inference
      .evaluate(owner, callee.value)
      .filter((value) => value.kind !== "instance" || value.name !== "builtins.NoneType");
    if (receivers.length === 0) return this.ofUnknownReceiver(module, callee);
    const groups: (readonly Target[])[] = [];
    let outside = false;
    for (const receiver of receivers) {
      const targets = this.ofReceiver(owner, receiver, callee);
      if (targets.length > 0) groups.push(targets);
      else if (this.isOutside(receiver, callee.name)) outside = true;
    }
    if (groups.length > 0) {
      const merged = mergeTargets(groups.flatMap((targets) => scale(targets, 1 / groups.length)));
      return { targets: merged, resolved: true };
    }
    if (outside) return OUTSIDE;
    return this.ofUnknownReceiver(module, callee);
  }

  private ofReceiver(owner: FunctionId, receiver: Value, callee: AttributeExpression): readonly Target[] {
    const { name } = callee;
    switch (receiver.kind) {
      case "instance":
        return receiver.classId === undefined ? [] : this.ofObject(owner, receiver, receiver.classId, callee);
      case "class": {
        const member = this.inference.hierarchy.classLevel(receiver.classId, name);
        const isMethod = member?.definitions.every(({ source }) => source.kind === "function");
        if (isMethod)
          return this.targets.ofClassMethod(
            receiver.classId,
            name,
            receiver.orSubclass ? "open" : "exact",
            receiver.orSubclass ? "self" : "name",
          );
        return this.targets.ofValues(this.inference.member(receiver, name), "dispatch");
      }
      case "super":
        return this.targets.ofValues(this.withoutOverrides(this.inference.member(receiver, name)), "self");
      case "module":
        return this.targets.ofValues(this.inference.member(receiver, name), "name");
      default:
        return [];
    }
  }

  private ofObject(owner: FunctionId, receiver: InstanceValue, classId: ClassId, callee: AttributeExpression): readonly Target[] {
    const { name } = callee;
    const isSelf = this.isOwnObject(owner, callee.value);
    const kind = isSelf ? "self" : "typed";
    const member = this.inference.hierarchy.classLevel(classId, name);
    if (member?.definitions.every(({ source }) => source.kind === "function")) {
      const ids = member.definitions.map(({ source }) => this.functionId(member.definer, source));
      if (!ids.some((id) => id !== undefined && this.targets.isProperty(id)))
        return this.targets.ofClassMethod(classId, name, receiver.certainty, kind);
    }
    const found = this.targets.ofValues(this.inference.member(receiver, name), "dispatch");
    if (found.length > 0) return found;
    return member ? [] : this.ofSiblings(classId, name, kind);
  }

  private functionId(definer: ClassId, source: { readonly kind: string; readonly index?: number }): FunctionId | undefined {
    return source.kind === "function" ? this.inference.project.class(definer).module.functionBase + (source.index as number) : undefined;
  }

  /** A mixin calls what only the classes that it is mixed into have. */
  private ofSiblings(classId: ClassId, name: string, kind: CallEdgeKind): readonly Target[] {
    const { hierarchy, project } = this.inference;
    const named = hierarchy.methodsNamed(name);
    if (named.length === 0) return [];
    const found = new Set<FunctionId>();
    for (const below of hierarchy.descendants(classId).slice(0, MAX_MIXIN_CLASSES)) {
      const member = hierarchy.classLevel(below, name);
      if (!member) continue;
      for (const id of named) if (project.node(id).classId === member.definer) found.add(id);
    }
    return [...found].map((callee) => ({ callee, share: MIXIN_SHARE / found.size, kind }));
  }

  private isOwnObject(owner: FunctionId, receiver: Expression): boolean {
    if (receiver.kind !== "name") return false;
    for (let id: FunctionId | undefined = owner; id !== undefined; id = this.inference.project.node(id).parent) {
      const node = this.inference.project.node(id);
      if (node.classId !== undefined) return node.fact.params[0]?.name === receiver.name;
    }
    return false;
  }

  private withoutOverrides(values: Values): Values {
    return values.map((value) =>
      value.kind === "function" && value.receiver?.kind === "instance"
        ? { ...value, receiver: { ...value.receiver, certainty: "exact" as const } }
        : value,
    );
  }

  private ofUnknownReceiver(module: SourceModule, callee: AttributeExpression): ResolvedCall {
    const targets = this.byName.methods(callee.name, module);
    return { targets, resolved: targets[0]?.kind === "unique-name" };
  }

  /** The attribute belongs to something that the project does not define. */
  private isOutside(receiver: Value, name: string): boolean {
    if (receiver.kind === "external" || receiver.kind === "super") return true;
    if (receiver.kind === "class" || (receiver.kind === "instance" && receiver.classId !== undefined)) {
      const values = this.inference.member(receiver, name);
      return values.some(isKnownOutside) || this.inference.hierarchy.externalBases(receiver.classId as ClassId).length > 0;
    }
    return receiver.kind === "instance";
  }
}

function isKnownOutside(value: Value): boolean {
  return (
    value.kind === "external" ||
    value.kind === "lambda" ||
    value.kind === "function" ||
    value.kind === "class" ||
    (value.kind === "instance" && value.classId === undefined)
  );
}
