import type { Parser, Tree } from "web-tree-sitter";
import type { KindTable } from "./node-kinds";
import { readTreeByCursor } from "./read-tree-by-cursor";
import type { SyntaxTableBuffer } from "./syntax-table";

export type TreeReader = (tree: Tree, table: SyntaxTableBuffer) => void;

export function createTreeReader(_parser: Parser, kindTable: KindTable, _module: object): TreeReader {
  return (tree, table) => readTreeByCursor(tree, kindTable, table);
}
