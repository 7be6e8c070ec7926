import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import stringWidth from "string-width";
import { type Assessment, assessmentSchema, explainRule, listRules, renderAssessment } from "../../src/report";
import { hostileName, largeAssessment, nothingToMove, sampleAssessment } from "../panel/support/sample-assessment";
import { loadProjectKnowledge } from "../support/knowledge";

const rules = [...loadProjectKnowledge().rules.values()];
const terminal = (assessment: Assessment, width = 80, color = false, unicode = true) =>
  renderAssessment(assessment, "terminal", { rules, terminal: { width, color, unicode } });

/** Names as an attacker, or an accident, would choose them. */
function withNames(path: string, qualname: string): Assessment {
  const assessment = sampleAssessment();
  return {
    ...assessment,
    hotspots: assessment.hotspots.map((hotspot, index) => (index === 0 ? { ...hotspot, path, qualname } : hotspot)),
    project: {
      ...assessment.project,
      skipped: [{ path, reason: "a reason" }],
      problems: [{ path, line: 3, message: `about ${qualname}` }],
    },
  };
}

const onlyPrintable = (text: string) => assert.doesNotMatch(text, /[^\P{Cc}\n]|\p{Bidi_Control}/u);

describe("terminal report", () => {
  for (const width of [60, 80, 120, 160]) {
    it(`fits into ${width} columns`, () => {
      for (const assessment of [sampleAssessment(), nothingToMove(), largeAssessment(120), withNames("a/".repeat(90), "b".repeat(300))]) {
        const tooWide = terminal(assessment, width)
          .split("\n")
          .filter((line) => stringWidth(line) > width);
        assert.deepEqual(tooWide, []);
      }
    });
  }

  it("counts wide characters as two columns", () => {
    const text = terminal(withNames("解析/データ処理/シミュレーション.py", "計算する関数の名前がとても長い場合の表示"), 60);
    assert.deepEqual(
      text.split("\n").filter((line) => stringWidth(line) > 60),
      [],
    );
  });

  it("uses no escape sequence without colour, and some with it", () => {
    onlyPrintable(terminal(sampleAssessment(), 100));
    assert.ok(terminal(sampleAssessment(), 100, true).includes("\u001b["));
  });

  it("makes control characters of names visible", () => {
    const text = terminal(withNames("a\u001b[2Jb\r\n.py", "evil\u0007\u202Ename"), 160);
    onlyPrintable(text);
    assert.match(text, /a\\x1b\[2Jb\\x0d\\x0a\.py/);
    assert.match(text, /evil\\x07\\u202ename/);
  });

  it("is ASCII where the terminal knows no more, but for what the project's own words need", () => {
    const assessment = nothingToMove();
    const rule = terminal(assessment, 80, false, false)
      .split("\n")
      .find((line) => /^-{20,}$/.test(line));
    assert.ok(rule !== undefined, "the rule below the head is drawn with hyphens");
    assert.doesNotMatch(terminal(assessment, 80, false, false), /─/);
  });

  it("answers first, then says how sure it is, then where", () => {
    const text = terminal(sampleAssessment());
    const order = ["Hybrid: Python with a native core", "How sure: ", "Where the time goes (", "Workloads", "Hotspots", "Next"].map((it) =>
      text.indexOf(it),
    );
    assert.ok(
      order.every((it) => it >= 0),
      String(order),
    );
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
  });

  it("shows the top when asked for, says how many are left, and hides what nobody needs", () => {
    const show = (rows?: number) =>
      renderAssessment(largeAssessment(120), "terminal", { rules, terminal: { width: 120, color: false, unicode: true, rows } });
    assert.match(show(7), /and 113 smaller places \(--limit 120 shows all\)/);
    assert.doesNotMatch(show(), /smaller place/);
    const assessment = nothingToMove();
    const tiny = { ...assessment, hotspots: assessment.hotspots.map((hotspot) => ({ ...hotspot, heat: 0.0004, measured: undefined })) };
    const text = renderAssessment(tiny, "terminal", { rules, terminal: { width: 80, color: false, unicode: true, rows: 15 } });
    assert.doesNotMatch(text, /Hotspots/);
  });

  it("puts reasons below the figures where there is no room beside them", () => {
    const longest = (width: number) =>
      Math.max(
        ...terminal(sampleAssessment(), width)
          .split("\n")
          .map((line) => (line.includes("two nested loops") ? line.indexOf("Move this") : 0)),
      );
    assert.equal(longest(80), 4);
    assert.ok(longest(140) > 20);
  });

  it("ends no sentence twice and prints no value that is none", () => {
    for (const assessment of [sampleAssessment(), nothingToMove(), largeAssessment(30)]) {
      const text = terminal(assessment, 160);
      assert.doesNotMatch(text, /[^.]\.\.(\s|$)/m);
      assert.doesNotMatch(text, /undefined|NaN|\[object/);
    }
  });

  it("names what was skipped by reason, and every problem with its place", () => {
    const assessment = withNames("bad.py", "it");
    const skipped = ["a", "b", "c", "d", "e"].map((name) => ({ path: `${name}/`, reason: "virtual environment" }));
    const text = terminal({ ...assessment, project: { ...assessment.project, skipped } }, 160);
    assert.match(text, /virtual environment: a\/, b\/, c\/ and 2 more/);
    assert.match(text, /bad\.py:3/);
  });
});

describe("Markdown report", () => {
  it("takes no markup from names and messages", () => {
    const text = renderAssessment(withNames("a|b`c.py", "<b>*x*_y_[z](javascript:1)"), "markdown", { rules });
    const row = text.split("\n").find((line) => line.startsWith("| 1 |")) ?? "";
    assert.equal(row.replaceAll("\\|", "").split("|").length, 9, row);
    const outside = text.replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, "");
    assert.doesNotMatch(outside, /<b>|<img/);
    assert.match(outside, /about &lt;b&gt;\\\*x\\\*\\_y\\_\\\[z\\\]/);
    onlyPrintable(renderAssessment(withNames("a\u001bb.py", "c\u0007"), "markdown", { rules }));
  });

  it("keeps every table row on one line", () => {
    const assessment = withNames("a\nb.py", "c");
    const hotspots = assessment.hotspots.map((hotspot) => ({
      ...hotspot,
      advice: hotspot.advice.map((it) => ({ ...it, message: "one\ntwo" })),
    }));
    const lines = renderAssessment({ ...assessment, hotspots }, "markdown", { rules }).split("\n");
    const from = lines.findIndex((line) => line.startsWith("| # |"));
    assert.ok(lines.slice(from, from + 2 + hotspots.length).every((line) => line.startsWith("|") && line.endsWith("|")));
  });
});

describe("SARIF report", () => {
  // Written in the words of draft 4, whose `id` ajv no longer reads; nothing else in it has changed its meaning since.
  const { $schema: _draft, id: _id, ...rest } = sarifSchema as Record<string, unknown>;
  const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(rest);
  const sarif = (assessment: Assessment) => JSON.parse(renderAssessment(assessment, "sarif", { rules }));

  it("is valid SARIF 2.1.0 for every kind of assessment", () => {
    for (const assessment of [sampleAssessment(), nothingToMove(), largeAssessment(40), withNames(hostileName, "x\u0000y")]) {
      assert.ok(validate(sarif(assessment)), JSON.stringify(validate.errors?.slice(0, 3)));
    }
    assert.ok(!validate({ version: "2.1.0", runs: [{ results: [{}] }] }), "the schema refuses what is wrong");
  });

  it("writes paths as relative URIs", () => {
    const [run] = sarif(withNames("dir name/100%#1?.py", "x")).runs;
    assert.equal(run.results[0].locations[0].physicalLocation.artifactLocation.uri, "dir%20name/100%25%231%3F.py");
    const names = sarif(withNames("lone \uD800.py", "x"));
    assert.ok(validate(names), JSON.stringify(validate.errors?.slice(0, 3)));
  });

  it("reports moves only, each once, by a rule that it describes or leaves out", () => {
    const assessment = sampleAssessment();
    const [run] = sarif(assessment).runs;
    const moves = assessment.hotspots.filter(({ advice }) => advice[0]?.target !== "keep").length;
    assert.equal(run.results.length, moves + assessment.findings.length);
    const ids = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe("JSON report", () => {
  const schema = JSON.parse(readFileSync(join(__dirname, "..", "..", "docs", "schema", "assessment.schema.json"), "utf8"));
  const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(
    schema.$schema?.includes("2020") ? withoutDialect(schema) : schema,
  );

  it("is valid by the published schema and by the one in the code", () => {
    for (const assessment of [sampleAssessment(), nothingToMove(), largeAssessment(40)]) {
      const printed: unknown = JSON.parse(renderAssessment(assessment, "json", { rules }));
      assert.deepEqual(assessmentSchema.parse(printed), assessment);
      assert.ok(validate(printed), JSON.stringify(validate.errors?.slice(0, 3)));
    }
  });

  it("is refused by both when a hotspot has no advice", () => {
    const assessment = sampleAssessment();
    const broken = { ...assessment, hotspots: assessment.hotspots.map((hotspot) => ({ ...hotspot, advice: [] })) };
    assert.equal(assessmentSchema.safeParse(broken).success, false);
    assert.equal(validate(broken), false);
  });

  function withoutDialect({ $schema: _dialect, ...others }: Record<string, unknown>): Record<string, unknown> {
    return others;
  }
});

describe("rules as text", () => {
  it("are a line each in the list, in the order of their codes", () => {
    const lines = listRules(rules).trimEnd().split("\n");
    assert.equal(lines.length, rules.length);
    const codes = lines.map((line) => line.slice(0, 5));
    assert.deepEqual(codes, [...codes].sort());
  });

  it("have a page each that says when not, what it costs and where that is from", () => {
    const { sources } = loadProjectKnowledge();
    for (const rule of rules) {
      const page = explainRule(rule, (id) => sources.get(id)?.title);
      assert.match(page, new RegExp(`^${rule.code} ${rule.id}: `));
      for (const part of ["Advice: ", "When not: ", "Before:", "After:", `breakeven: ignore[${rule.code}]`])
        assert.ok(page.includes(part), part);
      if (rule.target !== "keep") assert.match(page, /Speedup: .*\d/);
    }
  });
});
