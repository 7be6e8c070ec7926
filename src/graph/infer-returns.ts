/** What calling a project function gives: its annotation, else what its return statements stand for. */
import type { Expression } from "../syntax";
import type { FunctionId } from "./contract";
import { findDefinitions } from "./find-definitions";
import { argumentFor, type Inference } from "./inference";
import { type FunctionValue, instanceOf, NONE, NOTHING, type PlacedCall, union, type Values } from "./values";

/** Further return statements add little and cost much. */
const MAX_RETURNS = 12;
const MAX_OVERRIDES = 6;

export class Returns {
  private readonly handedBack = new Map<FunctionId, readonly number[]>();

  constructor(private readonly inference: Inference) {}

  /** Result of calling `callee`; parameters that are simply handed back take the call's own arguments. */
  ofCall(callee: FunctionValue, call?: PlacedCall): Values {
    const { inference } = this;
    const { fact } = inference.project.node(callee.id);
    if (fact.name === "__init__") return NONE;
    let result = this.of(callee.id);
    for (const position of this.positionsHandedBack(callee.id)) result = union(result, this.argument(callee, position, call));
    if (result.length === 0 && callee.receiver?.kind === "instance") result = this.ofOverrides(callee.id);
    if (fact.isAsync && !fact.isGenerator) return instanceOf("builtins.coroutine", [result]);
    return result;
  }

  /** Without arguments; parameters that are handed back are not included. */
  of(id: FunctionId): Values {
    const { fact } = this.inference.project.node(id);
    return this.inference.memo.answer(fact, () => this.compute(id));
  }

  private compute(id: FunctionId): Values {
    const { inference } = this;
    const { fact } = inference.project.node(id);
    if (fact.returns && !isSelfType(fact.returns)) {
      const annotated = inference.annotation(inference.project.definerOf(id), fact.returns);
      if (annotated.length > 0) return annotated;
    }
    const scope = inference.project.scopeOf(id);
    if (fact.isGenerator) {
      let elements = NOTHING;
      for (const value of scope.yields.slice(0, MAX_RETURNS)) elements = union(elements, inference.evaluate(id, value));
      for (const value of scope.delegates.slice(0, MAX_RETURNS))
        elements = union(elements, inference.elements(inference.evaluate(id, value)));
      return instanceOf(fact.isAsync ? "builtins.async_generator" : "builtins.generator", [elements]);
    }
    let result = NOTHING;
    for (const value of scope.returns.slice(0, MAX_RETURNS)) {
      if (this.parameterPosition(id, value) === undefined) result = union(result, inference.evaluate(id, value));
    }
    return result;
  }

  private argument(callee: FunctionValue, position: number, call?: PlacedCall): Values {
    const { inference } = this;
    const binding = inference.project.bindingOf(callee.id);
    const bound = callee.receiver !== undefined && binding !== undefined && binding !== "static";
    if (bound && position === 0) return [callee.receiver as NonNullable<FunctionValue["receiver"]>];
    if (!call) return inference.parameter(callee.id, position);
    const name = inference.project.node(callee.id).fact.params[position]?.name;
    const argument = argumentFor(call.call, position - (bound ? 1 : 0) - callee.given, name);
    return argument ? inference.evaluate(call.owner, argument) : inference.parameter(callee.id, position);
  }

  private positionsHandedBack(id: FunctionId): readonly number[] {
    let positions = this.handedBack.get(id);
    if (!positions) {
      const { fact } = this.inference.project.node(id);
      positions = [];
      if (!fact.isGenerator) {
        const found = this.inference.project
          .scopeOf(id)
          .returns.slice(0, MAX_RETURNS)
          .map((value) => this.parameterPosition(id, value));
        if (fact.returns && isSelfType(fact.returns)) found.push(0);
        positions = [...new Set(found.filter((position) => position !== undefined))];
      }
      this.handedBack.set(id, positions);
    }
    return positions;
  }

  /** Position of the parameter that `value` names, if nothing else was assigned to it. */
  private parameterPosition(id: FunctionId, value: Expression): number | undefined {
    if (value.kind !== "name") return undefined;
    const module = this.inference.project.moduleOf(id);
    const [definition, other] = findDefinitions(module, id - module.functionBase, value.name, value.start);
    if (definition?.source.kind !== "parameter" || other) return undefined;
    return definition.source.function === id - module.functionBase ? definition.source.position : undefined;
  }

  /** An abstract method returns what its overrides do. */
  private ofOverrides(id: FunctionId): Values {
    const { project, hierarchy } = this.inference;
    const { classId, fact } = project.node(id);
    if (classId === undefined) return NOTHING;
    let result = NOTHING;
    let seen = 0;
    for (const other of hierarchy.methodsNamed(fact.name)) {
      const otherClass = project.node(other).classId;
      if (other === id || otherClass === undefined || !hierarchy.inherits(otherClass, classId)) continue;
      result = union(result, this.of(other));
      if (++seen >= MAX_OVERRIDES) break;
    }
    return result;
  }
}

function isSelfType(annotation: Expression): boolean {
  if (annotation.kind === "constant") return annotation.text === "Self";
  return (annotation.kind === "name" || annotation.kind === "attribute") && annotation.name === "Self";
}
