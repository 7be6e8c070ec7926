/** Every figure that an advice shows has a source that can be looked up: in the rules' own fixtures, and in the kernels of the benchmark. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Advice } from "../../src/advice";
import { loadProjectKnowledge } from "../support/knowledge";
import { adviseFixture, readFixture } from "../support/marker-fixture";

const root = join(__dirname, "..", "..");
const knowledge = loadProjectKnowledge();
const figures = new Set([
  ...knowledge.payoff.map(({ id }) => id),
  ...knowledge.classGains.map(({ target }) => `gains-${target}`),
  ...knowledge.versions.interpreters.map(({ id }) => id),
]);

function unresolved(advice: Advice, at: string): string[] {
  const missing = advice.sources.filter((id) => !knowledge.sources.has(id)).map((id) => `${at}: no source ${id}`);
  if (advice.target === "keep") return missing;
  if (advice.sources.length === 0) missing.push(`${at}: a speedup without a source`);
  for (const { basis, figure } of [advice.speedup, ...advice.alternatives.map(({ speedup }) => speedup)]) {
    if (basis.length < 10) missing.push(`${at}: a speedup without a basis`);
    else if (figure !== undefined && !figures.has(figure)) missing.push(`${at}: no figure ${figure}`);
    if (/\[[a-z0-9-]+\]/.test(basis)) missing.push(`${at}: an id in a text for readers: ${basis}`);
  }
  for (const { target, speedup } of advice.alternatives) if (speedup.figure === undefined) missing.push(`${at}: ${target} names no figure`);
  return missing;
}

async function unresolvedIn(folder: string, paths: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const path of paths) {
    const { files } = readFixture(readFileSync(join(folder, path), "utf8"));
    for (const { function: node, advice } of (await adviseFixture(files)).hotspots)
      for (const it of advice) missing.push(...unresolved(it, `${path} ${node.fact.qualname} ${it.rule}`));
  }
  return missing;
}

describe("figures", function () {
  this.timeout(120_000);

  it("of every advice in the rules' fixtures resolve to an entry of knowledge", async () => {
    const folder = join(root, "test", "fixtures", "advice");
    assert.deepEqual(await unresolvedIn(folder, readdirSync(folder)), []);
  });

  it("of every advice for the benchmark's kernels resolve to an entry of knowledge", async () => {
    const folder = join(root, "bench", "payoff", "kernels");
    const kernels = readdirSync(folder, { withFileTypes: true }).filter((it) => it.isDirectory());
    assert.ok(kernels.length >= 30);
    assert.deepEqual(
      await unresolvedIn(
        folder,
        kernels.map(({ name }) => join(name, "python_version.py")),
      ),
      [],
    );
  });

  it("of the pages of rules come with their basis and with sources that exist", () => {
    for (const rule of knowledge.rules.values()) {
      assert.ok(rule.speedup.basis.length > 10, rule.id);
      assert.ok(rule.sources.length > 0 && rule.sources.every((id) => knowledge.sources.has(id)), rule.id);
      const page = readFileSync(join(root, "docs", "rules", `${rule.id}.md`), "utf8");
      for (const id of rule.sources) assert.ok(page.includes((knowledge.sources.get(id) as { title: string }).title), `${rule.id}: ${id}`);
    }
  });

  it("that were measured say how to measure them again", () => {
    const measured = [...knowledge.sources.values()].filter(({ kind }) => kind === "measured");
    assert.ok(measured.length > 100);
    for (const { id, reference, date } of measured) {
      assert.match(reference, /^(npm run |bench\/|python -c )/, id);
      assert.match(date, /^\d{4}-\d{2}-\d{2}$/, id);
    }
  });
});
