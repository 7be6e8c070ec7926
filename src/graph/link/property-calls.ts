/** Reading and writing attributes that are methods: properties, descriptors, `__getattr__`. */
import type { AttributeExpression } from "../../syntax";
import type { ClassId, FunctionId } from "../contract";
import { accessorOf } from "../evaluate-decorators";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import type { InstanceValue, SuperValue } from "../values";
import type { ByName } from "./by-name";
import type { EdgeCollector } from "./edge-collector";
import { mergeTargets, scale, type Target, type Targets } from "./targets";

export class PropertyCalls {
  private readonly propertyNames = new Map<string, boolean>();

  constructor(
    private readonly inference: Inference,
    private readonly targets: Targets,
    private readonly byName: ByName,
    private readonly collector: EdgeCollector,
  ) {}

  read(owner: FunctionId, module: SourceModule, at: AttributeExpression): void {
    const { name } = at;
    if (!this.isPropertyName(name)) return;
    const receivers = this.inference.evaluate(owner, at.value);
    if (receivers.length === 0) {
      this.collector.add(owner, at, this.byName.properties(name, module));
      return;
    }
    const groups = receivers
      .map((value) => (value.kind === "instance" || value.kind === "super" ? this.getters(value, name) : []))
      .filter((found) => found.length > 0);
    if (groups.length > 0) this.collector.add(owner, at, mergeTargets(groups.flatMap((found) => scale(found, 1 / groups.length))));
  }

  private getters(receiver: InstanceValue | SuperValue, name: string): readonly Target[] {
    const { hierarchy } = this.inference;
    if (receiver.classId === undefined) return [];
    const own = receiver.kind === "super" ? (receiver.receiver.classId ?? receiver.classId) : receiver.classId;
    const member = receiver.kind === "super" ? hierarchy.classLevelAfter(own, receiver.classId, name) : hierarchy.classLevel(own, name);
    if (!member) return receiver.kind === "instance" ? this.attributeFallback(receiver, name) : [];
    const { functionBase } = this.inference.project.class(member.definer).module;
    const [definition] = member.definitions;
    if (definition?.source.kind !== "function") return [];
    const accessor = accessorOf(this.inference, functionBase + definition.source.index);
    if (accessor === "getter" && receiver.kind === "instance") return this.targets.ofClassMethod(own, name, receiver.certainty, "property");
    if (accessor === "getter") return [{ callee: functionBase + definition.source.index, share: 1, kind: "property" }];
    if (accessor === undefined) return [];
    const getter = this.accessor(member.definer, name, "getter");
    return getter === undefined ? [] : [{ callee: getter, share: 1, kind: "property" }];
  }

  /** `__getattr__` runs for names that nothing else provides. */
  private attributeFallback(receiver: InstanceValue, name: string): readonly Target[] {
    if (receiver.classId === undefined || this.inference.hierarchy.classLevel(receiver.classId, "__getattr__") === undefined) return [];
    const stored = this.inference.hierarchy.mro(receiver.classId).some((base) => this.inference.project.class(base).scope.stores.has(name));
    return stored ? [] : this.targets.ofMethod(receiver, "__getattr__", "operator");
  }

  /** Whether any class of the project has a property, or `__getattr__`, that could serve the name. */
  private isPropertyName(name: string): boolean {
    let is = this.propertyNames.get(name);
    if (is === undefined) {
      is =
        this.inference.hierarchy.methodsNamed("__getattr__").length > 0 ||
        this.inference.hierarchy.methodsNamed(name).some((id) => accessorOf(this.inference, id) !== undefined);
      this.propertyNames.set(name, is);
    }
    return is;
  }

  private accessor(definer: ClassId, name: string, kind: "getter" | "setter"): FunctionId | undefined {
    const { scope, module } = this.inference.project.class(definer);
    for (const { source } of scope.names.get(name) ?? []) {
      if (source.kind === "function" && accessorOf(this.inference, module.functionBase + source.index) === kind)
        return module.functionBase + source.index;
    }
    return undefined;
  }

  write(owner: FunctionId, target: AttributeExpression): void {
    if (!this.isPropertyName(target.name)) return;
    for (const receiver of this.inference.evaluate(owner, target.value)) {
      if (receiver.kind !== "instance" || receiver.classId === undefined) continue;
      const member = this.inference.hierarchy.classLevel(receiver.classId, target.name);
      const setter = member && this.accessor(member.definer, target.name, "setter");
      if (setter !== undefined) this.collector.add(owner, target, [{ callee: setter, share: 1, kind: "property" }]);
    }
  }
}
