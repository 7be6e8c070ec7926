import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { CancelledError, createCancellationSource } from "../../src/base";
import { decodeSource, type SourceEdit } from "../../src/syntax";
import { loadPythonParser } from "../support/python-parser";

const FOLDER = join("test", "fixtures", "syntax");
const TEXTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".py"))
  .map((name) => decodeSource(readFileSync(join(FOLDER, name))).text);

const SNIPPETS = [
  "",
  "x",
  " ",
  "\n",
  "    ",
  "(",
  ")",
  '"',
  '"""',
  ":",
  "def f(a):\n    return a\n",
  "for i in x:\n",
  "#",
  "\\",
  "é",
  "𝒳",
  "\r\n",
  "else:",
  "0",
];

/** An edit as fractions of the text it will meet. */
const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 12 }),
  text: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: fc.constantFrom(..."ab (:\n\t=.1'"), maxLength: 6 })),
});

describe("an open document", () => {
  it("has, after any edits, the facts of a fresh extraction", async () => {
    const parser = await loadPythonParser();
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (start, rounds) => {
          const document = parser.openDocument("doc.py", start);
          try {
            let text = start;
            for (const round of rounds) {
              const edits: SourceEdit[] = [];
              for (const { at, removed, text: inserted } of round) {
                const from = Math.floor(at * text.length);
                const edit = { start: from, end: Math.min(text.length, from + removed), text: inserted };
                text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
                edits.push(edit);
              }
              const facts = document.update(edits);
              assert.equal(document.text, text);
              assert.deepEqual(facts, parser.extract("doc.py", text));
            }
          } finally {
            document.dispose();
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("has the facts of a fresh extraction when carriage returns come to stand alone and find their line feeds again", async () => {
    const parser = await loadPythonParser();
    const document = parser.openDocument("a.py", "if a:\r\n    b = 1\r\nc = 2\r\n");
    const steps = [
      { start: 6, end: 6, text: "\r" },
      { start: 6, end: 7, text: "" },
      { start: 6, end: 7, text: "" },
      { start: 6, end: 6, text: "\n" },
      { start: 16, end: 17, text: "" },
    ];
    for (const step of steps) {
      document.update([step]);
      assert.deepEqual(document.facts, parser.extract("a.py", document.text), JSON.stringify(document.text));
    }
    document.dispose();
  });

  it("takes a whole new text as the difference to the old one", async () => {
    const parser = await loadPythonParser();
    const document = parser.openDocument("doc.py", "def f(a):\n    return a\n");
    for (const text of ["def f(ab):\n    return a\n", "", "x = 1", "def f(a):\n    return a\n", "def f(a):\n    return a\n"]) {
      assert.deepEqual(document.update(text), parser.extract("doc.py", text));
    }
    document.dispose();
  });

  it("keeps its facts when an update is cancelled and catches up with the next one", async () => {
    const parser = await loadPythonParser();
    const document = parser.openDocument("doc.py", "x = 1\n");
    const source = createCancellationSource();
    source.cancel();
    assert.throws(() => document.update([{ start: 4, end: 5, text: "2" }], source.token), CancelledError);
    assert.equal(document.facts.contentHash, parser.extract("doc.py", "x = 1\n").contentHash);
    assert.equal(document.text, "x = 2\n");
    assert.deepEqual(document.update([{ start: 0, end: 1, text: "y" }]), parser.extract("doc.py", "y = 2\n"));
    document.dispose();
  });

  it("can be updated after it was disposed of, at the price of a full parse", async () => {
    const parser = await loadPythonParser();
    const document = parser.openDocument("doc.py", "x = 1\n");
    document.dispose();
    assert.deepEqual(document.update("y = 2\n"), parser.extract("doc.py", "y = 2\n"));
    document.dispose();
  });
});
