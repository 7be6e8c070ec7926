import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createMerge } from "../../src/cli/merge-assessments";
import { mergeCommand } from "../../src/cli/merge-command";
import { readAssessment } from "../../src/cli/read-assessment";
import { renderMerged } from "../../src/cli/render-merged";
import type { Assessment } from "../../src/report";
import { assessFolder } from "../session/support/open-session";
import { makeFolder } from "../session/support/temporary-folder";

describe("merging assessments", () => {
  let orbits: Assessment;
  let sales: Assessment;
  let folder: string;
  before(async () => {
    [orbits, sales] = await Promise.all([assessFolder(resolve("samples/orbits")), assessFolder(resolve("samples/sales-report"))]);
    folder = makeFolder({ "orbits.json": JSON.stringify(orbits), "sales.json": JSON.stringify(sales) });
  });

  it("ranks the places of all by what the advice saves of its own program", () => {
    const merge = createMerge(50);
    merge.add("a.json", orbits, 1);
    merge.add("b.json", sales, 1);
    const { projects, hotspots, candidates } = merge.result("1.2.3");
    assert.deepEqual(
      projects.map(({ name, recommendation }) => [name, recommendation]),
      [
        ["orbits", orbits.verdict.recommendation],
        ["sales-report", sales.verdict.recommendation],
      ],
    );
    const gains = hotspots.map(({ wholeProgram }) => wholeProgram.mid);
    assert.deepEqual(
      gains,
      [...gains].sort((a, b) => b - a),
    );
    assert.equal(candidates, hotspots.length);
    assert.deepEqual(new Set(hotspots.map(({ project }) => project)), new Set([0, 1]));
  });

  it("keeps no more than it was asked for, and counts a program as often as its weight says", () => {
    const merge = createMerge(3);
    for (let index = 0; index < 20; index++) merge.add(`${index}.json`, orbits, 1);
    merge.add("heavy.json", sales, 1000);
    const { hotspots, candidates } = merge.result("1");
    assert.equal(hotspots.length, 3);
    assert.ok(candidates > 20);
    assert.equal(hotspots[0]?.project, 20);
  });

  it("says in one line what is wrong with a file", async () => {
    const wrong: Readonly<Record<string, [string | Buffer, RegExp]>> = {
      "empty.json": ["", /empty\.json: the file is empty/],
      "half.json": [JSON.stringify(orbits).slice(0, 5000), /half\.json: not JSON/],
      "binary.json": [Buffer.from([0, 1, 2, 255]), /binary\.json: not JSON/],
      "other.json": ['{"schema":"other/1"}', /other\.json: "other\/1" where breakeven\.assessment\/1 is read/],
      "list.json": ["[1, 2]", /list\.json: not an assessment/],
      "null.json": ["null", /null\.json: not an assessment/],
      "deep.json": ["[".repeat(200_000), /deep\.json: not JSON/],
      "field.json": [JSON.stringify({ ...orbits, hotspots: [{ id: 1 }] }), /field\.json: not an assessment at hotspots\.0\.id/],
    };
    for (const [name, [content, message]] of Object.entries(wrong)) {
      writeFileSync(join(folder, name), content);
      await assert.rejects(readAssessment(join(folder, name)), (error: Error) => {
        assert.match(error.message, message);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not reach the terminal.
        assert.doesNotMatch(error.message, /[\x00-\x1f]/);
        return error.name === "UsageError";
      });
    }
    await assert.rejects(readAssessment(join(folder, "missing.json")), /missing\.json: no such file/);
    await assert.rejects(readAssessment(folder), /this is a folder/);
  });

  it("lets nothing of a report steer the terminal or break the table", () => {
    const [hotspot] = orbits.hotspots;
    assert.ok(hotspot);
    const hostile = { ...orbits, hotspots: [{ ...hotspot, path: "a|b\u001b[2J.py", qualname: "<img src=x>`f`" }] };
    const merge = createMerge(5);
    merge.add("a.json", hostile, 1);
    const merged = merge.result("1");
    assert.ok(!renderMerged(merged, "terminal").includes("\u001b"));
    const markdown = renderMerged(merged, "markdown");
    assert.ok(markdown.includes("a\\|b\\\\x1b\\[2J.py"), markdown);
    assert.ok(!markdown.includes("<img"));
    assert.equal(JSON.parse(renderMerged(merged, "json")).hotspots[0].path, "a|b\u001b[2J.py");
  });

  it("reads files with weights and writes one report", async () => {
    const output = join(folder, "merged.json");
    await mergeCommand([join(folder, "orbits.json"), `${join(folder, "sales.json")}=2.5`], { format: "json", output, limit: 4 });
    const merged = JSON.parse(await import("node:fs/promises").then(({ readFile }) => readFile(output, "utf8")));
    assert.equal(merged.schema, "breakeven.merged/1");
    assert.deepEqual(
      merged.projects.map(({ weight }: { weight: number }) => weight),
      [1, 2.5],
    );
    assert.equal(merged.hotspots.length, 4);
  });
});
