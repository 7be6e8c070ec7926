/** The evaluator: what each kind of expression may stand for, with every answer remembered. */
import type { CollectionExpression, ComprehensionExpression, DictExpression, Expression } from "../syntax";
import { awaited } from "./builtin-results";
import { ClassHierarchy } from "./class-hierarchy";
import type { ClassId, FunctionId, LibraryTypes } from "./contract";
import { DuckTypes } from "./duck-types";
import { evaluateAnnotation } from "./evaluate-annotations";
import { callResult, evaluateCall, externalMethodResult, externalResult } from "./evaluate-calls";
import { elementsOf, globalByName, subscriptOf } from "./evaluate-containers";
import { evaluateDefinition, evaluateSource } from "./evaluate-definition";
import { Members } from "./evaluate-members";
import { evaluateName, ModuleMembers } from "./evaluate-names";
import { binaryValues, operatorResult } from "./evaluate-operators";
import { Parameters } from "./infer-parameters";
import { Returns } from "./infer-returns";
import type { Inference } from "./inference";
import { CircularMemo } from "./memo";
import type { ClassEntry, Project } from "./project";
import { asStored, BOOL, BYTES, type Certainty, COMPLEX, FLOAT, INT, instanceOf, NONE, NOTHING, STR, union, type Values } from "./values";

/** Elements of a display beyond these are taken to be like them; a table of functions is worth a longer look. */
const MAX_ELEMENTS = 48;

export function createInference(project: Project, library: LibraryTypes): Inference {
  const instances = new Map<ClassId, Readonly<Record<Certainty, Values>>>();
  const memo = new CircularMemo();
  let duckTypes: DuckTypes | undefined;
  const inference: Inference = {
    project,
    library,
    memo,
    get duckTypes() {
      duckTypes ??= new DuckTypes(inference);
      return duckTypes;
    },
    hierarchy: new ClassHierarchy(
      project,
      (entry) => evaluateBases(inference, entry),
      (entry, expression) => inference.evaluate(entry.module.functionBase + entry.fact.owner, expression),
    ),
    evaluate(owner, expression) {
      if (expression.kind === "constant") return CONSTANTS[expression.type];
      return memo.settled(expression) ?? memo.answer(expression, () => evaluate(inference, owner, expression));
    },
    moduleMember: (place, name) => moduleMembers.member(place, name),
    definition: (module, definition) => evaluateDefinition(inference, module, definition),
    source: (module, owner, source) => evaluateSource(inference, module, owner, source),
    annotation: (owner, expression) => evaluateAnnotation(inference, owner, expression),
    member: (receiver, name) => members.of(receiver, name),
    callResult: (callees, call) => callResult(inference, returns, callees, call),
    returnValues: (id) => returns.of(id),
    parameter: (id, position) => parameters.of(id, position),
    elements: (values) => elementsOf(inference, values),
    subscript: (owner, values, index) => subscriptOf(inference, owner, values, index),
    operatorResult: (owner, expression) => operatorResult(inference, owner, expression),
    operatorValues: (operator, left, right) => binaryValues(inference, operator, left, right),
    externalResult: (name, call) => externalResult(inference, name, call),
    externalMethodResult: (receiver, name, call) => externalMethodResult(inference, receiver, name, call),
    forget(module) {
      inference.duckTypes.forget(module);
      parameters.forgetCalls();
    },
    instance(classId, certainty = "open") {
      let known = instances.get(classId);
      if (!known) {
        const value = { kind: "instance", name: project.class(classId).qualifiedName, classId, args: [] } as const;
        known = {
          exact: [{ ...value, certainty: "exact" }],
          open: [{ ...value, certainty: "open" }],
          guess: [{ ...value, certainty: "guess" }],
        };
        instances.set(classId, known);
      }
      return known[certainty];
    },
  };
  const members = new Members(inference);
  const moduleMembers = new ModuleMembers(inference);
  const returns = new Returns(inference);
  const parameters = new Parameters(inference);
  return inference;
}

const CONSTANTS = {
  int: INT,
  float: FLOAT,
  complex: COMPLEX,
  str: STR,
  bytes: BYTES,
  bool: BOOL,
  none: NONE,
  ellipsis: NOTHING,
} as const;

function evaluate(inference: Inference, owner: FunctionId, expression: Expression): Values {
  switch (expression.kind) {
    case "name":
      return evaluateName(inference, owner, expression);
    case "attribute":
      return evaluateAttribute(inference, inference.evaluate(owner, expression.value), expression.name);
    case "call":
      return evaluateCall(inference, owner, expression);
    case "subscript":
      return (
        globalByName(inference, owner, expression) ??
        inference.subscript(owner, inference.evaluate(owner, expression.value), expression.index)
      );
    case "binary":
    case "unary":
    case "compare":
      return inference.operatorResult(owner, expression);
    case "boolean":
      return union(inference.evaluate(owner, expression.left), inference.evaluate(owner, expression.right));
    case "conditional":
      return union(inference.evaluate(owner, expression.body), inference.evaluate(owner, expression.orElse));
    case "named":
      return inference.evaluate(owner, expression.value);
    case "await":
      return awaited(inference, inference.evaluate(owner, expression.value));
    case "lambda":
      return [{ kind: "lambda", owner, lambda: expression }];
    case "fString":
      return STR;
    case "slice":
      return instanceOf("builtins.slice");
    case "list":
    case "tuple":
    case "set":
      return display(inference, owner, expression);
    case "dict":
      return dictionary(inference, owner, expression);
    case "listComp":
    case "setComp":
    case "dictComp":
    case "generator":
      return comprehension(inference, owner, expression);
    default:
      return NOTHING;
  }
}

function evaluateAttribute(inference: Inference, receivers: Values, name: string): Values {
  let result = NOTHING;
  for (const receiver of receivers) {
    if (receiver.kind === "instance" && receiver.name === "builtins.NoneType") continue;
    if (name === "__class__" && receiver.kind === "instance" && receiver.classId !== undefined) {
      result = union(result, [{ kind: "class", classId: receiver.classId, orSubclass: receiver.certainty !== "exact" }]);
    } else result = union(result, inference.member(receiver, name));
  }
  return result;
}

function display(inference: Inference, owner: FunctionId, expression: CollectionExpression): Values {
  const { elements, kind } = expression;
  if (kind === "tuple" && elements.length <= 8 && !elements.some((element) => element.kind === "starred")) {
    return instanceOf(
      "builtins.tuple",
      elements.map((element) => inference.evaluate(owner, element)),
    );
  }
  let values = NOTHING;
  for (const element of elements.slice(0, MAX_ELEMENTS)) {
    const value =
      element.kind === "starred" ? inference.elements(inference.evaluate(owner, element.value)) : inference.evaluate(owner, element);
    values = union(values, asStored(value));
  }
  return instanceOf(`builtins.${kind}`, elements.length > 0 ? [values] : []);
}

function dictionary(inference: Inference, owner: FunctionId, expression: DictExpression): Values {
  let keys = NOTHING;
  let values = NOTHING;
  for (const entry of expression.entries.slice(0, MAX_ELEMENTS)) {
    const value = inference.evaluate(owner, entry.value);
    if (entry.key) {
      keys = union(keys, inference.evaluate(owner, entry.key));
      values = union(values, asStored(value));
      continue;
    }
    for (const merged of value) {
      if (merged.kind !== "instance" || merged.args.length !== 2) continue;
      keys = union(keys, merged.args[0] ?? NOTHING);
      values = union(values, merged.args[1] ?? NOTHING);
    }
  }
  return instanceOf("builtins.dict", expression.entries.length > 0 ? [keys, values] : []);
}

function comprehension(inference: Inference, owner: FunctionId, expression: ComprehensionExpression): Values {
  const element = inference.evaluate(owner, expression.element);
  switch (expression.kind) {
    case "listComp":
      return instanceOf("builtins.list", [element]);
    case "setComp":
      return instanceOf("builtins.set", [element]);
    case "generator":
      return instanceOf("builtins.iterator", [element]);
    case "dictComp":
      return instanceOf("builtins.dict", [element, expression.value ? inference.evaluate(owner, expression.value) : NOTHING]);
  }
}

/** What each base of a class stands for. `with_metaclass(Meta, Base)` stands for Base; a generic base for itself. */
function evaluateBases(inference: Inference, entry: ClassEntry): Values[] {
  const owner = entry.module.functionBase + entry.fact.owner;
  const bases: Values[] = [];
  for (const base of entry.fact.bases) {
    if (base.kind === "starred") continue;
    if (base.kind === "call" && base.callee.kind !== "call" && /(^|_)with_?metaclass$/i.test(nameOf(base.callee))) {
      for (const argument of base.args.slice(1)) bases.push(inference.evaluate(owner, argument));
    } else bases.push(inference.evaluate(owner, base));
  }
  return bases;
}

function nameOf(expression: Expression): string {
  return expression.kind === "name" || expression.kind === "attribute" ? expression.name : "";
}
