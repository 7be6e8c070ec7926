import assert from "node:assert/strict";
import fc from "fast-check";
import { CancelledError, createCancellationSource } from "../../src/base";
import { createParser, decodeSource, type FileFacts } from "../../src/syntax";
import { extractFacts, loadPythonParser, readAssets } from "../support/python-parser";

describe("the Python parser", () => {
  it("takes a carriage return alone for the end of a line, as Python does", async () => {
    const parser = await loadPythonParser();
    const text = 'def f(a):\n    """Two\n    lines."""\n    # why\n    for x in a:\n        yield x\n\nclass C:\n    n = 1\n';
    const { contentHash: _, ...expected } = parser.extract("a.py", text);
    const { contentHash, ...found } = parser.extract("a.py", text.replaceAll("\n", "\r"));
    assert.deepEqual(found, expected);
    assert.deepEqual(found.problems, []);
    assert.equal(contentHash, parser.extract("a.py", text.replaceAll("\n", "\r")).contentHash);
    assert.notEqual(contentHash, _);
  });

  it("reads trees the fast way with the installed versions", async () => {
    assert.equal((await loadPythonParser()).isFast, true);
  });

  it("says how much memory it holds", async () => {
    const { memoryBytes } = await loadPythonParser();
    assert.ok(memoryBytes >= 1 << 20, String(memoryBytes));
  });

  it("never throws, whatever the text", async () => {
    const parser = await loadPythonParser();
    const words = [
      "def ",
      "class ",
      "for ",
      "in ",
      "x",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      ":",
      "=",
      "\n",
      "    ",
      "lambda ",
      '"',
      "f'",
      "'",
      "@",
      "match ",
      "case ",
      "if ",
      "else",
      "*",
      "**",
      ".",
      ",",
      "0",
      "as ",
      "import ",
      "from ",
      "\\",
      "#",
      "\0",
      "\ud800",
      "yield ",
      "await ",
      "not ",
      "try:",
      "except ",
      "->",
      ":=",
      "del ",
      "global ",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 60, size: "max" }),
        (parts) => {
          const text = parts.join("");
          const facts = parser.extract("any.py", text);
          assert.equal(facts.length, text.length);
          for (const fact of facts.functions) assert.ok(fact.start >= 0 && fact.start <= fact.end && fact.end <= text.length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("takes compiled modules in place of bytes", async () => {
    const { treeSitterWasm, pythonWasm } = await readAssets();
    const [tree, python] = await Promise.all(
      [treeSitterWasm, pythonWasm].map((bytes) => WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>)),
    );
    const parser = await createParser({ treeSitterWasm: tree as WebAssembly.Module, pythonWasm: python as WebAssembly.Module });
    assert.equal(parser.extract("a.py", "def f(): pass\n").functions.length, 2);
    parser.dispose();
  });

  it("describes empty files", async () => {
    for (const text of ["", "\n", "   \n\t\n", "# only a comment", "\ufeff"]) {
      const facts = await extractFacts("empty.py", text);
      assert.deepEqual(facts.problems, [], JSON.stringify(text));
      assert.equal(facts.functions.length, 1);
      assert.deepEqual(facts.functions[0]?.body, []);
      assert.equal(facts.length, text.length);
    }
    assert.equal((await extractFacts("a.py", "a\n\n  \n\tb\n")).nonBlankLines, 2);
  });

  it("counts offsets in UTF-16 units and lines as Python does", async () => {
    const text = 'é = "𝒳"\r\ndef ñ():\r    return 1\n';
    const facts = await extractFacts("unicode.py", text);
    assert.deepEqual(facts.lineStarts, [0, 10, 19, 32]);
    const ñ = facts.functions[1];
    assert.equal(text.slice(ñ?.nameRange.start, ñ?.nameRange.end), "ñ");
  });

  it("only measures a file that is too large", async () => {
    const facts = await extractFacts("data.py", `x = [${"1, ".repeat(600_000)}]\n`);
    assert.deepEqual(
      facts.problems.map((problem) => problem.code),
      ["too-large"],
    );
    assert.equal(facts.nonBlankLines, 1);
    assert.equal(facts.functions.length, 1);
  });

  it("passes on the problems of decoding", async () => {
    const parser = await loadPythonParser();
    const facts = parser.extract("latin.py", decodeSource(Uint8Array.of(0x78, 0x3d, 0x22, 0xe9, 0x22)));
    assert.deepEqual(
      facts.problems.map((problem) => problem.code),
      ["decoding-error"],
    );
  });

  it("stops when it is cancelled, and the next file is not affected", async () => {
    const parser = await loadPythonParser();
    const source = createCancellationSource();
    let asked = 0;
    const token = {
      get isCancelled() {
        return ++asked > 2;
      },
    };
    assert.throws(() => parser.extract("big.py", "x = [1, 2, 3]\n".repeat(20_000), token), CancelledError);
    source.cancel();
    assert.throws(() => parser.extract("a.py", "x = 1", source.token), CancelledError);
    assert.equal(parser.extract("a.py", "def f(): pass").functions.length, 2);
  });

  it("gives facts that survive JSON", async () => {
    const facts = await extractFacts("a.py", "def f(a, *b):\n    return [x for x in b]\n");
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), withoutUndefined(facts));
  });

  it("reports at most twenty syntax errors", async () => {
    const facts = await extractFacts("bad.py", "x = = 1\n\ndef f(): pass\n\n".repeat(100));
    const errors = facts.problems.filter((problem) => problem.code === "syntax-error");
    assert.ok(errors.length > 0 && errors.length <= 20, String(errors.length));
    assert.equal(facts.functions.length, 101);
  });

  it("names what is never closed", async () => {
    assert.deepEqual(messages(await extractFacts("a.py", "x = foo(1,\n")), ['"(" is never closed.']);
    assert.deepEqual(messages(await extractFacts("a.py", 'x = """abc\n')), ["A string is opened here and never closed."]);
  });
});

function messages(facts: FileFacts): string[] {
  return facts.problems.map((problem) => problem.message);
}

function withoutUndefined(facts: FileFacts): unknown {
  return JSON.parse(JSON.stringify(facts, (_, value: unknown) => value));
}
