/** Numbers that can be read off the source: literals, names and attributes bound once to them, arithmetic on both, `len` of a literal. */
import type { Expression } from "../syntax";
import type { FunctionScope } from "./function-scope";

const MAX_STEPS = 6;

export function constantNumber(expression: Expression, scope: FunctionScope, steps = MAX_STEPS): number | undefined {
  if (steps === 0) return undefined;
  switch (expression.kind) {
    case "constant":
      return expression.type === "int" || expression.type === "float" ? expression.number : undefined;
    case "name": {
      const value = scope.valueOf(expression.name);
      return value ? constantNumber(value, scope, steps - 1) : numberElsewhere(expression, scope, steps);
    }
    case "attribute":
      return numberElsewhere(expression, scope, steps);
    case "unary": {
      const operand = constantNumber(expression.operand, scope, steps - 1);
      return operand === undefined || expression.operator !== "-" ? undefined : -operand;
    }
    case "binary": {
      const left = constantNumber(expression.left, scope, steps - 1);
      const right = left === undefined ? undefined : constantNumber(expression.right, scope, steps - 1);
      return left === undefined || right === undefined ? undefined : arithmetic(expression.operator, left, right);
    }
    case "call": {
      const argument = expression.args[0];
      if (expression.callee.kind !== "name" || argument === undefined) return undefined;
      if (expression.callee.name === "len" && scope.valueOf("len") === undefined) return literalSize(argument, scope, steps - 1);
      if (expression.callee.name === "int" && expression.args.length === 1) {
        const number = constantNumber(argument, scope, steps - 1);
        return number === undefined ? undefined : Math.trunc(number);
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function numberElsewhere(expression: Expression, scope: FunctionScope, steps: number): number | undefined {
  const bound = scope.elsewhere(expression);
  return bound && constantNumber(bound.value, bound.scope, steps - 1);
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    case "//":
      return right === 0 ? undefined : Math.floor(left / right);
    case "%":
      return right === 0 ? undefined : left - right * Math.floor(left / right);
    case "**":
      return left ** right;
    case "<<":
      return left * 2 ** right;
    case ">>":
      return Math.floor(left / 2 ** right);
    default:
      return undefined;
  }
}

/** Number of elements of a literal collection or string, also through a name that is bound to it once. */
export function literalSize(expression: Expression, scope: FunctionScope, steps = MAX_STEPS): number | undefined {
  if (steps === 0) return undefined;
  switch (expression.kind) {
    case "constant":
      return expression.type === "str" || expression.type === "bytes" ? expression.size : undefined;
    case "list":
    case "tuple":
    case "set":
      return expression.elements.some((element) => element.kind === "starred") ? undefined : expression.elements.length;
    case "dict":
      return expression.entries.some((entry) => entry.key === undefined) ? undefined : expression.entries.length;
    case "name": {
      const value = scope.valueOf(expression.name);
      if (value === undefined) return sizeElsewhere(expression, scope, steps);
      return isGrowing(value) ? undefined : literalSize(value, scope, steps - 1);
    }
    case "attribute":
      return sizeElsewhere(expression, scope, steps);
    case "binary": {
      // [0] * 64
      if (expression.operator !== "*" || expression.left.kind !== "list") return undefined;
      const size = literalSize(expression.left, scope, steps - 1);
      const times = constantNumber(expression.right, scope, steps - 1);
      return size === undefined || times === undefined ? undefined : size * Math.max(0, times);
    }
    default:
      return undefined;
  }
}

function sizeElsewhere(expression: Expression, scope: FunctionScope, steps: number): number | undefined {
  const bound = scope.elsewhere(expression);
  return bound === undefined || isGrowing(bound.value) ? undefined : literalSize(bound.value, bound.scope, steps - 1);
}

/** An empty list or dict is bound to be filled later; its literal size says nothing. */
function isGrowing(value: Expression): boolean {
  return (value.kind === "list" && value.elements.length === 0) || (value.kind === "dict" && value.entries.length === 0);
}
