import assert from "node:assert/strict";
import fc from "fast-check";
import { lineAt, lineStartsOf, positionAt } from "../../src/base";

describe("line index", () => {
  it("ends lines at \\n, \\r\\n and a lone \\r", () => {
    assert.deepEqual(lineStartsOf(""), [0]);
    assert.deepEqual(lineStartsOf("a\nb\r\nc\rd\n"), [0, 2, 5, 7, 9]);
  });

  it("finds the line and column of an offset, also outside the text", () => {
    const starts = lineStartsOf("ab\ncd\n");
    assert.deepEqual(
      [-1, 0, 2, 3, 5, 6, 99].map((offset) => lineAt(starts, offset)),
      [1, 1, 1, 2, 2, 3, 3],
    );
    assert.deepEqual(positionAt(starts, 4), { line: 2, column: 1 });
    assert.deepEqual(positionAt(starts, -5), { line: 1, column: 0 });
  });

  it("agrees with splitting the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", "é") }), (text) => {
        const starts = lineStartsOf(text);
        assert.equal(starts.length, text.split(/\r\n|\r|\n/).length);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, column } = positionAt(starts, offset);
          assert.equal((starts[line - 1] as number) + column, offset);
        }
      }),
    );
  });
});
