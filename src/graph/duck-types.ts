/**
 * The class of something whose type nothing declares, from how it is used: if all attributes that a function takes from `x` belong to one
 * family of classes of the project and to no other, `x` is taken to be one of that family. A guess, and marked as such.
 */
import { type Expression, forEachChildExpression, type Statement } from "../syntax";
import { isBuiltinContainerMethodName, isBuiltinMethodName, isTextMethodName } from "./builtin-names";
import type { ClassId, FunctionId } from "./contract";
import { type FrameKey, frameUses, importsPandas } from "./frame-uses";
import type { Inference } from "./inference";
import type { SourceModule } from "./module-table";
import type { ClassEntry } from "./project";
import { instanceOf, NOTHING, STR, union, type Values } from "./values";
import { blocksOf, forEachExpression } from "./walk-syntax";

/** Attribute names taken from one variable. */
type Uses = ReadonlyMap<string, ReadonlySet<string>>;

const FRAME = instanceOf("pandas.DataFrame");
/** A name that so many classes have tells nothing. */
const MAX_OWNERS = 40;
const MAX_DESCENDANTS = 200;
/** More families than this are no answer. */
const MAX_FAMILIES = 2;
/** Attributes that arrays and frames of libraries have as well: one of them alone is not enough. */
const COMMON_ATTRIBUTES = new Set([
  "shape",
  "dtype",
  "size",
  "ndim",
  "T",
  "values",
  "columns",
  "index",
  "name",
  "real",
  "imag",
  "data",
  "type",
  "id",
  "text",
  "value",
]);

export class DuckTypes {
  private readonly owners = new Map<string, ClassId[]>();
  private readonly usesOfFunctions = new Map<FunctionId, Uses>();
  private readonly usesOfClasses = new Map<ClassId, Uses>();
  private readonly framesOfFunctions = new Map<FunctionId, ReadonlySet<FrameKey>>();
  /** Attributes given to a class behind it. */
  private readonly addedNames = new Map<ClassId, Set<string>>();
  private readonly families = new Map<string, readonly ClassId[]>();

  constructor(private readonly inference: Inference) {
    for (const { id, scope } of inference.project.classes) {
      for (const name of scope.names.keys()) this.addOwner(name, id);
      for (const name of scope.stores.keys()) if (!scope.names.has(name)) this.addOwner(name, id);
    }
    for (const module of inference.project.modules.modules) this.addForeignStores(module);
  }

  /** A wrapper has the methods of what it wraps: where both fit, its attribute is the other one. */
  private otherThan(classId: ClassId, values: Values): Values {
    return values.length < 2 ? values : values.filter((value) => value.kind !== "instance" || value.classId !== classId);
  }

  /** `Class.name = value` behind the class gives it the attribute as well. */
  private addForeignStores(module: SourceModule): void {
    if (module.names.foreignStores.size === 0) return;
    const classes = new Map(module.file.classes.map((fact) => [fact.name, module.classBase + fact.index]));
    for (const [name, stores] of module.names.foreignStores) {
      for (const { receiver, owner } of stores) {
        const id = owner === 0 && receiver.kind === "name" ? classes.get(receiver.name) : undefined;
        if (id === undefined) continue;
        this.addOwner(name, id);
        const known = this.addedNames.get(id);
        if (known) known.add(name);
        else this.addedNames.set(id, new Set([name]));
      }
    }
  }

  private addOwner(name: string, id: ClassId): void {
    const list = this.owners.get(name);
    if (list) list.push(id);
    else this.owners.set(name, [id]);
  }

  /** What variable `name` of function `owner` must be for its uses there. */
  ofVariable(owner: FunctionId, name: string): Values {
    let uses = this.usesOfFunctions.get(owner);
    if (!uses) {
      const found = new Map<string, Set<string>>();
      collectUses(this.inference.project.node(owner).fact.body, (receiver, attribute) => {
        if (receiver.kind === "name") addUse(found, receiver.name, attribute);
      });
      uses = found;
      this.usesOfFunctions.set(owner, uses);
    }
    const guessed = this.guess(uses.get(name));
    return guessed.length === 0 && this.framesOf(owner).has(name) ? FRAME : guessed;
  }

  /** What attribute `name` of the objects of a class must be for its uses in the class's methods. */
  ofAttribute(classId: ClassId, name: string): Values {
    const guessed = this.otherThan(classId, this.guess(this.usesOfClass(classId).get(name)));
    return guessed.length === 0 && this.isFrameAttribute(classId, name) ? FRAME : guessed;
  }

  /** Attributes that the methods of a class take from each of its own attributes. */
  usesOfClass(classId: ClassId): Uses {
    let uses = this.usesOfClasses.get(classId);
    if (!uses) {
      uses = this.usesInMethods(classId);
      this.usesOfClasses.set(classId, uses);
    }
    return uses;
  }

  /** The file has been replaced. */
  forget(module: SourceModule): void {
    for (const { index } of module.file.functions) {
      this.usesOfFunctions.delete(module.functionBase + index);
      this.framesOfFunctions.delete(module.functionBase + index);
    }
    for (const { index } of module.file.classes) this.usesOfClasses.delete(module.classBase + index);
  }

  private framesOf(owner: FunctionId): ReadonlySet<FrameKey> {
    let frames = this.framesOfFunctions.get(owner);
    if (!frames) {
      const module = this.inference.project.moduleOf(owner);
      const { fact } = this.inference.project.node(owner);
      frames = frameUses(fact.body, importsPandas(module), fact.params[0]?.name);
      this.framesOfFunctions.set(owner, frames);
    }
    return frames;
  }

  private isFrameAttribute(classId: ClassId, name: string): boolean {
    const { fact, module } = this.inference.project.class(classId);
    return fact.methods.some((index) => this.framesOf(module.functionBase + index).has(`self.${name}`));
  }

  private usesInMethods(classId: ClassId): Uses {
    const found = new Map<string, Set<string>>();
    const { fact, module } = this.inference.project.class(classId);
    for (const index of fact.methods) {
      const method = module.file.functions[index];
      const self = method?.params[0]?.name;
      if (!method || self === undefined) continue;
      collectUses(method.body, (receiver, attribute) => {
        if (receiver.kind === "attribute" && receiver.value.kind === "name" && receiver.value.name === self)
          addUse(found, receiver.name, attribute);
      });
    }
    return found;
  }

  private guess(names: ReadonlySet<string> | undefined): Values {
    if (names === undefined) return NOTHING;
    const key = [...names].sort().join(" ");
    let families = this.families.get(key);
    if (!families) {
      families = this.familiesWith([...names]);
      this.families.set(key, families);
    }
    if (families.length === 0) return isText([...names]) ? STR : NOTHING;
    let values = NOTHING;
    for (const classId of families) values = union(values, this.inference.instance(classId, "guess"));
    return values;
  }

  private familiesWith(names: readonly string[]): readonly ClassId[] {
    const telling = names.filter((name) => !name.startsWith("__"));
    if (telling.length === 0 || telling.every((name) => isBuiltinMethodName(name) || COMMON_ATTRIBUTES.has(name))) return [];
    let rarest: readonly ClassId[] | undefined;
    for (const name of telling) {
      const owners = this.owners.get(name);
      if (!owners) return [];
      if (!rarest || owners.length < rarest.length) rarest = owners;
    }
    if (!rarest || rarest.length > MAX_OWNERS) return [];
    const complete = rarest.filter((id) => this.hasAll(id, telling));
    const found = complete.length > 0 ? complete : this.descendantsWith(rarest, telling);
    const topmost = found.filter((id) => !found.some((other) => other !== id && this.inference.hierarchy.inherits(id, other)));
    return topmost.length <= MAX_FAMILIES && (telling.length > 1 || topmost.length === 1) ? topmost : [];
  }

  private descendantsWith(bases: readonly ClassId[], names: readonly string[]): readonly ClassId[] {
    if (names.length < 2) return [];
    const below = new Set(bases.flatMap((id) => this.inference.hierarchy.descendants(id).slice(0, MAX_DESCENDANTS)));
    return [...below].filter((id) => this.hasAll(id, names));
  }

  private hasAll(id: ClassId, names: readonly string[]): boolean {
    const order = this.inference.hierarchy.mro(id).map((base) => this.inference.project.class(base));
    return names.every((name) => order.some((entry) => this.hasOwn(entry, name)));
  }

  private hasOwn({ id, scope }: ClassEntry, name: string): boolean {
    return scope.names.has(name) || scope.stores.has(name) || this.addedNames.get(id)?.has(name) === true;
  }
}

/** Only text is stripped, split and asked how it starts. */
function isText(names: readonly string[]): boolean {
  return names.every(isTextMethodName) && names.some((name) => !isBuiltinContainerMethodName(name));
}

function addUse(uses: Map<string, Set<string>>, name: string, attribute: string): void {
  const known = uses.get(name);
  if (known) known.add(attribute);
  else uses.set(name, new Set([attribute]));
}

function collectUses(statements: readonly Statement[], use: (receiver: Expression, attribute: string) => void): void {
  const visit = (expression: Expression): void => {
    if (expression.kind === "attribute") use(expression.value, expression.name);
    forEachChildExpression(expression, visit);
  };
  for (const statement of statements) {
    forEachExpression(statement, visit);
    for (const block of blocksOf(statement)) collectUses(block, use);
  }
}
