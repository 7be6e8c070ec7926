/**
 * What stands for what in encoded facts. The version is part of every cache key: raise it with any change of the encoding, or of what
 * extraction finds in the same text.
 */
import type {
  BinaryOperator,
  CompareOperator,
  ConstantExpression,
  Expression,
  ParamFact,
  Statement,
  SyntaxProblem,
  UnaryOperator,
} from "../file-facts";

export const FACTS_VERSION = 2;

/** 0 stands for no expression. */
export const expressionKinds = [
  "name",
  "attribute",
  "call",
  "constant",
  "fString",
  "list",
  "tuple",
  "set",
  "dict",
  "listComp",
  "setComp",
  "dictComp",
  "generator",
  "subscript",
  "slice",
  "unary",
  "binary",
  "boolean",
  "compare",
  "conditional",
  "lambda",
  "await",
  "yield",
  "yieldFrom",
  "starred",
  "named",
  "unknown",
] as const satisfies readonly Expression["kind"][];

export const statementKinds = [
  "expression",
  "assign",
  "augAssign",
  "annAssign",
  "return",
  "raise",
  "assert",
  "delete",
  "pass",
  "break",
  "continue",
  "global",
  "nonlocal",
  "import",
  "if",
  "for",
  "while",
  "try",
  "with",
  "match",
  "functionDef",
  "classDef",
  "unknown",
] as const satisfies readonly Statement["kind"][];

export const constantTypes = [
  "int",
  "float",
  "complex",
  "str",
  "bytes",
  "bool",
  "none",
  "ellipsis",
] as const satisfies readonly ConstantExpression["type"][];
export const binaryOperators = [
  "+",
  "-",
  "*",
  "/",
  "//",
  "%",
  "**",
  "@",
  "<<",
  ">>",
  "&",
  "|",
  "^",
] as const satisfies readonly BinaryOperator[];
export const unaryOperators = ["+", "-", "~", "not"] as const satisfies readonly UnaryOperator[];
export const compareOperators = [
  "<",
  "<=",
  "==",
  "!=",
  ">=",
  ">",
  "in",
  "not in",
  "is",
  "is not",
] as const satisfies readonly CompareOperator[];
export const paramKinds = ["positional", "keyword", "varargs", "kwargs"] as const satisfies readonly ParamFact["kind"][];
export const loopKinds = ["for", "while", "comprehension"] as const;
export const problemCodes = [
  "syntax-error",
  "decoding-error",
  "too-deep",
  "too-large",
  "null-byte",
  "python-2",
] as const satisfies readonly SyntaxProblem["code"][];

/** How the number of a constant is written. */
export enum NumberForm {
  None,
  Whole,
  Double,
}

/** Bits of a loop's flags. */
export enum LoopFlag {
  Async = 1,
  Break = 2,
  Return = 4,
}

/** Where a loop's target, iterable or test is: nowhere, among the expressions of the statements, or only in the loop. */
export enum LoopPart {
  None,
  Shared,
  Own,
}
