import assert from "node:assert/strict";
import type { Advice, Target } from "../../src/advice";
import type { Precedence } from "../../src/advice/define-rule";
import { orderAdvice } from "../../src/advice/order-advice";

interface Parts {
  readonly rule: string;
  readonly precedence: Precedence;
  readonly target?: Target;
  readonly confidence?: Advice["confidence"];
  readonly gain?: number;
  readonly hours?: number;
}

function rated({ rule, precedence, target = "pyo3", confidence = "medium", gain = 2, hours = 8 }: Parts) {
  const range = { low: gain, mid: gain, high: gain };
  const advice: Advice = {
    rule,
    target,
    confidence,
    message: "",
    speedup: { ...range, basis: "" },
    wholeProgram: range,
    effort: { lowHours: hours, highHours: hours },
    blockers: [],
    evidence: [],
    sources: [],
    alternatives: [],
    range: { start: 0, end: 0 },
  };
  return { advice, precedence };
}

function order(...parts: readonly Parts[]): string[] {
  return orderAdvice(parts.map(rated)).map(({ rule }) => rule);
}

describe("the order of advice", () => {
  it("leaves only the reason when something decides against moving", () => {
    assert.deepEqual(
      order({ rule: "move", precedence: "specific", confidence: "high" }, { rule: "waits", precedence: "decisive", target: "keep" }),
      ["waits"],
    );
  });

  it("keeps a pattern that holds by its types before the reason to stay", () => {
    assert.deepEqual(order({ rule: "waits", precedence: "decisive", target: "keep" }, { rule: "rows", precedence: "evident" }), [
      "rows",
      "waits",
    ]);
  });

  it("puts a slight gain within Python after a move that gains many times as much, and only then", () => {
    const tidy = { rule: "tidy", precedence: "specific", target: "stdlib", confidence: "high", gain: 1.5, hours: 0.5 } as const;
    const move = { rule: "move", precedence: "specific", gain: 50, hours: 40 } as const;
    assert.deepEqual(order(tidy, move), ["move", "tidy"]);
    assert.deepEqual(order({ ...tidy, precedence: "evident" }, move), ["move", "tidy"]);
    assert.deepEqual(order({ ...tidy, gain: 3 }, move), ["tidy", "move"]);
    assert.deepEqual(order(tidy, { ...move, gain: 4 }), ["tidy", "move"]);
    assert.deepEqual(order(tidy, { ...move, precedence: "generic" }), ["tidy", "move"]);
  });

  it("says of cold code only that it is cold", () => {
    assert.deepEqual(order({ rule: "rows", precedence: "evident" }, { rule: "cold-code", precedence: "decisive", target: "keep" }), [
      "cold-code",
    ]);
  });

  it("puts patterns before general advice however sure that is, and drops what asks for the same move", () => {
    const general = { rule: "general", precedence: "generic", confidence: "high" } as const;
    const pattern = { rule: "pattern", precedence: "specific", confidence: "low" } as const;
    assert.deepEqual(order(general, { ...pattern, target: "stdlib" }), ["pattern", "general"]);
    assert.deepEqual(order(general, pattern), ["pattern"]);
  });

  it("prefers surer advice, then more gain for each hour", () => {
    assert.deepEqual(
      order(
        { rule: "dear", precedence: "specific", gain: 3, hours: 100 },
        { rule: "cheap", precedence: "specific", gain: 2, hours: 2 },
        { rule: "sure", precedence: "specific", gain: 1.1, hours: 100, confidence: "high" },
      ),
      ["sure", "cheap", "dear"],
    );
  });

  it("lets a fallback speak only when nothing else does, and a rule only once", () => {
    const small = { rule: "small-share", precedence: "fallback", target: "keep" } as const;
    const general = { rule: "general", precedence: "generic" } as const;
    assert.deepEqual(order(small, general, general), ["general"]);
    assert.deepEqual(order(small), ["small-share"]);
  });
});
