import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Assessment } from "../../src/report";
import { createSession } from "../../src/session";
import { editInside, generator } from "../support/edit-inside";
import { installedLibrary } from "../support/library-files";
import { assessFolder, testHost } from "./support/open-session";
import { hotProgram, makeFolder } from "./support/temporary-folder";

describe("a project after edits of real files", () => {
  const files = installedLibrary().filter((path) => /(argparse|inspect|heapq|shlex|textwrap)\.py$/.test(path));

  it("is assessed quickly and nearly so, then byte for byte as by a fresh start, whatever is edited inside functions", async function () {
    this.timeout(120_000);
    // There is nothing to edit where no Python is installed.
    if (files.length === 0) this.skip();
    const folder = makeFolder({ "app.py": `import argparse, inspect, mock\n${hotProgram}` });
    for (const file of files) writeFileSync(join(folder, basename(file)), readFileSync(file));
    mkdirSync(join(folder, "empty"));
    const project = await createSession(testHost()).openProject({ root: folder });
    await project.refresh();
    // Small beside the others: a large file is sooner linked anew with the rest.
    const names = files.map((file) => basename(file)).filter((name) => /heapq|shlex|textwrap/.test(name));
    const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    const random = generator(7);
    const last = 4;
    let quickRounds = 0;
    for (let round = 0; round <= last; round++) {
      const name = names[random(names.length)] as string;
      const edited = editInside(texts.get(name) as string, random);
      texts.set(name, edited);
      project.setDocument(name, edited);
      const quick = await project.refresh(undefined, undefined, true);
      quickRounds += project.isQuick ? 1 : 0;
      writeFileSync(join(folder, name), edited);
      const exact = await project.refresh();
      assert.ok(distance(quick, exact) < 0.02, `round ${round}: far from the full answer after an edit of ${name}`);
      const fresh = round === last ? await assessFolder(folder) : exact;
      assert.ok(JSON.stringify(exact) === JSON.stringify(fresh), `round ${round}: another answer after an edit of ${name}`);
    }
    assert.ok(quickRounds >= last / 2, `${quickRounds} quick answers`);
    await project.dispose();
  });
});

/** Largest difference of the share of any place that either holds. */
function distance(a: Assessment, b: Assessment): number {
  const shares = (from: Assessment) => new Map(from.hotspots.map(({ id, heat }) => [id, heat]));
  const [left, right] = [shares(a), shares(b)];
  return Math.max(...[...left].map(([id, heat]) => Math.abs(heat - (right.get(id) ?? heat))));
}
