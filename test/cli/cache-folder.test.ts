import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { cacheFolder, sessionOptionsOf } from "../../src/cli/cache-folder";

describe("the folder of the cache", () => {
  const home = join("/", "home", "a");

  it("is the one that the system has for caches", () => {
    assert.equal(cacheFolder(undefined, { platform: "linux", env: {}, home }), join(home, ".cache", "breakeven"));
    assert.equal(cacheFolder(undefined, { platform: "linux", env: { XDG_CACHE_HOME: "/x" }, home }), join("/x", "breakeven"));
    assert.equal(
      cacheFolder(undefined, { platform: "linux", env: { XDG_CACHE_HOME: "relative" }, home }),
      join(home, ".cache", "breakeven"),
    );
    assert.equal(cacheFolder(undefined, { platform: "darwin", env: {}, home }), join(home, "Library", "Caches", "breakeven"));
    assert.equal(cacheFolder(undefined, { platform: "win32", env: { LOCALAPPDATA: "L" }, home }), join("L", "breakeven", "Cache"));
  });

  it("is the one that was asked for, or none", () => {
    assert.deepEqual(sessionOptionsOf({ cacheDir: "here", workers: 2 }), { cacheFolder: resolve("here"), workers: 2 });
    assert.deepEqual(sessionOptionsOf({ cache: false, cacheDir: "here" }), { cacheFolder: undefined, workers: undefined });
  });
});
