import assert from "node:assert/strict";
import fc from "fast-check";
import { copySlice, StringPool } from "../../src/base";

describe("StringPool", () => {
  it("gives the slice that was asked for", () => {
    const pool = new StringPool();
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(40), fc.nat(40), (text, start, length) => {
        const end = Math.min(text.length, start + length);
        assert.equal(pool.slice(text, start, end), start < end ? text.slice(start, end) : "");
        assert.equal(copySlice(text, start, end), text.slice(start, end));
      }),
    );
  });

  it("keeps one copy of equal slices while it grows", () => {
    const pool = new StringPool();
    const text = Array.from({ length: 20_000 }, (_, index) => `name${index}`).join(" ");
    for (const _ of [1, 2])
      for (const match of text.matchAll(/\S+/g)) assert.equal(pool.slice(text, match.index, match.index + match[0].length), match[0]);
    assert.equal(pool.size, 20_000);
  });

  it("starts over when it is full", () => {
    const pool = new StringPool(10);
    const text = "abcdefghijklmnopqrstuvwxyz";
    for (let index = 0; index < 26; index++) assert.equal(pool.slice(text, index, index + 1), text[index]);
    assert.ok(pool.size <= 10);
  });

  it("copies long slices piece by piece", () => {
    const text = "abcdefghij".repeat(1000);
    assert.equal(copySlice(text, 5, 9005), text.slice(5, 9005));
  });
});
