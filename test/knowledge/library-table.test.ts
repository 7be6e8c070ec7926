import assert from "node:assert/strict";
import { loadKnowledge } from "../../src/knowledge";

function libraries(text: string) {
  const knowledge = loadKnowledge([{ path: "libraries/x.yaml", text }]);
  assert.deepEqual(knowledge.problems, []);
  return knowledge.libraries;
}

const dropIn = (from: string, to: string, extra = "") =>
  `  - { from: ${from}, to: ${to}, core: rust, speedup: { low: 1, mid: 2, high: 3, basis: b }, caveats: [c], effort: { lowHours: 1, highHours: 2 }, sources: [s]${extra} }\n`;

describe("library table", () => {
  const table = libraries(`packages:
  a: { time: native, category: numeric, cost: 5, costPerElement: 2, python: b.c, io: d, costs: { b.c: { costPerElement: 7 }, e: { cost: 9 } } }
  a.d.f: { time: python }
  only.costs: { costs: { x: { cost: 1 } } }
  std: { time: python, standard: true }
`);

  it("finds the longest prefix that is known", () => {
    assert.equal(table.find("a.b.c")?.name, "a.b.c");
    assert.equal(table.find("a.b.c.anything")?.time, "python");
    assert.equal(table.find("a.b")?.name, "a");
    assert.equal(table.find("a.d.x.y")?.time, "io");
    assert.equal(table.find("a.d.f.g")?.time, "python");
    assert.equal(table.find("b"), undefined);
    assert.equal(table.find(""), undefined);
    assert.equal(table.find("."), undefined);
  });

  it("looks at whole parts only", () => {
    assert.equal(table.find("ab"), undefined);
    assert.equal(table.find("a.dx")?.name, "a");
  });

  it("inherits category and cost from above, but not the cost per element", () => {
    assert.deepEqual(table.find("a.b.c"), { name: "a.b.c", time: "python", category: "numeric", cost: 5, costPerElement: 7 });
    assert.deepEqual(table.find("a.d"), { name: "a.d", time: "io", category: "numeric", cost: 5 });
    assert.equal(table.find("a")?.costPerElement, 2);
    assert.equal(table.find("a.e")?.time, "native");
    assert.equal(table.find("a.e")?.cost, 9);
  });

  it("ignores costs of names whose kind of time nobody told", () => {
    assert.equal(table.find("only.costs.x"), undefined);
  });

  it("knows the standard library by top-level names", () => {
    assert.equal(table.isStandardLibrary("std"), true);
    assert.equal(table.isStandardLibrary("a"), false);
    assert.equal(table.isStandardLibrary("constructor"), false);
  });

  it("gives drop-ins for what they cover, preferred ones first", () => {
    const drops = libraries(
      `dropIns:\n${dropIn("json", "orjson", ", covers: [loads, sub.x]")}${dropIn("json", "msgspec", ", covers: [loads]")}${dropIn("bleach", "nh3")}${dropIn("bleach.linkify", "other")}`,
    );
    assert.equal(drops.dropIn("json")?.to, "orjson");
    assert.deepEqual(
      drops.dropInsFor("json.loads").map(({ to }) => to),
      ["orjson", "msgspec"],
    );
    assert.equal(drops.dropIn("json.loads.more")?.to, "orjson");
    assert.equal(drops.dropIn("json.loadsx"), undefined);
    assert.equal(drops.dropIn("json.sub"), undefined);
    assert.equal(drops.dropIn("json.sub.x")?.to, "orjson");
    assert.equal(drops.dropIn("json.JSONEncoder"), undefined);
    assert.equal(drops.dropIn("bleach.clean")?.to, "nh3");
    assert.equal(drops.dropIn("bleach.linkify.x")?.to, "other");
    assert.equal(drops.dropIn("jsonschema"), undefined);
    assert.deepEqual(drops.dropInsFor("nothing"), []);
  });

  it("gives import costs by top-level name", () => {
    const costs = libraries("importCosts: [{ name: heavy, milliseconds: 120, sources: [s] }]\n");
    assert.equal(costs.importCost("heavy"), 120);
    assert.equal(costs.importCost("light"), undefined);
    assert.deepEqual(costs.importCosts.get("heavy")?.sources, ["s"]);
  });
});
