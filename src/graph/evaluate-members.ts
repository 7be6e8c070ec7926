/** Attributes: of objects and classes of the project along the MRO, of modules, and of things outside by their dotted name. */

import type { ClassLevelMember } from "./class-hierarchy";
import type { ClassId, FunctionId } from "./contract";
import { accessorOf } from "./evaluate-decorators";
import { addElements } from "./evaluate-definition";
import type { Inference } from "./inference";
import {
  type ClassValue,
  external,
  fromSimpleType,
  type InstanceValue,
  NOTHING,
  type SuperValue,
  union,
  type Value,
  type Values,
} from "./values";

/** Further subclasses that fill an attribute add little. */
const MAX_BELOW = 8;

export class Members {
  private readonly keys = new Map<ClassId, Map<string, object>>();

  constructor(private readonly inference: Inference) {}

  of(receiver: Value, name: string): Values {
    switch (receiver.kind) {
      case "instance":
        return receiver.classId === undefined ? this.ofOutside(receiver, name) : this.ofObject(receiver, receiver.classId, name);
      case "class":
        return this.ofClass(receiver, name);
      case "super":
        return this.ofSuper(receiver, name);
      case "module":
        return this.inference.moduleMember(receiver.place, name);
      case "external":
        return external(`${receiver.name}.${name}`);
      default:
        return NOTHING;
    }
  }

  private ofOutside(receiver: InstanceValue, name: string): Values {
    const known = this.inference.library.attributeType(receiver.name, name);
    return known ? fromSimpleType(known) : external(`${receiver.name}.${name}`);
  }

  private ofObject(receiver: InstanceValue, classId: ClassId, name: string): Values {
    const unbound = this.inference.memo.answer(this.key(classId, name), () => this.computeForObject(classId, name));
    const values = bind(this.inference, unbound, receiver);
    if (values.length > 0) return values;
    const [base] = this.inference.hierarchy.externalBases(classId);
    // A field that the class declares is its own, whatever is in it: no base has it.
    if (base === undefined || this.inference.hierarchy.classLevel(classId, name) || this.isStored(classId, name)) return NOTHING;
    return this.ofInherited(base, name);
  }

  /** An attribute that an outside base may have. */
  private ofInherited(base: string, name: string): Values {
    const known = this.inference.library.attributeType(base, name);
    return known ? fromSimpleType(known) : external(`${base}.${name}`);
  }

  private computeForObject(classId: ClassId, name: string): Values {
    const { inference } = this;
    const found = inference.hierarchy.classLevel(classId, name);
    let values = found ? this.classLevelValues(found, classId) : NOTHING;
    if (found?.definitions.some((definition) => definition.source.kind === "annotated") && values.length > 0) return values;
    values = union(values, this.storedValues(classId, name));
    values = this.filled(classId, name, values);
    if (values.some((value) => value.kind !== "instance" || value.name !== "builtins.NoneType")) return values;
    values = this.foreignValues(classId, name);
    if (values.length === 0) values = this.valuesBelow(classId, name);
    if (values.length > 0) return values;
    if (found || this.isStored(classId, name)) return inference.duckTypes.ofAttribute(classId, name);
    const fallback = inference.hierarchy.classLevel(classId, "__getattr__");
    return fallback ? inference.callResult(bind(inference, this.classLevelValues(fallback, classId), this.object(classId))) : NOTHING;
  }

  /** An attribute that only subclasses fill: `node_class = None` in the class, `node_class = Element` below. */
  private valuesBelow(classId: ClassId, name: string): Values {
    const { hierarchy, project, memo } = this.inference;
    let values = NOTHING;
    let seen = 0;
    for (const below of hierarchy.descendants(classId)) {
      const { scope } = project.class(below);
      if (!scope.names.has(name) && !scope.stores.has(name)) continue;
      values = union(
        values,
        memo.answer(this.key(below, name), () => this.computeForObject(below, name)),
      );
      if (++seen >= MAX_BELOW) break;
    }
    return values.filter((value) => value.kind !== "instance" || value.name !== "builtins.NoneType");
  }

  private isStored(classId: ClassId, name: string): boolean {
    return this.inference.hierarchy.mro(classId).some((base) => this.inference.project.class(base).scope.stores.has(name));
  }

  private object(classId: ClassId): InstanceValue {
    return this.inference.instance(classId)[0] as InstanceValue;
  }

  /** Values bound in the class body; a property stands for what its getter returns. */
  private classLevelValues(member: ClassLevelMember, classId: ClassId): Values {
    const { inference } = this;
    const { module } = inference.project.class(member.definer);
    let values = NOTHING;
    for (const definition of member.definitions) {
      if (definition.source.kind === "function") {
        const id = module.functionBase + definition.source.index;
        const accessor = accessorOf(inference, id);
        if (accessor)
          values = union(values, this.propertyValues(member.definer, definition.name, classId, accessor === "getter" ? id : undefined));
        else values = union(values, inference.definition(module, definition));
      } else values = union(values, this.throughDescriptor(inference.definition(module, definition)));
    }
    return values;
  }

  private propertyValues(definer: ClassId, name: string, classId: ClassId, getter: FunctionId | undefined): Values {
    const id = getter ?? this.getterOf(definer, name);
    if (id === undefined) return NOTHING;
    return this.inference.callResult([{ kind: "function", id, receiver: this.object(classId), given: 0 }]);
  }

  /** The getter of a property whose last definition is its setter. */
  getterOf(definer: ClassId, name: string): FunctionId | undefined {
    const { scope, module } = this.inference.project.class(definer);
    for (const { source } of scope.names.get(name) ?? []) {
      if (source.kind === "function" && accessorOf(this.inference, module.functionBase + source.index) === "getter")
        return module.functionBase + source.index;
    }
    return undefined;
  }

  /** Class attributes that are descriptors, `x = property(get_x)` and objects with `__get__`, stand for what they return. */
  private throughDescriptor(values: Values): Values {
    const { inference } = this;
    let result = NOTHING;
    for (const value of values) {
      const get = value.kind === "instance" && value.classId !== undefined && inference.hierarchy.classLevel(value.classId, "__get__");
      const returned = get ? inference.callResult(inference.member(value, "__get__")) : NOTHING;
      result = union(result, returned.length > 0 ? returned : [value]);
    }
    return result;
  }

  /** `self.name = value` in the methods of the class and its bases. */
  private storedValues(classId: ClassId, name: string): Values {
    const { inference } = this;
    let values = NOTHING;
    for (const base of inference.hierarchy.mro(classId)) {
      const { scope, module } = inference.project.class(base);
      for (const store of scope.stores.get(name) ?? []) {
        const owner = module.functionBase + store.owner;
        values = union(
          values,
          inference.memo.answer(store, () => inference.source(module, owner, store.source)),
        );
        if (store.source.kind === "annotated" && values.length > 0) return values;
      }
    }
    return values;
  }

  private filled(classId: ClassId, name: string, values: Values): Values {
    let result = values;
    for (const base of this.inference.hierarchy.mro(classId)) {
      const { scope, module } = this.inference.project.class(base);
      for (const additions of [scope.storeElements.get(name), scope.elements.get(name)]) {
        if (additions) result = addElements(this.inference, module, result, additions);
      }
    }
    return result;
  }

  /** `other.name = value` in the same file, where `other` is an object of the class. */
  private foreignValues(classId: ClassId, name: string): Values {
    const { inference } = this;
    const { module } = inference.project.class(classId);
    let values = NOTHING;
    for (const store of module.names.foreignStores.get(name) ?? []) {
      const owner = module.functionBase + store.owner;
      const receivers = inference.evaluate(owner, store.receiver);
      const meant = receivers.some(
        (value) => value.kind === "instance" && value.classId !== undefined && inference.hierarchy.inherits(value.classId, classId),
      );
      if (meant) values = union(values, inference.source(module, owner, store.source));
    }
    return values;
  }

  private ofClass(receiver: ClassValue, name: string): Values {
    const { inference } = this;
    const { classId } = receiver;
    const found = inference.hierarchy.classLevel(classId, name);
    if (found) {
      if (isEnum(inference, classId) && found.definitions.some(({ source }) => source.kind === "value")) return inference.instance(classId);
      return bind(inference, this.rawClassLevelValues(found), receiver);
    }
    const stored = this.storedValues(classId, name);
    if (stored.length > 0) return stored;
    const [base] = inference.hierarchy.externalBases(classId);
    return base === undefined ? NOTHING : external(`${base}.${name}`);
  }

  private rawClassLevelValues(member: ClassLevelMember): Values {
    const { module } = this.inference.project.class(member.definer);
    let values = NOTHING;
    for (const definition of member.definitions) values = union(values, this.inference.definition(module, definition));
    return values;
  }

  private ofSuper(receiver: SuperValue, name: string): Values {
    const { inference } = this;
    const own = receiver.receiver.classId ?? receiver.classId;
    const found =
      inference.hierarchy.classLevelAfter(own, receiver.classId, name) ??
      inference.hierarchy.classLevelAfter(receiver.classId, receiver.classId, name);
    if (found) {
      const values = receiver.receiver.kind === "instance" ? this.classLevelValues(found, own) : this.rawClassLevelValues(found);
      return bind(inference, values, receiver.receiver);
    }
    const [base] = inference.hierarchy.externalBases(receiver.classId);
    return external(`${base ?? "builtins.object"}.${name}`);
  }

  private key(classId: ClassId, name: string): object {
    let names = this.keys.get(classId);
    if (!names) {
      names = new Map();
      this.keys.set(classId, names);
    }
    let key = names.get(name);
    if (!key) {
      key = {};
      names.set(name, key);
    }
    return key;
  }
}

export function isEnum(inference: Inference, classId: ClassId): boolean {
  return inference.hierarchy.externalBases(classId).some((base) => base.startsWith("enum."));
}

/** Functions found through an object or a class take it as first argument, as their kind of method says. */
function bind(inference: Inference, values: Values, receiver: InstanceValue | ClassValue): Values {
  if (!values.some((value) => value.kind === "function")) return values;
  return values.map((value): Value => {
    if (value.kind !== "function" || value.receiver) return value;
    const binding = inference.project.bindingOf(value.id);
    if (binding === undefined || binding === "static") return value;
    if (binding === "class") {
      const classId = receiver.classId as ClassId;
      return {
        ...value,
        receiver: {
          kind: "class",
          classId,
          orSubclass: receiver.kind === "instance" ? receiver.certainty !== "exact" : receiver.orSubclass,
        },
      };
    }
    return receiver.kind === "instance" ? { ...value, receiver } : value;
  });
}
