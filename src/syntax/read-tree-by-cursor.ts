import type { Tree } from "web-tree-sitter";
import { ERROR_TYPE_ID, Kind, type KindTable } from "./node-kinds";
import type { SyntaxTableBuffer } from "./syntax-table";

/** Copies `tree` into `table` through web-tree-sitter's public cursor: the reference, and the way that always works. */
export function readTreeByCursor(tree: Tree, kindTable: KindTable, table: SyntaxTableBuffer): void {
  const cursor = tree.walk();
  const open: number[] = [];
  let row = 0;
  try {
    for (;;) {
      table.reserve(row + 1);
      const type = cursor.nodeTypeId;
      table.kinds[row] = type === ERROR_TYPE_ID ? Kind.Error : (kindTable.kinds[type] as number);
      table.fields[row] = kindTable.fields[cursor.currentFieldId] as number;
      table.missing[row] = cursor.nodeIsMissing ? 1 : 0;
      table.starts[row] = cursor.startIndex;
      table.ends[row] = cursor.endIndex;
      open.push(row++);
      if (cursor.gotoFirstChild()) continue;
      table.nexts[open.pop() as number] = row;
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) {
          table.count = row;
          return;
        }
        table.nexts[open.pop() as number] = row;
      }
    }
  } finally {
    cursor.delete();
  }
}
