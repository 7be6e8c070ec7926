import assert from "node:assert/strict";
import fc from "fast-check";
import { contentHash } from "../../src/base";

describe("contentHash", () => {
  it("is stable: caches on disk depend on it", () => {
    assert.equal(contentHash("def f(): pass\n"), PINNED);
    assert.match(contentHash(""), /^[0-9a-f]{16}$/);
  });

  it("differs for small changes", () => {
    const seen = new Map<string, string>();
    const base = "for x in range(10):\n    total += x\n";
    const variants = [base, `${base} `, ` ${base}`, "", "\0", "\0\0"];
    for (let index = 0; index < base.length; index++) {
      for (let unit = 32; unit < 127; unit++) variants.push(base.slice(0, index) + String.fromCharCode(unit) + base.slice(index + 1));
      variants.push(base.slice(0, index) + base.slice(index + 1));
    }
    for (const text of variants) {
      const hash = contentHash(text);
      assert.ok((seen.get(hash) ?? text) === text, `${JSON.stringify(text)} and ${JSON.stringify(seen.get(hash))}`);
      seen.set(hash, text);
    }
  });

  it("spreads over both halves and depends on the seed", () => {
    const halves = [new Set<string>(), new Set<string>()];
    for (let number = 0; number < 20_000; number++) {
      const hash = contentHash(String(number));
      halves[0]?.add(hash.slice(0, 8));
      halves[1]?.add(hash.slice(8));
    }
    // By the birthday bound about 0.05 of 20,000 values collide in 32 bits.
    for (const half of halves) assert.ok(half.size >= 19_997, String(half.size));
    fc.assert(fc.property(fc.string(), (text) => contentHash(text, 1) !== contentHash(text, 2)));
  });
});

const PINNED = "74d22b4cc06414fa";
