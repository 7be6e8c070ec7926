import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../src/advice/rules";
import { loadProjectKnowledge } from "../support/knowledge";
import { adviceOf, adviseFixture, blockersOf, compareExpectations, readFixture } from "../support/marker-fixture";

const fixtures = join(__dirname, "..", "fixtures", "advice");

describe("rules", () => {
  const knowledge = loadProjectKnowledge();

  it("have codes and ids of their own", () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    assert.equal(new Set(rules.map(({ code }) => code)).size, rules.length);
  });

  it("and knowledge entries are the same set", () => {
    assert.deepEqual([...knowledge.rules.keys()].sort(), rules.map(({ id }) => id).sort());
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it("agrees with its knowledge entry", () => {
        const entry = knowledge.rules.get(rule.id);
        assert.deepEqual([entry?.code, entry?.target], [rule.code, rule.target]);
      });

      it("speaks where its fixture says, and nowhere else", async () => {
        const path = join(fixtures, `${rule.id}.py`);
        assert.ok(existsSync(path), `${path} is missing`);
        const { files, expected, blockers } = readFixture(readFileSync(path, "utf8"));
        assert.ok(expected.length > 0, "a fixture needs a hit");
        const result = await adviseFixture(files);
        compareExpectations(adviceOf(result, rule.id), expected);
        if (blockers.length > 0) compareExpectations(blockersOf(result, rule.id), blockers);
      });

      it("fires on `before` and not on `after`", async () => {
        const entry = knowledge.rules.get(rule.id);
        assert.ok(entry);
        const fires = async (text: string) => adviceOf(await adviseFixture([{ path: "app.py", text }]), rule.id).length > 0;
        assert.equal(await fires(entry.before), true, "before");
        // Every program has places with a small share: what must not fire there is checked by the fixture.
        if (rule.id !== "small-share") assert.equal(await fires(entry.after), false, "after");
      });
    });
  }
});
