import assert from "node:assert/strict";
import fc from "fast-check";
import { type Estimated, estimate, functionNamed, heatOf, rankOf } from "./read-heat-fixture";

/** A small program as pieces that may be put in any order and named in any way. */
const pieces: readonly string[] = [
  `def INNER(x):
    return x * x + x - 1
`,
  `def OUTER(values):
    total = 0
    for value in values:
        total += INNER(value)
    return total
`,
  `class CLASS:
    def __init__(self, values):
        self.values = values

    def METHOD(self):
        return [INNER(value) for value in self.values]

    def OTHER(self):
        if not self.values:
            raise ValueError(self.values)
        return self.values[0]
`,
  `def ALONE(text):
    parts = text.split(",")
    return len(parts)
`,
  `def START():
    item = CLASS(list(range(100)))
    OUTER(item.METHOD())
    item.OTHER()
`,
];
const placeholders = ["INNER", "OUTER", "CLASS", "METHOD", "OTHER", "ALONE", "START"] as const;
const plainNames: Readonly<Record<string, string>> = {
  INNER: "inner",
  OUTER: "outer",
  CLASS: "Thing",
  METHOD: "method",
  OTHER: "other",
  ALONE: "alone",
  START: "start",
};
const guard = `
if __name__ == "__main__":
    START()
`;

/** Heat by placeholder of the program's functions. */
async function heats(text: string, names: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, number>> {
  const estimated = await estimate({ "app.py": text });
  const qualnames: Record<string, string> = {
    INNER: names.INNER as string,
    OUTER: names.OUTER as string,
    METHOD: `${names.CLASS}.${names.METHOD}`,
    OTHER: `${names.CLASS}.${names.OTHER}`,
    ALONE: names.ALONE as string,
    START: names.START as string,
  };
  return new Map(Object.entries(qualnames).map(([placeholder, qualname]) => [placeholder, heatOf(estimated, qualname)]));
}

function withNames(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\b[A-Z]{5,}\b/g, (word) => names[word] ?? word);
}

function assertSame(found: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): void {
  for (const [name, heat] of expected)
    assert.ok(Math.abs((found.get(name) ?? 0) - heat) < 1e-9, `${name}: ${found.get(name)} instead of ${heat}`);
}

describe("properties of the estimate", () => {
  let plain: ReadonlyMap<string, number>;

  before(async () => {
    plain = await heats(withNames(pieces.join("\n") + guard, plainNames), plainNames);
  });

  it("does not depend on what things are called", async () => {
    const letters = fc.constantFrom(..."bcfghjkmnpqvwxz");
    const identifier = fc.array(letters, { minLength: 9, maxLength: 14 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(identifier, { minLength: placeholders.length, maxLength: placeholders.length }), async (words) => {
        const names = Object.fromEntries(placeholders.map((placeholder, index) => [placeholder, words[index] as string]));
        assertSame(await heats(withNames(pieces.join("\n") + guard, names), names), plain);
      }),
      { numRuns: 25 },
    );
  });

  it("does not depend on the order of definitions", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...pieces], { minLength: pieces.length }), async (order) => {
        assertSame(await heats(withNames(order.join("\n") + guard, plainNames), plainNames), plain);
      }),
      { numRuns: 25 },
    );
  });

  it("does not depend on the order of files", async () => {
    const [inner, outer, thing, alone, start] = pieces.map((piece) => withNames(piece, plainNames)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const files: readonly (readonly [string, string])[] = [
      ["inner.py", inner],
      ["work.py", `from inner import inner\n\n${outer}\n${thing}`],
      ["text.py", alone],
      ["app.py", `from work import Thing, outer\n\n${start}${withNames(guard, plainNames)}`],
    ];
    const heatsOf = async (order: readonly (readonly [string, string])[]): Promise<ReadonlyMap<string, number>> => {
      const estimated = await estimate(Object.fromEntries(order));
      return new Map(["inner", "outer", "Thing.method", "alone", "start"].map((name) => [name, heatOf(estimated, name)]));
    };
    const expected = await heatsOf(files);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...files], { minLength: files.length }), async (order) => {
        assertSame(await heatsOf(order), expected);
      }),
      { numRuns: 15 },
    );
  });

  it("does not depend on blank lines and comments", async () => {
    const lines = withNames(pieces.join("\n") + guard, plainNames).split("\n");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(lines.length - 1), { maxLength: 12 }),
        fc.constantFrom("", "# note", "    # note"),
        async (places, extra) => {
          const padded = lines.flatMap((line, index) => (places.includes(index) ? [extra, line] : [line]));
          assertSame(await heats(padded.join("\n"), plainNames), plain);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("leaves a copied cold function cold", async () => {
    const copy = (pieces[3] as string).replace("ALONE", "COPIED");
    const text = withNames([...pieces, copy].join("\n") + guard, { ...plainNames, COPIED: "copied" });
    const estimated = await estimate({ "app.py": text });
    assert.ok(rankOf(estimated, "copied") >= pieces.length - 1, "the copy moved up the ranking");
    assert.ok(Math.abs(heatOf(estimated, "copied") - heatOf(estimated, "alone")) < 1e-9);
  });

  it("never cools what is called in a hot loop", async () => {
    const call = "    alone('a,b')\n";
    const looped = "    for _ in range(ROUNDS):\n        alone('a,b')\n";
    const base = withNames(pieces.join("\n"), plainNames);
    const share = async (body: string): Promise<number> => {
      const estimated = await estimate({
        "app.py": `${base}\ndef begin():\n    start()\n${body}\n\nif __name__ == "__main__":\n    begin()\n`,
      });
      return frequencyOf(estimated, "alone");
    };
    const once = await share(call);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (rounds) => {
        assert.ok((await share(looped.replace("ROUNDS", String(rounds)))) >= once - 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it("gives shares that sum to one, and mixes too", async () => {
    const { heat } = await estimate({ "app.py": withNames(pieces.join("\n") + guard, plainNames) });
    const sum = heat.functions.reduce((total, item) => total + item.heat, 0);
    assert.ok(Math.abs(sum - 1) < 1e-9);
    for (const { mix } of heat.functions) assert.ok(Math.abs(mix.python + mix.native + mix.io - 1) < 1e-9);
  });
});

function frequencyOf(estimated: Estimated, qualname: string): number {
  return estimated.heat.functions[functionNamed(estimated, qualname).id]?.frequency ?? 0;
}
