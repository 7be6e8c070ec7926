import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSession, type Host, type SessionOptions } from "../../src/session";
import { openFactsStore } from "../../src/session/node-facts-store";
import { clearFactsStores } from "../../src/session/node-host";
import { assessFolder, testHost } from "./support/open-session";
import { hotProgram, makeFolder } from "./support/temporary-folder";

const project = {
  "app.py": hotProgram,
  "pkg/__init__.py": "from .tools import twice\n",
  "pkg/tools.py": "def twice(xs):\n    return [x * 2 for x in xs]\n",
  "pkg/broken.py": "def f(:\n    return 1\n",
  "pkg/latin.py": Buffer.from("# -*- coding: latin-1 -*-\nname = '\xe4'\n", "latin1"),
};

describe("the cache of facts on disk", () => {
  it("gives byte for byte what a run without it gives, and needs no parser when nothing has changed", async () => {
    const folder = makeFolder(project);
    const cache = makeFolder({});
    const expected = JSON.stringify(await assessFolder(folder));
    assert.deepEqual(await assessCached(folder, cache), { text: expected, parsed: true });
    assert.deepEqual(await assessCached(folder, cache), { text: expected, parsed: false });
    writeFileSync(join(folder, "pkg/tools.py"), "def twice(xs):\n    return xs\n");
    assert.deepEqual(await assessCached(folder, cache), { text: JSON.stringify(await assessFolder(folder)), parsed: true });
  });

  it("gives the same when its files are damaged, cut off, of another version or no files at all", async () => {
    const folder = makeFolder(project);
    const expected = JSON.stringify(await assessFolder(folder));
    const damages: ((pack: string) => void)[] = [
      (pack) => truncateSync(pack, 0),
      (pack) => truncateSync(pack, statSync(pack).size - 10),
      ...[3, 9, 17, 30, 60, 200, 500].map((at) => (pack: string) => {
        const bytes = readFileSync(pack);
        bytes[at] = (bytes[at] as number) ^ 0x55;
        writeFileSync(pack, bytes);
      }),
      (pack) => writeFileSync(pack, Buffer.alloc(statSync(pack).size)),
      (pack) => mkdirSync(`${pack}.folder.pack`),
      (pack) => writeFileSync(`${pack}.part`, "left by a run that was ended"),
    ];
    for (const damage of damages) {
      const cache = makeFolder({});
      await again(folder, cache);
      const [pack] = packsIn(cache);
      damage(pack as string);
      assert.equal(await again(folder, cache), expected);
    }
  });

  it("is done without where it cannot be written or read", async () => {
    const folder = makeFolder(project);
    const cache = makeFolder({ file: "in the way" });
    const expected = JSON.stringify(await assessFolder(folder));
    assert.equal((await assessCached(folder, join(cache, "file"))).text, expected);
    assert.equal((await assessCached(folder, join(cache, "file", "below"))).text, expected);
    assert.equal(readFileSync(join(cache, "file"), "utf8"), "in the way");
  });

  it("serves runs side by side", async () => {
    const folder = makeFolder(project);
    const cache = makeFolder({});
    const expected = JSON.stringify(await assessFolder(folder));
    const runs = await Promise.all(Array.from({ length: 6 }, () => assessCached(folder, cache)));
    for (const { text } of runs) assert.equal(text, expected);
    assert.deepEqual(await assessCached(folder, cache), { text: expected, parsed: false });
  });

  it("joins many packs into one and loses none of what was used", async () => {
    const cache = makeFolder({});
    const limits = { mostBytes: 1e9, mostPacks: 3, mostPending: 1e6, leastPack: 1 };
    for (let round = 0; round < 9; round++) {
      const store = await openFactsStore(cache, "/project", "1", limits);
      for (let earlier = 0; earlier < round; earlier++) assert.deepEqual(store.get(keyOf(earlier)), content(earlier), `round ${round}`);
      await store.put(keyOf(round), content(round));
      await store.save(true);
      await store.close();
      assert.ok(packsIn(cache).length <= 4);
    }
  });

  it("gives up what was unused the longest when it is too large, of whatever project", async () => {
    const cache = makeFolder({});
    const limits = { mostBytes: 2500, mostPacks: 6, mostPending: 1e6, leastPack: 1 };
    for (const [index, root] of ["/a", "/b", "/c", "/d"].entries()) {
      const store = await openFactsStore(cache, root, "1", limits);
      await store.put(keyOf(index), content(index));
      await store.save(true);
      await store.close();
      for (const pack of packsIn(cache)) if (statSync(pack).mtimeMs > Date.now() - 60_000) utimesSync(pack, 1000 + index, 1000 + index);
    }
    const kept = [];
    for (const [index, root] of ["/a", "/b", "/c", "/d"].entries()) {
      const store = await openFactsStore(cache, root, "1", limits);
      if (store.get(keyOf(index)) !== undefined) kept.push(root);
      await store.close();
    }
    assert.deepEqual(kept, ["/c", "/d"]);
  });

  it("knows nothing of another version or another project", async () => {
    const cache = makeFolder({});
    const store = await openFactsStore(cache, "/project", "1");
    await store.put(keyOf(1), content(1));
    await store.save(true);
    for (const [root, version] of [
      ["/project", "2"],
      ["/other", "1"],
    ] as const) {
      assert.equal((await openFactsStore(cache, root, version)).get(keyOf(1)), undefined);
    }
    await store.close();
  });

  it("is cleared without a trace, and whatever else lies there stays", async () => {
    const folder = makeFolder(project);
    const cache = makeFolder({
      "notes.txt": "mine",
      "facts-0123456789ab": "a file with such a name",
      "facts-ba9876543210/mine/notes.txt": "mine",
    });
    await assessCached(folder, cache);
    assert.ok((await clearFactsStores(cache)) > 0);
    assert.deepEqual(packsIn(cache), []);
    assert.deepEqual(readdirSync(cache).sort(), ["facts-0123456789ab", "facts-ba9876543210", "notes.txt"]);
    assert.ok(existsSync(join(cache, "facts-ba9876543210/mine/notes.txt")));
    assert.equal(await clearFactsStores(join(cache, "nowhere")), 0);
  });
});

const options: SessionOptions = {};
const shared = createSession(testHost(), options);

/** With knowledge and parser loaded already. */
async function again(folder: string, cacheFolder: string): Promise<string> {
  options.cacheFolder = cacheFolder;
  return JSON.stringify(await shared.assess({ root: folder }));
}

async function assessCached(folder: string, cacheFolder: string): Promise<{ text: string; parsed: boolean }> {
  let parsed = false;
  const plain = testHost();
  const readAsset: Host["readAsset"] = (name) => {
    parsed ||= name.endsWith(".wasm");
    return plain.readAsset(name);
  };
  const session = createSession(testHost({ readAsset }), { cacheFolder });
  const assessment = await session.assess({ root: folder });
  session.dispose();
  return { text: JSON.stringify(assessment), parsed };
}

function packsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".pack"))
    .map((path) => join(folder, path));
}

function keyOf(number: number): string {
  return number.toString(16).padStart(32, "0");
}

function content(number: number): Buffer {
  return Buffer.alloc(1000, number + 1);
}
