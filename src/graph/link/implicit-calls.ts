/**
 * Calls without call syntax: operators, subscripts, properties, iteration, `with`, truth tests, formatting, and built-ins that call a
 * special method (Python language reference, "Data model"). Known receivers count fully, unknown ones weakly and by name.
 */
import type { CallExpression, Expression, Statement } from "../../syntax";
import type { FunctionId } from "../contract";
import { BINARY_METHODS, COMPARE_METHODS, UNARY_METHODS } from "../evaluate-operators";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import { BuiltinCalls } from "./builtin-calls";
import type { ByName } from "./by-name";
import type { EdgeCollector } from "./edge-collector";
import { PropertyCalls } from "./property-calls";
import { SpecialCalls } from "./special-calls";
import type { Targets } from "./targets";

export class ImplicitCalls {
  private readonly special: SpecialCalls;
  private readonly properties: PropertyCalls;
  private readonly builtins: BuiltinCalls;

  constructor(
    private readonly inference: Inference,
    targets: Targets,
    private readonly byName: ByName,
    private readonly collector: EdgeCollector,
  ) {
    this.special = new SpecialCalls(inference, targets, byName, collector);
    this.properties = new PropertyCalls(inference, targets, byName, collector);
    this.builtins = new BuiltinCalls(inference, targets, this.special, collector);
  }

  ofStatement(owner: FunctionId, module: SourceModule, statement: Statement): void {
    switch (statement.kind) {
      case "for":
        this.special.iteration(owner, module, statement.iterable, statement.isAsync);
        return;
      case "if":
      case "while":
      case "assert":
        this.special.truth(owner, statement.test);
        return;
      case "with":
        for (const { context } of statement.items) this.context(owner, module, context, statement.isAsync);
        return;
      case "augAssign": {
        const values = this.inference.evaluate(owner, statement.target);
        const [forward, , inPlace] = BINARY_METHODS[statement.operator];
        const found = this.special.special(values, inPlace) ?? this.special.special(values, forward);
        if (found) this.collector.add(owner, statement.target, found);
        this.store(owner, module, statement.target, statement.value);
        return;
      }
      case "assign":
        for (const target of statement.targets) this.store(owner, module, target, statement.value);
        return;
      case "delete":
        for (const target of statement.targets)
          if (target.kind === "subscript") this.special.onValue(owner, module, target, target.value, "__delitem__");
        return;
      default:
        return;
    }
  }

  ofExpression(owner: FunctionId, module: SourceModule, expression: Expression): void {
    switch (expression.kind) {
      case "attribute":
        this.properties.read(owner, module, expression);
        return;
      case "subscript":
        this.special.onValue(owner, module, expression, expression.value, "__getitem__");
        this.special.key(owner, expression, expression.value, expression.index);
        return;
      case "binary": {
        const [forward, reflected] = BINARY_METHODS[expression.operator];
        this.operator(owner, module, expression, expression.left, expression.right, forward, reflected);
        return;
      }
      case "compare":
        this.comparison(owner, module, expression);
        return;
      case "unary":
        if (expression.operator === "not") this.special.truth(owner, expression.operand);
        else this.special.onValue(owner, module, expression, expression.operand, UNARY_METHODS[expression.operator]);
        return;
      case "boolean":
        this.special.truth(owner, expression.left);
        return;
      case "conditional":
        this.special.truth(owner, expression.test);
        return;
      case "fString":
        for (const value of expression.values) this.special.onKnown(owner, value, value, ["__format__", "__str__", "__repr__"]);
        return;
      case "listComp":
      case "setComp":
      case "dictComp":
      case "generator":
        for (const clause of expression.clauses) {
          this.special.iteration(owner, module, clause.iterable, clause.isAsync);
          for (const condition of clause.conditions) this.special.truth(owner, condition);
        }
        return;
      case "yieldFrom":
        if (expression.value) this.special.iteration(owner, module, expression.value);
        return;
      case "starred":
        this.special.iteration(owner, module, expression.value);
        return;
      default:
        return;
    }
  }

  ofCall(owner: FunctionId, module: SourceModule, call: CallExpression): void {
    this.builtins.ofCall(owner, module, call);
  }

  private store(owner: FunctionId, module: SourceModule, target: Expression, value: Expression): void {
    if (target.kind === "subscript") {
      this.special.onValue(owner, module, target, target.value, "__setitem__");
      return;
    }
    if (target.kind === "tuple" || target.kind === "list") {
      if (value.kind !== "tuple" && value.kind !== "list") this.special.iteration(owner, module, value);
      return;
    }
    if (target.kind === "attribute") this.properties.write(owner, target);
  }

  private context(owner: FunctionId, module: SourceModule, context: Expression, isAsync: boolean): void {
    this.special.onValue(owner, module, context, context, isAsync ? "__aenter__" : "__enter__");
    this.special.onValue(owner, module, context, context, isAsync ? "__aexit__" : "__exit__");
  }

  private comparison(owner: FunctionId, module: SourceModule, expression: Expression & { kind: "compare" }): void {
    let left = expression.left;
    expression.operators.forEach((operator, index) => {
      const right = expression.comparators[index] as Expression;
      if (operator === "in" || operator === "not in") {
        this.special.onValue(owner, module, expression, right, "__contains__");
        this.special.key(owner, expression, right, left);
      } else {
        const methods = COMPARE_METHODS[operator];
        if (methods) this.operator(owner, module, expression, left, right, methods[0], methods[1]);
      }
      left = right;
    });
  }

  private operator(
    owner: FunctionId,
    module: SourceModule,
    at: Expression,
    left: Expression,
    right: Expression,
    forward: string,
    reflected: string,
  ): void {
    const onLeft = this.inference.evaluate(owner, left);
    const found = this.special.special(onLeft, forward);
    if (found) {
      this.collector.add(owner, at, found);
      return;
    }
    const onRight = this.inference.evaluate(owner, right);
    const back =
      this.special.special(onRight, reflected) ??
      (forward === "__ne__" ? (this.special.special(onLeft, "__eq__") ?? this.special.special(onRight, "__eq__")) : undefined);
    if (back) this.collector.add(owner, at, back);
    else if (
      onLeft.length === 0 &&
      (onRight.length === 0 || onRight.some((value) => value.kind === "instance" && value.classId !== undefined))
    ) {
      this.collector.add(owner, at, this.byName.operators(forward === "__ne__" ? "__eq__" : forward, module));
    }
  }
}
