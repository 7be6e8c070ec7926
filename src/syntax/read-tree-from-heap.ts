/**
 * Copies a syntax tree straight out of the WASM heap, about ten times faster than through the cursor. It relies on the memory
 * layout of tree-sitter's own structures (`lib/src/subtree.h`, `lib/src/parser.h` and `lib/src/tree.h` of tree-sitter 0.25 to
 * 0.27, language ABI 15), which is private: `read-tree.ts` proves it against the cursor before it is used.
 */
import type { Language, Tree } from "web-tree-sitter";
import { ERROR_TYPE_ID, Field, Kind, type KindTable } from "./node-kinds";
import type { SyntaxTableBuffer } from "./syntax-table";

/** Views of the WASM memory. They are replaced when it grows, so they are read again for every tree. */
export interface WasmHeap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAPU32: Uint32Array;
}

/** Byte offsets in `struct TSLanguage`. */
const LANGUAGE = {
  productionCount: 28,
  maxAliasSequence: 36,
  fieldSlices: 64,
  fieldEntries: 68,
  metadata: 72,
  publicSymbols: 76,
  aliases: 84,
};
/** Byte offsets in `SubtreeHeapData`; the children stand before it, eight bytes each. */
const NODE = { padding: 4, size: 16, childCount: 36, symbol: 40, flags: 44, descendants: 56, production: 66 };
const CHILD_SIZE = 8;
/** Flags of a subtree that is packed into its parent's child slot (and its sizes there), and of one on the heap. */
const INLINE = { isInline: 1, visible: 2, extra: 8, missing: 32, padding: 6, size: 7 };
const HEAP = { visible: 1, extra: 4, missing: 512 };

/** What the grammar says of its symbols and productions, copied once. */
export interface GrammarLayout {
  /** `Kind` by internal symbol. */
  readonly kinds: Uint8Array;
  /** Alias symbol by production and structural child index; 0 for none. */
  readonly aliases: Uint16Array;
  readonly aliasWidth: number;
  /** `Field` by production and structural child index. */
  readonly fields: Uint8Array;
  readonly fieldWidth: number;
}

export function readGrammarLayout(language: Language, heap: WasmHeap, kindTable: KindTable): GrammarLayout {
  const { HEAPU8, HEAPU16, HEAPU32 } = heap;
  const base = addressOf(language);
  const pointer = (offset: number) => HEAPU32[(base + offset) >> 2] as number;
  const productions = pointer(LANGUAGE.productionCount);
  const aliasWidth = HEAPU16[(base + LANGUAGE.maxAliasSequence) >> 1] as number;
  const symbolCount = language.types.length;

  const publicSymbols = pointer(LANGUAGE.publicSymbols) >> 1;
  const kinds = new Uint8Array(symbolCount);
  for (let symbol = 0; symbol < symbolCount; symbol++) kinds[symbol] = kindTable.kinds[HEAPU16[publicSymbols + symbol] as number] as number;

  const aliases = HEAPU16.slice(pointer(LANGUAGE.aliases) >> 1, (pointer(LANGUAGE.aliases) >> 1) + productions * aliasWidth);

  const slices = pointer(LANGUAGE.fieldSlices) >> 1;
  const entries = pointer(LANGUAGE.fieldEntries);
  const fieldWidth = 256;
  const fields = new Uint8Array(productions * fieldWidth);
  for (let production = 0; production < productions; production++) {
    const first = HEAPU16[slices + production * 2] as number;
    const length = HEAPU16[slices + production * 2 + 1] as number;
    // The first entry wins, so they are written backwards.
    for (let entry = first + length - 1; entry >= first; entry--) {
      const address = entries + entry * 4;
      const isInherited = HEAPU8[address + 3] === 1;
      const child = HEAPU8[address + 2] as number;
      if (!isInherited) fields[production * fieldWidth + child] = kindTable.fields[HEAPU16[address >> 1] as number] as number;
    }
  }
  return { kinds, aliases, aliasWidth, fields, fieldWidth };
}

/** web-tree-sitter keeps the address of a native object in its property `0`. */
function addressOf(object: Language | Tree): number {
  return (object as unknown as { readonly 0: number })[0];
}

/** One open node on the way down; `row` is that of the nearest node above that is in the table. */
const FRAME = { nextChild: 0, endChild: 1, structural: 2, production: 3, field: 4, row: 5 };
const FRAME_SIZE = 6;
/** Marks a frame whose node is not in the table. */
const HIDDEN = 0xffffffff;
const MAX_ROWS = 1 << 26;

/** Reads trees of one WASM instance. */
export class HeapReader {
  private stack = new Uint32Array(256 * FRAME_SIZE);

  constructor(
    private readonly heap: WasmHeap,
    private readonly grammar: GrammarLayout,
  ) {}

  /**
   * Fills `table`. False when what was read does not add up; the table is then not usable. `maxSteps` ends the walk over memory
   * that turns out not to be a tree.
   */
  read(tree: Tree, table: SyntaxTableBuffer, maxSteps = Number.POSITIVE_INFINITY): boolean {
    const { HEAPU16, HEAPU32 } = this.heap;
    const root = HEAPU32[addressOf(tree) >> 2] as number;
    // The root of an empty file may be packed into its slot; there is nothing to read then.
    if ((root & INLINE.isInline) !== 0) return false;
    const childCount = HEAPU32[(root + NODE.childCount) >> 2] as number;
    const expected = childCount === 0 ? 1 : 1 + (HEAPU32[(root + NODE.descendants) >> 2] as number);
    if (!(expected <= MAX_ROWS)) return false;
    table.reserve(expected);
    const start = HEAPU32[(root + NODE.padding) >> 2] as number;
    const kind = this.kindOf(HEAPU16[(root + NODE.symbol) >> 1] as number);
    addRow(table, 0, kind, Field.None, 0, start, start + (HEAPU32[(root + NODE.size) >> 2] as number));
    table.count = 1;
    this.push(0, root, childCount, Field.None, 0);
    return this.readBelow(table, expected, maxSteps);
  }

  /** The walk: one step for each child of each node, visible or not, and one to leave each node. */
  private readBelow(table: SyntaxTableBuffer, expected: number, maxSteps: number): boolean {
    const { HEAPU8, HEAPU16, HEAPU32 } = this.heap;
    const { aliases, aliasWidth, fields, fieldWidth } = this.grammar;
    let top = 0;
    let row = 1;
    /** Byte offset in the text (two per UTF-16 unit) up to which everything has been read. */
    let position = 0;
    for (let steps = 0; steps < maxSteps; steps++) {
      let { stack } = this;
      const child = stack[top + FRAME.nextChild] as number;
      if (child === stack[top + FRAME.endChild]) {
        const finished = stack[top + FRAME.row] as number;
        if (finished !== HIDDEN) table.nexts[finished] = row;
        if (top === 0) {
          table.count = row;
          return row === expected;
        }
        top -= FRAME_SIZE;
        continue;
      }
      stack[top + FRAME.nextChild] = child + CHILD_SIZE;

      const head = HEAPU32[child >> 2] as number;
      const isInline = (head & INLINE.isInline) !== 0;
      const flags = isInline ? head & 0xff : (HEAPU16[(head + NODE.flags) >> 1] as number);
      let symbol = isInline ? (head >>> 8) & 0xff : (HEAPU16[(head + NODE.symbol) >> 1] as number);
      let isVisible = (flags & (isInline ? INLINE.visible : HEAP.visible)) !== 0;
      let field = Field.None as number;
      if ((flags & (isInline ? INLINE.extra : HEAP.extra)) === 0) {
        // Only children that the grammar asked for count: aliases and fields are given by their position.
        const structural = stack[top + FRAME.structural] as number;
        stack[top + FRAME.structural] = structural + 1;
        const production = stack[top + FRAME.production] as number;
        // Production 0 has neither; it is that of ERROR nodes, whose children may be many.
        if (production !== 0) {
          const alias = structural < aliasWidth ? (aliases[production * aliasWidth + structural] as number) : 0;
          if (alias !== 0) {
            symbol = alias;
            isVisible = true;
          }
          field = fields[production * fieldWidth + structural] as number;
        }
        if (field === Field.None) field = stack[top + FRAME.field] as number;
      }

      const childCount = isInline ? 0 : (HEAPU32[(head + NODE.childCount) >> 2] as number);
      const before = position;
      let start: number;
      if (isInline) {
        start = position + (HEAPU8[child + INLINE.padding] as number);
        position = start + (HEAPU8[child + INLINE.size] as number);
      } else {
        start = position + (HEAPU32[(head + NODE.padding) >> 2] as number);
        position = start + (HEAPU32[(head + NODE.size) >> 2] as number);
      }
      if (isVisible) {
        if (row >= expected) return false;
        const isMissing = (flags & (isInline ? INLINE.missing : HEAP.missing)) === 0 ? 0 : 1;
        addRow(table, row, this.kindOf(symbol), field, isMissing, start, position);
      }
      if (childCount > 0) {
        top += FRAME_SIZE;
        if (top + FRAME_SIZE > stack.length) stack = this.growStack();
        this.push(top, head, childCount, isVisible ? Field.None : field, isVisible ? row : HIDDEN);
        // The first child carries its parent's white space.
        position = before;
      } else if (isVisible) table.nexts[row] = row + 1;
      if (isVisible) row++;
    }
    return false;
  }

  private push(top: number, node: number, childCount: number, field: number, row: number): void {
    const { stack } = this;
    stack[top + FRAME.nextChild] = node - childCount * CHILD_SIZE;
    stack[top + FRAME.endChild] = node;
    stack[top + FRAME.structural] = 0;
    stack[top + FRAME.production] = childCount === 0 ? 0 : (this.heap.HEAPU16[(node + NODE.production) >> 1] as number);
    stack[top + FRAME.field] = field;
    stack[top + FRAME.row] = row;
  }

  private growStack(): Uint32Array<ArrayBuffer> {
    const larger = new Uint32Array(this.stack.length * 2);
    larger.set(this.stack);
    this.stack = larger;
    return larger;
  }

  private kindOf(symbol: number): number {
    return symbol === ERROR_TYPE_ID ? Kind.Error : (this.grammar.kinds[symbol] as number);
  }
}

function addRow(table: SyntaxTableBuffer, row: number, kind: number, field: number, missing: number, start: number, end: number): void {
  table.kinds[row] = kind;
  table.fields[row] = field;
  table.missing[row] = missing;
  table.starts[row] = start >>> 1;
  table.ends[row] = end >>> 1;
}
