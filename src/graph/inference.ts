/** What the parts of the type inference ask of each other. One object implements it (create-inference.ts); the parts do not import one another. */
import type { BinaryOperator, CallExpression, Expression } from "../syntax";
import type { ClassHierarchy } from "./class-hierarchy";
import type { ClassId, FunctionId, LibraryTypes } from "./contract";
import type { Definition, DefinitionSource } from "./definitions";
import type { DuckTypes } from "./duck-types";
import type { CircularMemo } from "./memo";
import type { SourceModule } from "./module-table";
import type { Project } from "./project";
import type { Certainty, InstanceValue, PlacedCall, Value, Values } from "./values";

export interface Inference {
  readonly project: Project;
  readonly library: LibraryTypes;
  readonly memo: CircularMemo;
  readonly hierarchy: ClassHierarchy;
  readonly duckTypes: DuckTypes;
  /** What `expression` may stand for where it is written in `owner`. */
  evaluate(owner: FunctionId, expression: Expression): Values;
  /** What a name is at the end of a module: its attribute for everybody else. */
  moduleMember(place: string, name: string): Values;
  definition(module: SourceModule, definition: Definition): Values;
  source(module: SourceModule, owner: FunctionId, source: DefinitionSource): Values;
  /** The objects that an annotation describes. */
  annotation(owner: FunctionId, expression: Expression): Values;
  /** `receiver.name` for one value. */
  member(receiver: Value, name: string): Values;
  /** Value of calling any of `callees`; `call` gives the arguments when there is a call expression. */
  callResult(callees: Values, call?: PlacedCall): Values;
  /** What calling the function returns, without knowing arguments. */
  returnValues(id: FunctionId): Values;
  parameter(id: FunctionId, position: number): Values;
  /** What `for x in values` binds. */
  elements(values: Values): Values;
  subscript(owner: FunctionId, values: Values, index: Expression): Values;
  operatorResult(owner: FunctionId, expression: Expression): Values;
  /** Value of `left operator right`. */
  operatorValues(operator: BinaryOperator, left: Values, right: Values): Values;
  /** Value of a call of something outside the project. */
  externalResult(name: string, call?: PlacedCall): Values;
  /** Value of calling method `name` of an outside object. */
  externalMethodResult(receiver: InstanceValue, name: string, call?: PlacedCall): Values;
  /** Drops what was remembered by place rather than by expression, after a file was replaced. */
  forget(module: SourceModule): void;
  instance(classId: ClassId, certainty?: Certainty): Values;
}

/** The argument that a call passes for parameter `position` (receiver not counted) called `name`; undefined when none is written out. */
export function argumentFor(call: CallExpression, position: number, name?: string): Expression | undefined {
  for (let index = 0; index <= position && index < call.args.length; index++) {
    const argument = call.args[index] as Expression;
    if (argument.kind === "starred") return undefined;
    if (index === position) return argument;
  }
  return name === undefined ? undefined : call.keywords.find((keyword) => keyword.name === name)?.value;
}
