/** Bindings inside expressions: comprehension variables, lambda parameters, `:=`, narrowing by `and` and `if`; and the calls they hold. */
import {
  type CallExpression,
  type ComprehensionExpression,
  type Expression,
  forEachChildExpression,
  type LambdaExpression,
} from "../syntax";
import { elementsAddedBy } from "./container-additions";
import type { UnpackPath } from "./definitions";
import { narrowingsOf } from "./narrowings";
import { NO_PATH, type ScopeRecorder } from "./scope-recorder";
import { lastName } from "./walk-syntax";

export class ExpressionCollector {
  constructor(private readonly recorder: ScopeRecorder) {}

  readonly collect = (expression: Expression): void => {
    switch (expression.kind) {
      case "name":
      case "constant":
        return;
      case "call":
        this.call(expression);
        return;
      case "lambda":
        this.lambda(expression);
        return;
      case "listComp":
      case "setComp":
      case "dictComp":
      case "generator":
        this.comprehension(expression);
        return;
      case "named":
        this.recorder.define(expression.target.name, { kind: "value", value: expression.value, path: NO_PATH }, expression.end);
        this.collect(expression.value);
        return;
      case "boolean":
        this.recorder.narrow(narrowingsOf(expression.left, expression.operator === "and"), expression.right.start, expression.right.end);
        break;
      case "conditional":
        this.recorder.narrow(narrowingsOf(expression.test, true), expression.body.start, expression.body.end);
        this.recorder.narrow(narrowingsOf(expression.test, false), expression.orElse.start, expression.orElse.end);
        break;
      case "yield":
        if (expression.value) this.recorder.function.yields.push(expression.value);
        break;
      case "yieldFrom":
        if (expression.value) this.recorder.function.delegates.push(expression.value);
        break;
    }
    forEachChildExpression(expression, this.collect);
  };

  private call(call: CallExpression): void {
    const name = lastName(call.callee);
    if (name !== undefined) this.recorder.addCall(name, call);
    for (const { container, ...element } of elementsAddedBy(call))
      this.recorder.addElement(container, { owner: this.recorder.owner, ...element });
    this.collect(call.callee);
    for (const argument of call.args) {
      if (argument.kind === "lambda") this.lambda(argument, call);
      else this.collect(argument);
    }
    for (const keyword of call.keywords) {
      if (keyword.value.kind === "lambda") this.lambda(keyword.value, call);
      else this.collect(keyword.value);
    }
  }

  private lambda(lambda: LambdaExpression, call?: CallExpression): void {
    lambda.params.forEach((param, position) => {
      this.recorder.defineScoped(param.name, { kind: "lambdaParameter", lambda, position, call }, lambda.start, lambda.end);
      if (param.defaultValue) this.collect(param.defaultValue);
    });
    this.collect(lambda.body);
  }

  private comprehension(comprehension: ComprehensionExpression): void {
    const { start, end } = comprehension;
    for (const clause of comprehension.clauses) {
      this.bindComprehensionTarget(clause.target, clause.iterable, NO_PATH, comprehension);
      for (const condition of clause.conditions) this.recorder.narrow(narrowingsOf(condition, true), start, end, condition);
    }
    forEachChildExpression(comprehension, this.collect);
  }

  private bindComprehensionTarget(target: Expression, iterable: Expression, path: UnpackPath, within: ComprehensionExpression): void {
    if (target.kind === "name") {
      this.recorder.defineScoped(target.name, { kind: "element", iterable, path }, within.start, within.end, iterable);
    } else if (target.kind === "tuple" || target.kind === "list") {
      target.elements.forEach((inner, position) => {
        if (inner.kind === "starred") this.bindComprehensionTarget(inner.value, iterable, [...path, -1], within);
        else this.bindComprehensionTarget(inner, iterable, [...path, position], within);
      });
    }
  }
}
