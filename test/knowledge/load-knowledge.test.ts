import assert from "node:assert/strict";
import { type KnowledgeText, loadKnowledge } from "../../src/knowledge";

function load(path: string, text: string, team: readonly KnowledgeText[] = []) {
  return loadKnowledge([{ path, text }], team);
}

function source(id: string, extra = ""): string {
  return `  - { id: ${id}, title: T, reference: R, date: "2025", kind: report${extra} }\n`;
}

const goodSources = `sources:\n${source("one")}${source("two")}`;

const goodRule = `id: slow-loop
code: BE101
title: Slow loop
target: pyo3
problem: It is slow.
remedy: Move it.
whenNot: When it is cold.
before: "for x in xs: pass"
after: "pass"
speedup: { low: 1, mid: 2, high: 3, basis: assumed }
effort: { lowHours: 1, highHours: 2 }
sources: [one]
since: "0.1.0"
`;

describe("loadKnowledge", () => {
  it("reads YAML and JSON alike", () => {
    const yaml = load("sources.yaml", goodSources);
    const json = load("sources.json", JSON.stringify({ sources: [...yaml.sources.values()] }));
    assert.deepEqual(yaml.problems, []);
    assert.deepEqual(json.problems, []);
    assert.deepEqual([...json.sources], [...yaml.sources]);
  });

  it("leaves out a bad entry with file, line, field and reason, and keeps the others", () => {
    const { sources, problems } = load(
      "sources.yaml",
      `sources:\n${source("one")}  - id: two\n    title: T\n    reference: 5\n    date: "2025"\n    kind: report\n${source("three")}`,
    );
    assert.deepEqual([...sources.keys()], ["one", "three"]);
    assert.equal(problems.length, 1);
    assert.deepEqual({ ...problems[0], reason: "" }, { path: "sources.yaml", line: 5, field: "sources[1].reference", reason: "" });
    assert.match(problems[0]?.reason ?? "", /expected string/);
  });

  it("names unknown fields at their line", () => {
    const { problems, sources } = load(
      "sources.yaml",
      `sources:\n  - id: one\n    title: T\n    colour: red\n    reference: R\n    date: "2025"\n    kind: report\n`,
    );
    assert.deepEqual(problems, [{ path: "sources.yaml", line: 4, field: "sources[0].colour", reason: "unknown field" }]);
    assert.equal(sources.size, 0);
  });

  it("names a missing field at its entry", () => {
    const { problems } = load("sources.yaml", `sources:\n${source("one")}  - id: two\n`);
    assert.ok(problems.every(({ line }) => line === 3));
    assert.ok(problems.some(({ field }) => field === "sources[1].title"));
  });

  it("names unknown sections and files", () => {
    assert.deepEqual(
      load("sources.yaml", "colours: []\n").problems.map(({ field, line }) => [field, line]),
      [["colours", 1]],
    );
    assert.match(load("colours.yaml", "x: 1").problems[0]?.reason ?? "", /no kind of knowledge file/);
    assert.match(load("constructor.yaml", "x: 1").problems[0]?.reason ?? "", /no kind of knowledge file/);
  });

  for (const [what, text] of [
    ["a list where sections belong", "- a\n- b\n"],
    ["a text where sections belong", "hello\n"],
    ["a section that is no list", "sources: { a: 1 }\n"],
  ] as const) {
    it(`refuses ${what}`, () => {
      const { problems, sources } = load("sources.yaml", text);
      assert.equal(problems.length, 1);
      assert.equal(sources.size, 0);
    });
  }

  it("reads an empty file as one without entries", () => {
    assert.deepEqual(load("sources.yaml", "").problems, []);
    assert.deepEqual(load("sources.yaml", "# nothing yet\n").problems, []);
  });

  it("tells where YAML is broken and reads the other files", () => {
    const { problems, sources } = loadKnowledge([
      { path: "sources.yaml", text: goodSources },
      { path: "glossary.yaml", text: "glossary:\n  - term: a\n    meaning: [unclosed\n" },
    ]);
    assert.equal(sources.size, 2);
    assert.ok(problems.length > 0);
    assert.ok(problems.every(({ path, line }) => path === "glossary.yaml" && line >= 3));
  });

  it("tells where JSON is broken", () => {
    const { problems } = load("sources.json", '{\n  "sources": [\n    { "id": "one" \n');
    assert.ok(problems.length > 0);
    assert.equal(problems[0]?.path, "sources.json");
    assert.ok((problems[0]?.line ?? 0) >= 3);
  });

  it("tells lines in JSON", () => {
    const { problems } = load(
      "sources.json",
      '{\n  "sources": [\n    {\n      "id": "UPPER",\n      "title": "T", "reference": "R", "date": "2025", "kind": "report"\n    }\n  ]\n}',
    );
    assert.deepEqual(
      problems.map(({ line, field }) => [line, field]),
      [[4, "sources[0].id"]],
    );
  });

  it("keeps the first of two entries with the same id", () => {
    const { problems, sources } = load("sources.yaml", `sources:\n${source("one").replace("title: T", "title: First")}${source("one")}`);
    assert.equal(sources.get("one")?.title, "First");
    assert.deepEqual(
      problems.map(({ line, field }) => [line, field]),
      [[3, "sources[1]"]],
    );
  });

  it("reports a key given twice and reads the file", () => {
    const { problems } = load("operations.yaml", "operations:\n  call: { cost: 1, meaning: m }\n  call: { cost: 2, meaning: m }\n");
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.line, 3);
  });

  it("leaves out a huge file", () => {
    const { problems, sources } = load("sources.yaml", `${goodSources}#${"x".repeat(1_100_000)}`);
    assert.equal(sources.size, 0);
    assert.match(problems[0]?.reason ?? "", /the most that is read/);
  });

  it("survives YAML that stands for far more than it says, and endless nesting", () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghij".replace(/./g, (letter, index) => `${letter}: &${letter} [${`*${"abcdefghi"[index]}, `.repeat(9)}]\n`)}`;
    assert.ok(load("sources.yaml", bomb).problems.length > 0);
    assert.ok(load("sources.yaml", "[".repeat(20_000)).problems.length > 0);
    assert.ok(load("sources.json", "[".repeat(200_000)).problems.length > 0);
  });

  it("takes names of object prototypes as any other name", () => {
    const text = 'packages:\n  "__proto__": { time: io }\n  constructor: { time: native, native: toString hasOwnProperty }\n';
    for (const path of ["libraries/team.yaml", "libraries/team.json"]) {
      const given = path.endsWith(".json")
        ? '{"packages": {"__proto__": {"time": "io"}, "constructor": {"time": "native", "native": "toString hasOwnProperty"}}}'
        : text;
      const { libraries, problems } = load(path, given);
      assert.deepEqual(problems, [], path);
      assert.equal(libraries.find("__proto__")?.time, "io");
      assert.equal(libraries.find("constructor.toString")?.time, "native");
      assert.equal(libraries.find("toString"), undefined);
      assert.equal(libraries.find("valueOf.x"), undefined);
    }
    assert.equal(({} as { time?: string }).time, undefined);
  });

  it("reports __proto__ as a field of an entry", () => {
    const { problems, sources } = load(
      "sources.json",
      '{"sources": [{"__proto__": {"id": "one"}, "id": "one", "title": "T", "reference": "R", "date": "2025", "kind": "report"}]}',
    );
    assert.equal(sources.size, 0);
    assert.equal(problems[0]?.field, "sources[0].__proto__");
  });

  it("wants a rule's id to be its file's name", () => {
    assert.equal(load("rules/slow-loop.yaml", goodRule).rules.get("slow-loop")?.code, "BE101");
    const { rules, problems } = load("rules/other.yaml", goodRule);
    assert.equal(rules.size, 0);
    assert.deepEqual([problems[0]?.line, problems[0]?.field], [1, "id"]);
  });

  it("refuses ranges that decrease and hours that do", () => {
    const bad = goodRule.replace("mid: 2", "mid: 9").replace("highHours: 2", "highHours: 0.5");
    const { problems } = load("rules/slow-loop.yaml", bad);
    assert.deepEqual(problems.map(({ field }) => field).sort(), ["effort.highHours", "speedup.mid"]);
  });

  it("asks for quotes around a version that YAML takes for a number", () => {
    const text = `dropIns:
  - from: json
    to: orjson
    core: rust
    speedup: { low: 1, mid: 2, high: 3, basis: b }
    caveats: [c]
    effort: { lowHours: 1, highHours: 2 }
    requiresPython: 3.10
    sources: [one]
`;
    assert.match(load("libraries/x.yaml", text).problems[0]?.reason ?? "", /quoted/);
  });

  it("freezes what it hands out", () => {
    const knowledge = loadKnowledge([
      { path: "sources.yaml", text: goodSources },
      { path: "rules/slow-loop.yaml", text: goodRule },
    ]);
    const writable = knowledge as unknown as {
      sources: Map<string, unknown>;
      rules: Map<string, { sources: string[] }>;
      payoff: unknown[];
    };
    assert.throws(() => writable.sources.set("x", 1), TypeError);
    assert.throws(() => writable.sources.delete("one"), TypeError);
    assert.throws(() => writable.sources.clear(), TypeError);
    assert.throws(() => writable.rules.get("slow-loop")?.sources.push("two"), TypeError);
    assert.throws(() => writable.payoff.push(1), TypeError);
  });

  it("changes its version with any text", () => {
    const version = load("sources.yaml", goodSources).version;
    assert.equal(load("sources.yaml", goodSources).version, version);
    assert.notEqual(load("sources.yaml", `${goodSources}# more`).version, version);
    assert.notEqual(load("sources.yaml", goodSources, [{ path: "glossary.yaml", text: "" }]).version, version);
  });

  it("throws for operations and priors that are missing, by name", () => {
    const knowledge = load("operations.yaml", "operations: { call: { cost: 2, meaning: m } }\n");
    assert.equal(knowledge.operations.cost("call"), 2);
    assert.throws(() => knowledge.operations.cost("jump"), /operation named jump/);
    assert.throws(() => knowledge.priors.value("x"), /prior named x/);
    assert.throws(() => knowledge.priors.trips("y"), /trip count named y/);
  });
});

describe("a team's own knowledge", () => {
  it("replaces entries of the same id and adds others", () => {
    const { sources, problems } = load("sources.yaml", goodSources, [
      { path: "sources.yaml", text: `sources:\n${source("two").replace("title: T", "title: Ours")}${source("three")}` },
    ]);
    assert.deepEqual(problems, []);
    assert.equal(sources.get("two")?.title, "Ours");
    assert.deepEqual([...sources.keys()], ["one", "two", "three"]);
  });

  it("leaves the shipped entry in place where its own is bad", () => {
    const { sources, problems } = load("sources.yaml", goodSources, [
      { path: "sources.yaml", text: "sources:\n  - { id: two, title: 3 }\n" },
    ]);
    assert.equal(sources.get("two")?.title, "T");
    assert.ok(problems.length > 0);
  });

  it("adds to a package name by name", () => {
    const { libraries } = load("libraries/a.yaml", "packages: { numpy: { time: native, category: numeric, python: vectorize } }\n", [
      { path: "libraries/ours.yaml", text: "packages: { numpy: { io: load }, ours: { time: io } }\n" },
    ]);
    assert.equal(libraries.find("numpy.load")?.time, "io");
    assert.equal(libraries.find("numpy.vectorize")?.time, "python");
    assert.equal(libraries.find("numpy.dot")?.time, "native");
    assert.equal(libraries.find("ours.thing")?.time, "io");
  });

  it("is checked even where it says that it was", () => {
    const bad = { path: "sources.yaml", text: "sources: [{ id: three }]\n", checked: true };
    const { sources, problems } = load("sources.yaml", goodSources, [bad]);
    assert.equal(sources.has("three"), false);
    assert.ok(problems.length > 0);
  });

  it("replaces the question of the framework", () => {
    const { framework, problems } = load("framework.yaml", "question: Theirs?\n", [{ path: "framework.yaml", text: "question: Ours?\n" }]);
    assert.equal(framework.question, "Ours?");
    assert.deepEqual(problems, []);
  });
});
