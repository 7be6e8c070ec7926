import type { Extraction } from "./extraction";
import type { Expression } from "./file-facts";
import { Kind } from "./node-kinds";
import type { NodeIndex } from "./syntax-table";

/** The names that the patterns of a `case` bind and the values they compare with, in source order and without their nesting. */
export function extractPatterns(x: Extraction, caseClause: NodeIndex): Expression[] {
  const { kinds, nexts } = x.table;
  const found: Expression[] = [];
  const end = nexts[caseClause] as number;
  for (let child = caseClause + 1; child < end; child = nexts[child] as number) {
    if (kinds[child] === Kind.CasePattern) collect(x, child, found);
  }
  return found;
}

function collect(x: Extraction, pattern: NodeIndex, into: Expression[]): void {
  const { kinds, nexts } = x.table;
  const end = nexts[pattern] as number;
  let row = pattern + 1;
  while (row < end) {
    switch (kinds[row] as Kind) {
      case Kind.KeywordPattern:
        // The keyword names an attribute; it binds nothing.
        row = nexts[row + 1] as number;
        break;
      case Kind.DottedName:
      case Kind.Identifier:
      case Kind.String:
      case Kind.ConcatenatedString:
      case Kind.Integer:
      case Kind.Float:
      case Kind.True:
      case Kind.False:
      case Kind.None:
        into.push(x.expression(row));
        row = nexts[row] as number;
        break;
      default:
        row++;
    }
  }
}
