import assert from "node:assert/strict";
import { LruMap } from "../../src/base";

describe("LruMap", () => {
  it("drops what was used least recently and hands it over", () => {
    const dropped: string[] = [];
    const map = new LruMap<string, string>(2, (value, key) => dropped.push(`${key}=${value}`));
    map.set("a", "1");
    map.set("b", "2");
    assert.equal(map.get("a"), "1");
    map.set("c", "3");
    assert.deepEqual(dropped, ["b=2"]);
    assert.equal(map.get("b"), undefined);
    assert.equal(map.size, 2);
  });

  it("hands over a value that is replaced by another, but not by itself", () => {
    const dropped: number[] = [];
    const map = new LruMap<string, number>(2, (value) => dropped.push(value));
    map.set("a", 1);
    map.set("a", 1);
    map.set("a", 2);
    assert.deepEqual(dropped, [1]);
    assert.equal(map.size, 1);
  });

  it("hands over everything when it is cleared", () => {
    const dropped: number[] = [];
    const map = new LruMap<string, number>(3, (value) => dropped.push(value));
    map.set("a", 1);
    map.set("b", 2);
    assert.equal(map.delete("x"), false);
    map.clear();
    assert.deepEqual(dropped, [1, 2]);
    assert.equal(map.size, 0);
  });
});
