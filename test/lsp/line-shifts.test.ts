import assert from "node:assert/strict";
import fc from "fast-check";
import { type LineEdit, shiftLine, unshiftLine } from "../../src/lsp/line-shifts";

describe("line shifts", () => {
  it("move what is below an edit and leave what is above", () => {
    const twoLinesAdded: LineEdit[] = [{ start: 4, removed: 0, added: 2 }];
    assert.equal(shiftLine(3, twoLinesAdded), 3);
    assert.equal(shiftLine(5, twoLinesAdded), 5);
    assert.equal(shiftLine(6, twoLinesAdded), 8);
    assert.equal(unshiftLine(8, twoLinesAdded), 6);
  });

  it("bring a removed line to where its text was", () => {
    assert.equal(shiftLine(7, [{ start: 4, removed: 5, added: 0 }]), 5);
  });

  it("agree with editing a text, for lines that the edits leave alone", () => {
    const edit = fc.record({ at: fc.nat(40), removed: fc.nat(5), added: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
        const done: LineEdit[] = [];
        for (const { at, removed, added } of edits) {
          const start = Math.min(at, lines.length - 1);
          const gone = Math.min(removed, lines.length - 1 - start);
          const inserted = Array.from({ length: added }, () => "new");
          lines = [...lines.slice(0, start), `${lines[start]}`, ...inserted, ...lines.slice(start + gone + 1)];
          done.push({ start, removed: gone, added });
        }
        for (let index = 0; index < 30; index++) {
          const now = lines.indexOf(`line ${index}`);
          if (now === -1) continue;
          assert.equal(shiftLine(index + 1, done), now + 1);
          assert.equal(unshiftLine(now + 1, done), index + 1);
        }
      }),
    );
  });
});
