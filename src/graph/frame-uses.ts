/**
 * Which variables must be pandas data frames, by methods that of all common types only frames have. Code that handles frames gets them as
 * parameters without annotations more often than not; a name such as `df` proves nothing, `iterrows` does.
 */
import { type Expression, forEachChildExpression, type Statement } from "../syntax";
import type { SourceModule } from "./module-table";
import { blocksOf, forEachExpression } from "./walk-syntax";

/** Telling wherever they stand. */
const EVERYWHERE = new Set(["iterrows", "itertuples"]);
/** Telling in a file that imports pandas. */
const OF_FRAMES = new Set([
  ...["pivot_table", "groupby", "merge", "melt", "explode", "assign", "set_index", "reset_index", "sort_values", "drop_duplicates"],
  ...["select_dtypes", "applymap", "to_parquet", "nlargest", "nsmallest", "corrwith", "iloc", "loc", "dropna", "fillna", "resample"],
]);
/** What is taken from a column: `frame["a"].str`; values of plain dicts have none of these. */
const OF_COLUMNS = new Set([
  ...["iloc", "loc", "iat", "str", "dt", "astype", "isin", "fillna", "isna", "notna", "isnull", "notnull", "rolling", "shift"],
  ...["value_counts", "to_numpy", "nunique", "between", "dropna", "cumsum", "pct_change", "map", "apply"],
]);

/** `name` of a variable, `self.name` of an attribute. */
export type FrameKey = string;

/** Keys of what a body uses as frames. `self` is the name of the method's first parameter. */
export function frameUses(body: readonly Statement[], importsPandas: boolean, self: string | undefined): ReadonlySet<FrameKey> {
  const found = new Set<FrameKey>();
  const note = (receiver: Expression) => {
    const key = keyOf(receiver, self);
    if (key !== undefined) found.add(key);
  };
  const visit = (expression: Expression): void => {
    if (expression.kind === "attribute") {
      const { name, value } = expression;
      if (isColumn(value)) {
        if (importsPandas && OF_COLUMNS.has(name)) note(value.value);
      } else if (EVERYWHERE.has(name) || (importsPandas && OF_FRAMES.has(name))) note(value);
    }
    if (importsPandas && isRowWiseApply(expression)) note(expression.callee.value);
    forEachChildExpression(expression, visit);
  };
  walk(body, visit);
  return found;
}

export function importsPandas({ file }: SourceModule): boolean {
  return file.imports.some(({ level, module }) => level === 0 && (module === "pandas" || module.startsWith("pandas.")));
}

function keyOf(receiver: Expression, self: string | undefined): FrameKey | undefined {
  if (receiver.kind === "name") return receiver.name;
  const isOwn = receiver.kind === "attribute" && receiver.value.kind === "name" && receiver.value.name === self;
  return isOwn ? `self.${receiver.name}` : undefined;
}

type Subscript = Extract<Expression, { kind: "subscript" }>;
type MethodCall = Extract<Expression, { kind: "call" }> & { readonly callee: Extract<Expression, { kind: "attribute" }> };

function isColumn(expression: Expression): expression is Subscript {
  return expression.kind === "subscript" && expression.index.kind === "constant" && expression.index.type === "str";
}

/** Only frames have an axis to apply along. */
function isRowWiseApply(expression: Expression): expression is MethodCall {
  if (expression.kind !== "call" || expression.callee.kind !== "attribute" || expression.callee.name !== "apply") return false;
  return expression.keywords.some(({ name }) => name === "axis");
}

function walk(statements: readonly Statement[], visit: (expression: Expression) => void): void {
  for (const statement of statements) {
    forEachExpression(statement, visit);
    for (const block of blocksOf(statement)) walk(block, visit);
  }
}
