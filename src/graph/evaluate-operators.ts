/** Types of results of operators, and which special methods they call. */
import type { BinaryOperator, CompareExpression, CompareOperator, Expression, UnaryOperator } from "../syntax";
import type { FunctionId } from "./contract";
import type { Inference } from "./inference";
import { BOOL, FLOAT, INT, type InstanceValue, instanceOf, NOTHING, union, unionAll, type Values } from "./values";

/** Special methods by operator: forward, reflected, in place. */
export const BINARY_METHODS: Readonly<Record<BinaryOperator, readonly [string, string, string]>> = {
  "+": ["__add__", "__radd__", "__iadd__"],
  "-": ["__sub__", "__rsub__", "__isub__"],
  "*": ["__mul__", "__rmul__", "__imul__"],
  "/": ["__truediv__", "__rtruediv__", "__itruediv__"],
  "//": ["__floordiv__", "__rfloordiv__", "__ifloordiv__"],
  "%": ["__mod__", "__rmod__", "__imod__"],
  "**": ["__pow__", "__rpow__", "__ipow__"],
  "@": ["__matmul__", "__rmatmul__", "__imatmul__"],
  "<<": ["__lshift__", "__rlshift__", "__ilshift__"],
  ">>": ["__rshift__", "__rrshift__", "__irshift__"],
  "&": ["__and__", "__rand__", "__iand__"],
  "|": ["__or__", "__ror__", "__ior__"],
  "^": ["__xor__", "__rxor__", "__ixor__"],
};

/** Method on the left operand, and on the right one when the left has none. `in` calls the right operand's `__contains__`. */
export const COMPARE_METHODS: Readonly<Partial<Record<CompareOperator, readonly [string, string]>>> = {
  "<": ["__lt__", "__gt__"],
  "<=": ["__le__", "__ge__"],
  "==": ["__eq__", "__eq__"],
  "!=": ["__ne__", "__ne__"],
  ">=": ["__ge__", "__le__"],
  ">": ["__gt__", "__lt__"],
};

export const UNARY_METHODS: Readonly<Record<UnaryOperator, string>> = {
  "+": "__pos__",
  "-": "__neg__",
  "~": "__invert__",
  not: "__bool__",
};

const NUMBER_RANK: ReadonlyMap<string, number> = new Map([
  ["builtins.bool", 0],
  ["builtins.int", 1],
  ["builtins.float", 2],
  ["builtins.complex", 3],
]);

export function operatorResult(inference: Inference, owner: FunctionId, expression: Expression): Values {
  switch (expression.kind) {
    case "binary":
      return binaryValues(
        inference,
        expression.operator,
        inference.evaluate(owner, expression.left),
        inference.evaluate(owner, expression.right),
      );
    case "compare":
      return comparison(inference, owner, expression);
    case "unary": {
      if (expression.operator === "not") return BOOL;
      const operand = inference.evaluate(owner, expression.operand);
      const own = specialResult(inference, operand, UNARY_METHODS[expression.operator]);
      return own.length > 0 ? own : operand.filter((value) => value.kind === "instance" && value.classId === undefined);
    }
    default:
      return NOTHING;
  }
}

export function binaryValues(inference: Inference, operator: BinaryOperator, left: Values, right: Values): Values {
  const [forward, reflected] = BINARY_METHODS[operator];
  let result = specialResult(inference, left, forward);
  if (result.length === 0) result = specialResult(inference, right, reflected);
  if (result.length > 0) return result;
  for (const one of left) {
    if (one.kind !== "instance" || one.classId !== undefined) continue;
    result = union(result, outsideResult(operator, one, right));
  }
  if (result.length > 0 || left.length > 0) return result;
  // An unknown left operand: arrays and frames absorb it, as do formatted strings.
  return right.filter((value) => value.kind === "instance" && value.classId === undefined && !value.name.startsWith("builtins."));
}

function specialResult(inference: Inference, values: Values, method: string): Values {
  let result = NOTHING;
  for (const value of values) {
    if (value.kind !== "instance" || value.classId === undefined || !inference.hierarchy.classLevel(value.classId, method)) continue;
    result = union(result, inference.callResult(inference.member(value, method)));
  }
  return result;
}

function outsideResult(operator: BinaryOperator, left: InstanceValue, right: Values): Values {
  const other = right.find((value) => value.kind === "instance");
  const name = left.name;
  const leftRank = NUMBER_RANK.get(name);
  if (other?.kind === "instance" && leftRank !== undefined) {
    const rightRank = NUMBER_RANK.get(other.name);
    if (rightRank === undefined) {
      // 3 * array is an array; 3 * "ab" and 3 * [x] keep the right type too.
      return other.classId === undefined && other.name !== "builtins.NoneType" ? [other] : NOTHING;
    }
    if (operator === "/") return leftRank < 3 && rightRank < 3 ? FLOAT : [other];
    if (leftRank === 0 && rightRank === 0) return operator === "&" || operator === "|" || operator === "^" ? BOOL : INT;
    return rightRank > leftRank ? [other] : leftRank === 0 ? INT : [left];
  }
  if (leftRank !== undefined) return operator === "/" ? FLOAT : leftRank === 0 ? INT : [left];
  if (name === "builtins.list" && operator === "+" && other?.kind === "instance" && other.name === name) return union([left], [other]);
  if (name === "builtins.tuple" && operator === "+" && other?.kind === "instance" && other.name === name) {
    return instanceOf(name, joinedArgs(left.args, other.args));
  }
  if (name.startsWith("builtins.") && other?.kind === "instance" && /^(numpy|pandas|polars)\./.test(other.name)) return [other];
  // A frame or series absorbs an array: (array + series) is a series.
  if (name === "numpy.ndarray" && other?.kind === "instance" && /^(pandas|polars)\./.test(other.name)) return [other];
  return [left];
}

/** Parts of two tuples in a row; a single type may stand for any number of parts. */
function joinedArgs(left: readonly Values[], right: readonly Values[]): readonly Values[] {
  return left.length > 1 && right.length > 1 ? [...left, ...right] : [unionAll([...left, ...right])];
}

function comparison(inference: Inference, owner: FunctionId, expression: CompareExpression): Values {
  const operator = expression.operators[0];
  if (operator === "in" || operator === "not in" || operator === "is" || operator === "is not" || expression.operators.length > 1)
    return BOOL;
  for (const side of [expression.left, expression.comparators[0] as Expression]) {
    const array = inference
      .evaluate(owner, side)
      .find((value) => value.kind === "instance" && /^(numpy\.ndarray|pandas\.|polars\.)/.test(value.name));
    if (array) return [array];
  }
  return BOOL;
}
