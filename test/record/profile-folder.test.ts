import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { makeProfileFolder, nameProfile } from "../../src/record";

describe("the folder of profiles", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "breakeven-folder-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("keeps itself out of repositories, and keeps an own .gitignore", async () => {
    const folder = await makeProfileFolder(root);
    assert.equal(relative(root, folder), join(".breakeven", "profiles"));
    const ignore = join(root, ".breakeven", ".gitignore");
    assert.match(readFileSync(ignore, "utf8"), /^\*$/m);
    writeFileSync(ignore, "mine");
    await makeProfileFolder(root);
    assert.equal(readFileSync(ignore, "utf8"), "mine");
  });

  it("names files by time and program and never the same twice", async () => {
    const now = new Date(2026, 2, 31, 14, 5, 9);
    const first = await nameProfile(root, "my app/x", "pstats", now);
    assert.equal(basename(first), "2026-03-31-140509-my-app-x.pstats");
    writeFileSync(first, "");
    assert.equal(basename(await nameProfile(root, "my app/x", "pstats", now)), "2026-03-31-140509-my-app-x-2.pstats");
  });
});
