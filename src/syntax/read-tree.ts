import type { Language, Parser, Tree } from "web-tree-sitter";
import { createKindTable, type KindTable } from "./node-kinds";
import { readTreeByCursor } from "./read-tree-by-cursor";
import { HeapReader, readGrammarLayout, type WasmHeap } from "./read-tree-from-heap";
import { SyntaxTableBuffer } from "./syntax-table";

export interface TreeReader {
  /** Copies `tree` into `table`. */
  read(tree: Tree, table: SyntaxTableBuffer): void;
  /** False when trees are read through the public cursor because the heap's layout is not the known one. */
  readonly isFast: boolean;
  /** Size of the WASM memory; 0 when it cannot be seen. */
  readonly memoryBytes: number;
}

/**
 * The fastest reader that is known to be right: straight from the WASM heap if that gives, for a text with every peculiarity of
 * layout, exactly what the public cursor gives; else through the cursor. `module` is web-tree-sitter's Emscripten module.
 */
export function createTreeReader(parser: Parser, language: Language, module: object): TreeReader {
  const kindTable = createKindTable(language);
  const heap = isHeap(module) ? module : undefined;
  const heapReader = heap && createHeapReader(parser, language, heap, kindTable);
  return {
    read(tree, table) {
      // A tree whose count of nodes does not add up is rather read again than trusted.
      if (!heapReader?.read(tree, table)) readTreeByCursor(tree, kindTable, table);
    },
    isFast: heapReader !== undefined,
    get memoryBytes() {
      return heap?.HEAPU8.byteLength ?? 0;
    },
  };
}

function isHeap(module: object): module is WasmHeap {
  return "HEAPU8" in module && "HEAPU16" in module && "HEAPU32" in module;
}

/** Nodes in their slot and on the heap, aliases, inherited fields, comments between children, an ERROR and a missing token. */
const PROBE = `# comment
@decorate(a.b, *c, key=1, **d)
async def f(a, /, b: int = 1, *args, c: "T" = None, **rest) -> List[int]:
    """Documentation with an escape: \\n and umlauts: \u00e4\u00f6."""
    for x, (y, *z) in items if a not in b else {}:  # trailing
        print(x, f"{x!r:>{y}} {{z}}" "more", *y)
        await g([i for i in x if i], {k: v for k, v in z.items()})

    with open("a") as one, open("b") as two: pass
    match x, y:
        case Point(x=0) | [1, *rest] if z is not None: return (yield)
        case {"key": a.b, **kw}: a[1:2, ...] += lambda *q: -q ** 2
    try: x: dict[str, int] = (y := 3)
    except (A, B) as e: raise X from e
    else: del a, b[0]
    finally: assert not a, "very long text that does not fit into a packed node, ${"x".repeat(300)}"
type X[T] = list[T] | None
from ..a import (b as c, d)
if a: pass
elif b: x = y = 1,
print "old", 0777
foo(a, (
def broken(:
    return 1 +
class C(
`;

function createHeapReader(parser: Parser, language: Language, heap: WasmHeap, kindTable: KindTable): HeapReader | undefined {
  const reader = new HeapReader(heap, readGrammarLayout(language, heap, kindTable));
  const isProven = [PROBE, PROBE.slice(0, PROBE.indexOf('print "old"')), "x = (1\n"].every((text) =>
    readsAlike(parser, text, kindTable, reader),
  );
  return isProven ? reader : undefined;
}

function readsAlike(parser: Parser, text: string, kindTable: KindTable, reader: HeapReader): boolean {
  const tree = parser.parse(text);
  if (tree === null) return false;
  try {
    const expected = new SyntaxTableBuffer();
    const actual = new SyntaxTableBuffer();
    readTreeByCursor(tree, kindTable, expected);
    return reader.read(tree, actual, text.length * 64) && areEqual(expected, actual);
  } finally {
    tree.delete();
  }
}

function areEqual(a: SyntaxTableBuffer, b: SyntaxTableBuffer): boolean {
  if (a.count !== b.count) return false;
  for (let row = 0; row < a.count; row++) {
    const isSame =
      a.kinds[row] === b.kinds[row] &&
      a.fields[row] === b.fields[row] &&
      a.missing[row] === b.missing[row] &&
      a.starts[row] === b.starts[row] &&
      a.ends[row] === b.ends[row] &&
      a.nexts[row] === b.nexts[row];
    if (!isSame) return false;
  }
  return true;
}
