import type { Expression } from "../../syntax";
import type { RuleContext } from "../contract";

/** Evidence that an expression is a pandas data frame: its inferred type, never its name. */
export function isDataFrame(expression: Expression, { typeName }: RuleContext): boolean {
  return typeName(expression) === "pandas.DataFrame";
}

export function isSeries(expression: Expression, { typeName }: RuleContext): boolean {
  return typeName(expression) === "pandas.Series";
}
