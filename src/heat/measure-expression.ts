/** Costs of expressions, added to the tally of the function in whose code they stand. */
import type {
  BinaryExpression,
  BooleanExpression,
  CallExpression,
  CompareExpression,
  ComprehensionExpression,
  ConditionalExpression,
  Expression,
} from "../syntax";
import { testProbability } from "./branch-probability";
import type { CallClassifier, CallCost } from "./classify-call";
import type { FunctionScope } from "./function-scope";
import { comprehensionDependence } from "./loop-dependence";
import type { LoopEntry, LoopRunner } from "./loop-entry";
import type { Costs, Weights } from "./parameters";
import { addOutsideWork, addWork, type Block, scaled, type WorkTally } from "./work-tally";

export interface ExpressionContext {
  readonly scope: FunctionScope;
  readonly tally: WorkTally;
  readonly costs: Costs;
  readonly weights: Weights;
  readonly calls: CallClassifier;
  readonly loops: LoopRunner;
  /** Calling this changes nothing but its own result. */
  readonly isPure: (callee: Expression) => boolean;
  /** Damped frequency of the expressions at which calls of project functions start; keys are set before. */
  readonly sites: Map<Expression, number>;
  readonly elements: Map<Expression, number>;
}

/** Adds the cost of evaluating `expression` once per run of `block`. */
export function measureExpression(expression: Expression, block: Block, context: ExpressionContext): void {
  const { costs, tally } = context;
  noteSite(expression, block, context);
  switch (expression.kind) {
    case "name":
      addWork(tally, block, "python", costs.name);
      return;
    case "constant":
      addWork(tally, block, "python", costs.constant);
      return;
    case "attribute":
      addWork(tally, block, "python", costs.attribute);
      measureExpression(expression.value, block, context);
      return;
    case "call":
      measureCall(expression, block, context);
      return;
    case "subscript":
      addWork(tally, block, "python", expression.index.kind === "slice" ? costs.slice : costs.subscript);
      measureExpression(expression.value, block, context);
      measureExpression(expression.index, block, context);
      return;
    case "binary":
      measureBinary(expression, block, context);
      return;
    case "boolean":
      measureBoolean(expression, block, context);
      return;
    case "compare":
      measureCompare(expression, block, context);
      return;
    case "conditional":
      measureConditional(expression, block, context);
      return;
    case "unary":
      addWork(tally, block, "python", costs.unary);
      measureExpression(expression.operand, block, context);
      return;
    default:
      measureRareExpression(expression, block, context);
  }
}

export function noteSite(expression: Expression, block: Block, context: ExpressionContext): void {
  const before = context.sites.get(expression);
  if (before !== undefined) context.sites.set(expression, before + block.weight);
}

/** What `expression` names or holds is gone through element by element. */
export function noteElements(expression: Expression, element: Block, context: ExpressionContext): void {
  if (context.sites.has(expression)) context.elements.set(expression, (context.elements.get(expression) ?? 0) + element.weight);
}

function measureRareExpression(expression: Expression, block: Block, context: ExpressionContext): void {
  const { costs, tally } = context;
  switch (expression.kind) {
    case "list":
    case "tuple":
    case "set":
      addWork(tally, block, "python", costs.collection + costs.element * expression.elements.length);
      for (const element of expression.elements) measureExpression(element, block, context);
      return;
    case "dict":
      addWork(tally, block, "python", costs.collection + 2 * costs.element * expression.entries.length);
      for (const entry of expression.entries) {
        if (entry.key) measureExpression(entry.key, block, context);
        measureExpression(entry.value, block, context);
      }
      return;
    case "fString":
      addWork(tally, block, "python", costs.format + costs.formatValue * expression.values.length);
      for (const value of expression.values) measureExpression(value, block, context);
      return;
    case "listComp":
    case "setComp":
    case "dictComp":
    case "generator":
      measureComprehension(expression, block, context);
      return;
    case "lambda":
      addWork(tally, block, "python", costs.lambda);
      for (const param of expression.params) if (param.defaultValue) measureExpression(param.defaultValue, block, context);
      measureExpression(expression.body, block, context);
      return;
    case "await":
      addWork(tally, block, "python", costs.await);
      measureExpression(expression.value, block, context);
      return;
    case "yield":
    case "yieldFrom":
      addWork(tally, block, "python", costs.yield);
      if (expression.value) measureExpression(expression.value, block, context);
      return;
    case "starred":
      addWork(tally, block, "python", costs.consume);
      measureExpression(expression.value, block, context);
      return;
    case "named":
      addWork(tally, block, "python", costs.store);
      measureExpression(expression.value, block, context);
      return;
    case "slice":
      for (const part of [expression.lower, expression.upper, expression.step]) if (part) measureExpression(part, block, context);
      return;
    case "unknown":
      for (const inner of expression.expressions) measureExpression(inner, block, context);
      return;
    default:
      return;
  }
}

function measureCall(call: CallExpression, block: Block, context: ExpressionContext): void {
  const { costs, tally } = context;
  const cost = context.calls.classify(call, context.scope);
  if (cost.kind === "python") addWork(tally, block, "python", cost.cost);
  else {
    addOutsideWork(tally, block, cost.kind, cost.cost, cost.name ?? "");
    addWork(tally, block, "python", costs.call);
  }
  addWork(tally, block, "python", costs.argument * (call.args.length + call.keywords.length));
  const perElement = elementBlock(cost, block, context);
  if (perElement !== undefined && cost.elementCost > 0) addWork(tally, perElement, cost.kind, cost.elementCost);
  measureCallee(call.callee, block, context);
  if (perElement !== undefined) {
    if (cost.consumes) noteElements(cost.consumes, perElement, context);
    if (cost.callsArguments) {
      for (const argument of call.args) noteElements(argument, perElement, context);
      for (const keyword of call.keywords) noteElements(keyword.value, perElement, context);
    }
  }
  const lambdaBlock = cost.callsArguments && perElement !== undefined ? perElement : block;
  for (const argument of call.args) measureExpression(argument, argument.kind === "lambda" ? lambdaBlock : block, context);
  for (const { value } of call.keywords) measureExpression(value, value.kind === "lambda" ? lambdaBlock : block, context);
}

/** The names that lead to a callee are part of the call's cost, so that `f(x)` costs the same however deep `f` is bound. */
function measureCallee(callee: Expression, block: Block, context: ExpressionContext): void {
  noteSite(callee, block, context);
  if (callee.kind === "name") return;
  if (callee.kind === "attribute") {
    addWork(context.tally, block, "python", context.costs.attribute);
    measureExpression(callee.value, block, context);
    return;
  }
  measureExpression(callee, block, context);
}

/** The block of one element of what a call runs through; a generator or comprehension argument has counted its own steps. */
function elementBlock(cost: CallCost, block: Block, context: ExpressionContext): Block | undefined {
  if (cost.consumes === undefined) return undefined;
  return context.loops.elementsOf(cost.consumes, block, context.scope);
}

function measureBinary(expression: BinaryExpression, block: Block, context: ExpressionContext): void {
  const { costs, tally } = context;
  const formats = expression.operator === "%" && expression.left.kind === "constant" && expression.left.type === "str";
  addWork(tally, block, "python", formats ? costs.format + costs.formatValue : costs.binary);
  measureExpression(expression.left, block, context);
  measureExpression(expression.right, block, context);
}

function measureBoolean(expression: BooleanExpression, block: Block, context: ExpressionContext): void {
  addWork(context.tally, block, "python", context.costs.boolean);
  measureExpression(expression.left, block, context);
  measureExpression(expression.right, scaled(block, context.weights.branchSecondOperand), context);
}

function measureCompare(expression: CompareExpression, block: Block, context: ExpressionContext): void {
  const { costs, tally } = context;
  measureExpression(expression.left, block, context);
  for (const [index, comparator] of expression.comparators.entries()) {
    const operator = expression.operators[index];
    addWork(tally, block, "python", operator === "in" || operator === "not in" ? costs.contains : costs.compare);
    measureExpression(comparator, block, context);
  }
}

function measureConditional(expression: ConditionalExpression, block: Block, context: ExpressionContext): void {
  const likely = testProbability(expression.test, context.weights) ?? context.weights.branchEven;
  measureExpression(expression.test, block, context);
  measureExpression(expression.body, scaled(block, likely), context);
  measureExpression(expression.orElse, scaled(block, 1 - likely), context);
}

function measureComprehension(expression: ComprehensionExpression, block: Block, context: ExpressionContext): void {
  const { costs, tally, weights, loops } = context;
  addWork(tally, block, "python", expression.kind === "generator" ? costs.generator : costs.comprehension);
  const dependence = comprehensionDependence(expression, context.isPure);
  let inner = block;
  for (const clause of expression.clauses) {
    measureExpression(clause.iterable, inner, context);
    const entry: LoopEntry = loops.enterComprehension(clause, inner, context.scope, dependence);
    inner = entry.block;
    noteElements(clause.iterable, inner, context);
    addWork(tally, inner, "python", costs.iteration + costs.store);
    for (const condition of clause.conditions) {
      measureExpression(condition, inner, context);
      inner = scaled(inner, weights.comprehensionFilter);
    }
  }
  addWork(tally, inner, "python", expression.kind === "generator" ? costs.yield : costs.element);
  measureExpression(expression.element, inner, context);
  if (expression.value) measureExpression(expression.value, inner, context);
}
