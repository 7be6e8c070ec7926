/** What a piece of code does most, counted over its expressions: the basis for telling number crunching from text and from objects. */
import { childStatements, type Expression } from "../../syntax";
import type { LoopView, RuleContext } from "../contract";

export interface OperationProfile {
  readonly arithmetic: number;
  readonly bitwise: number;
  readonly subscripts: number;
  readonly attributes: number;
  readonly calls: number;
  readonly comparisons: number;
  /** Operations on values that are text or bytes. */
  readonly text: number;
  /** Operations on dicts and sets. */
  readonly hashing: number;
  readonly total: number;
}

const bitOperators = new Set(["<<", ">>", "&", "|", "^"]);
const textTypes = new Set(["builtins.str", "builtins.bytes", "builtins.bytearray"]);
/** Numbers whose arithmetic is a call into C or into a class, and is none for the processor after a move either. */
const softwareNumbers = new Set(["decimal.Decimal", "fractions.Fraction"]);
const hashTypes = new Set(["builtins.dict", "builtins.set", "builtins.frozenset", "collections.defaultdict", "collections.Counter"]);

/** A loop's body with the operators of its `+=` statements, which are no expressions. */
export function profileLoop(loop: LoopView, context: RuleContext): OperationProfile {
  const profile = { ...profileOperations(loop.expressions, context) };
  const pending = [...loop.body];
  for (let statement = pending.pop(); statement !== undefined; statement = pending.pop()) {
    pending.push(...childStatements(statement));
    if (statement.kind !== "augAssign") continue;
    if (bitOperators.has(statement.operator)) profile.bitwise++;
    else if (textTypes.has(context.typeName(statement.target) ?? "")) profile.text++;
    else if (softwareNumbers.has(context.typeName(statement.target) ?? "")) profile.calls++;
    else profile.arithmetic++;
    profile.total++;
  }
  return profile;
}

export function profileOperations(expressions: readonly Expression[], context: RuleContext): OperationProfile {
  const counts = { arithmetic: 0, bitwise: 0, subscripts: 0, attributes: 0, calls: 0, comparisons: 0, text: 0, hashing: 0, total: 0 };
  const noteType = (value: Expression) => {
    const type = context.typeName(value);
    if (type === undefined) return;
    if (textTypes.has(type)) counts.text++;
    if (hashTypes.has(type)) counts.hashing++;
  };
  for (const it of expressions) {
    switch (it.kind) {
      case "binary":
        if (bitOperators.has(it.operator)) counts.bitwise++;
        else if (textTypes.has(context.typeName(it.left) ?? "")) counts.text++;
        else if ([it.left, it.right].some((side) => softwareNumbers.has(context.typeName(side) ?? ""))) counts.calls++;
        else counts.arithmetic++;
        break;
      case "unary":
        if (it.operator === "~") counts.bitwise++;
        break;
      case "subscript":
        counts.subscripts++;
        noteType(it.value);
        break;
      case "attribute":
        counts.attributes++;
        noteType(it.value);
        break;
      case "call":
        counts.calls++;
        break;
      case "compare":
        counts.comparisons++;
        if (it.comparators.some(isShortText)) counts.text++;
        for (const [index, operator] of it.operators.entries()) {
          if (operator === "in" || operator === "not in") noteType(it.comparators[index] as Expression);
        }
        break;
      case "fString":
        counts.text++;
        break;
      default:
        continue;
    }
    counts.total++;
  }
  return counts;
}

function isShortText(expression: Expression): boolean {
  return expression.kind === "constant" && (expression.type === "str" || expression.type === "bytes") && (expression.size ?? 0) <= 3;
}
