/**
 * What a parameter may be: the method's own object, the annotation, the default value, else what the project's calls pass. Calls are
 * looked up by name, and only the first few that really mean this function count.
 */
import { isBuiltinMethodName } from "./builtin-names";
import type { ClassId, FunctionId } from "./contract";
import { argumentFor, type Inference } from "./inference";
import type { SourceModule } from "./module-table";
import { decoratorName } from "./project";
import { type FunctionValue, instanceOf, NOTHING, type PlacedCall, STR, union, type Value, type Values } from "./values";

export const MAX_SITES = 24;
/** If a name is called no more often than this, every call counts. */
export const MAX_USED = 8;
const MAX_DECORATED = 100;
const MAX_HEIRS = 12;
const MAX_SITES_OF_HEIR = 4;

export class Parameters {
  private readonly sites = new Map<FunctionId, readonly { readonly call: PlacedCall; readonly shift: number }[]>();
  private readonly provisional = new Set<FunctionId>();
  private searching = 0;

  constructor(private readonly inference: Inference) {}

  of(id: FunctionId, position: number): Values {
    const param = this.inference.project.node(id).fact.params[position];
    return param ? this.inference.memo.answer(param, () => this.compute(id, position)) : NOTHING;
  }

  /** Calls may have moved. */
  forgetCalls(): void {
    this.sites.clear();
    this.provisional.clear();
  }

  private compute(id: FunctionId, position: number): Values {
    const { inference } = this;
    const { fact, classId } = inference.project.node(id);
    const param = fact.params[position];
    if (!param) return NOTHING;
    const definer = inference.project.definerOf(id);
    const annotated = param.annotation ? inference.annotation(definer, param.annotation) : NOTHING;
    if (param.kind === "varargs") return instanceOf("builtins.tuple", [annotated]);
    if (param.kind === "kwargs") return instanceOf("builtins.dict", [STR, annotated]);
    const binding = inference.project.bindingOf(id);
    if (position === 0 && classId !== undefined && binding !== "static") {
      return binding === "class" ? [{ kind: "class", classId, orSubclass: true }] : inference.instance(classId);
    }
    if (annotated.length > 0) return annotated;
    const passed = this.passedValues(id, position, param.name);
    if (param.defaultValue === undefined) return passed;
    return union(passed, inference.evaluate(definer, param.defaultValue));
  }

  private passedValues(id: FunctionId, position: number, name: string): Values {
    let values = NOTHING;
    for (const { call, shift } of this.sitesOf(id)) {
      const argument = position < shift ? undefined : argumentFor(call.call, position - shift, name);
      if (argument) values = union(values, this.inference.evaluate(call.owner, argument));
    }
    return this.asGuesses(union(values, this.decoratedFunctions(id, position)));
  }

  /** Calls elsewhere may pass other classes. */
  private asGuesses(values: Values): Values {
    if (!values.some((value) => value.kind === "instance" && value.classId !== undefined && value.certainty !== "guess")) return values;
    return values.map((value) => (value.kind === "instance" && value.classId !== undefined ? { ...value, certainty: "guess" } : value));
  }

  /** A decorator's parameter is every function that it decorates; so is that of a closure which a decorator's call returns. */
  private decoratedFunctions(id: FunctionId, position: number): Values {
    const { project } = this.inference;
    const { fact, classId, parent } = project.node(id);
    const first = project.bindingOf(id) === "instance" || project.bindingOf(id) === "class" ? 1 : 0;
    if (position !== first || fact.index === 0) return NOTHING;
    const isConstructor = fact.name === "__init__" && classId !== undefined;
    const direct = this.functionsDecorated(isConstructor ? project.class(classId).fact.name : fact.name, id, false);
    if (parent === undefined || project.node(parent).fact.index === 0) return direct;
    return union(direct, this.functionsDecorated(project.node(parent).fact.name, parent, true));
  }

  /** Functions decorated with `decorator` itself, or with what its call returns. */
  private functionsDecorated(name: string, decorator: FunctionId, called: boolean): Values {
    const { inference } = this;
    let values = NOTHING;
    for (const id of inference.project.decoratedWith(name).slice(0, MAX_DECORATED)) {
      for (const expression of inference.project.node(id).fact.decorators) {
        if ((expression.kind === "call") !== called || decoratorName(expression) !== name) continue;
        const applied = inference.evaluate(inference.project.definerOf(id), expression.kind === "call" ? expression.callee : expression);
        if (applied.some((value) => this.shiftFor(decorator, value) !== undefined))
          values = union(values, [{ kind: "function", id, given: 0, decorated: true }]);
      }
    }
    return values;
  }

  /** Calls that run `id`, each with the number of leading parameters that it does not write out. */
  private sitesOf(id: FunctionId): readonly { readonly call: PlacedCall; readonly shift: number }[] {
    const known = this.sites.get(id);
    if (known) return known;
    this.searching++;
    const sites: { call: PlacedCall; shift: number }[] = [];
    for (const call of this.candidates(id)) {
      if (sites.length >= MAX_USED) break;
      const shift = this.shiftOf(id, call);
      if (shift !== undefined) sites.push({ call, shift });
    }
    this.searching--;
    // While another search is under way its gaps may hide calls, so the result of an inner search is kept only the second time.
    if (this.searching === 0 || this.provisional.has(id)) this.sites.set(id, sites);
    else this.provisional.add(id);
    return sites;
  }

  private candidates(id: FunctionId): readonly PlacedCall[] {
    const { project } = this.inference;
    const { fact, classId } = project.node(id);
    const module = project.moduleOf(id);
    if (fact.index === 0) return [];
    if (fact.name === "__init__" || fact.name === "__new__") {
      const own: PlacedCall[] = classId === undefined ? [] : project.callsNamed(project.class(classId).fact.name, module, MAX_SITES);
      if (classId !== undefined) own.push(...this.callsOfHeirs(classId, fact.name, module));
      return [...own, ...project.callsNamed("cls", module, 4), ...project.callsNamed(fact.name, module, 8)];
    }
    return project.callsNamed(fact.name, module, MAX_SITES);
  }

  /** Calls of subclasses that inherit the constructor. */
  private callsOfHeirs(classId: ClassId, name: string, module: SourceModule): readonly PlacedCall[] {
    const { project, hierarchy } = this.inference;
    const calls: PlacedCall[] = [];
    for (const below of hierarchy.descendants(classId).slice(0, MAX_HEIRS)) {
      if (hierarchy.classLevel(below, name)?.definer !== classId) continue;
      calls.push(...project.callsNamed(project.class(below).fact.name, module, MAX_SITES_OF_HEIR));
    }
    return calls;
  }

  private shiftOf(id: FunctionId, { owner, call }: PlacedCall): number | undefined {
    const { inference } = this;
    const callees = inference.evaluate(owner, call.callee);
    for (const callee of callees) {
      const found = this.shiftFor(id, callee);
      if (found !== undefined) return found;
    }
    if (callees.length > 0 || call.callee.kind !== "attribute") return undefined;
    const unique = inference.hierarchy.methodsNamed(call.callee.name);
    return unique.length === 1 && unique[0] === id && !isBuiltinMethodName(call.callee.name) ? this.leadingParameters(id, true) : undefined;
  }

  private shiftFor(id: FunctionId, callee: Value): number | undefined {
    const { inference } = this;
    const { classId, fact } = inference.project.node(id);
    if (callee.kind === "function") {
      if (callee.id === id || this.isOverrideOf(id, callee))
        return this.leadingParameters(id, callee.receiver !== undefined) + callee.given;
      return undefined;
    }
    if (callee.kind !== "class" || classId === undefined) return undefined;
    if (fact.name !== "__init__" && fact.name !== "__new__") return undefined;
    return inference.hierarchy.classLevel(callee.classId, fact.name)?.definer === classId ? 1 : undefined;
  }

  private isOverrideOf(id: FunctionId, callee: FunctionValue): boolean {
    const { project, hierarchy } = this.inference;
    const own = project.node(id);
    const base = project.node(callee.id);
    if (own.classId === undefined || base.classId === undefined || own.fact.name !== base.fact.name) return false;
    return hierarchy.inherits(own.classId, base.classId);
  }

  private leadingParameters(id: FunctionId, bound: boolean): number {
    const binding = this.inference.project.bindingOf(id);
    return bound && binding !== undefined && binding !== "static" ? 1 : 0;
  }
}
