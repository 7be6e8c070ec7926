import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Parser } from "web-tree-sitter";
import { loadRuntime } from "../../src/syntax/load-runtime";
import { createKindTable, Field, Kind } from "../../src/syntax/node-kinds";
import { createTreeReader } from "../../src/syntax/read-tree";
import { readTreeByCursor } from "../../src/syntax/read-tree-by-cursor";
import { SyntaxTableBuffer } from "../../src/syntax/syntax-table";
import { readAssets } from "../support/python-parser";

const FOLDER = join("test", "fixtures", "syntax");

async function newParser() {
  const { language, module } = await loadRuntime(await readAssets());
  const parser = new Parser();
  parser.setLanguage(language);
  return { parser, language, module };
}

function rowsOf(table: SyntaxTableBuffer): unknown[] {
  return Array.from({ length: table.count }, (_, row) => ({
    kind: Kind[table.kinds[row] as number],
    field: Field[table.fields[row] as number],
    missing: table.missing[row],
    start: table.starts[row],
    end: table.ends[row],
    next: table.nexts[row],
  }));
}

describe("reading syntax trees", () => {
  for (const name of [...readdirSync(FOLDER).filter((file) => file.endsWith(".py")), "(empty)", "(long list)", "(deep)"]) {
    it(`gives the same rows from the heap as through the cursor: ${name}`, async () => {
      const { parser, language, module } = await newParser();
      const made: Record<string, string> = {
        "(empty)": "",
        "(long list)": `x = [${"1, ".repeat(5000)}]`,
        "(deep)": `${"(".repeat(2000)}1${")".repeat(2000)}`,
      };
      const text = made[name] ?? readFileSync(join(FOLDER, name), "utf8");
      const reader = createTreeReader(parser, language, module);
      assert.equal(reader.isFast, true);
      const tree = parser.parse(text);
      assert.ok(tree);
      const fast = new SyntaxTableBuffer();
      const slow = new SyntaxTableBuffer();
      reader.read(tree, fast);
      readTreeByCursor(tree, createKindTable(language), slow);
      assert.deepEqual(rowsOf(fast), rowsOf(slow));
      tree.delete();
      parser.delete();
    });
  }

  it("gives the same rows for damaged code of any shape", async () => {
    const { parser, language, module } = await newParser();
    const reader = createTreeReader(parser, language, module);
    const kindTable = createKindTable(language);
    const fast = new SyntaxTableBuffer();
    const slow = new SyntaxTableBuffer();
    const words = [
      "def f(",
      "class C",
      "for x in ",
      "(",
      ")",
      "[",
      "}",
      "{",
      ":",
      " = ",
      "\n",
      "\n    ",
      "lambda: ",
      '"',
      "f'",
      "'",
      "@",
      "if a",
      "else",
      "**",
      ".b",
      ",",
      "# c\n",
      "\\\n",
      "print x",
      "é",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40, size: "max" }), (parts) => {
        const tree = parser.parse(parts.join(""));
        assert.ok(tree);
        reader.read(tree, fast);
        readTreeByCursor(tree, kindTable, slow);
        tree.delete();
        assert.deepEqual(rowsOf(fast), rowsOf(slow));
      }),
      { numRuns: 300 },
    );
    parser.delete();
  });

  it("falls back to the cursor when the memory is not laid out as expected", async () => {
    const { parser, language, module } = await newParser();
    const heap = module as { HEAPU8: Uint8Array; HEAPU16: Uint16Array; HEAPU32: Uint32Array };
    const garbled = { HEAPU8: heap.HEAPU8, HEAPU16: heap.HEAPU16, HEAPU32: heap.HEAPU32.map((word) => (word ^ 0x5a5a) >>> 0) };
    for (const strange of [
      {},
      garbled,
      { ...garbled, HEAPU32: new Uint32Array(16) },
      { ...garbled, HEAPU32: heap.HEAPU32.map((word) => word + 8) },
    ]) {
      const reader = createTreeReader(parser, language, strange);
      assert.equal(reader.isFast, false);
      const tree = parser.parse("x = 1\n");
      assert.ok(tree);
      const table = new SyntaxTableBuffer();
      reader.read(tree, table);
      assert.equal(table.kinds[0], Kind.Module);
      assert.equal(table.count, 6);
      tree.delete();
    }
    parser.delete();
  });
});
