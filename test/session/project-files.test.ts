import assert from "node:assert/strict";
import { neverCancelled } from "../../src/base";
import type { FactsSource } from "../../src/session/facts-source";
import { slashed } from "../../src/session/node-host";
import { ProjectFiles } from "../../src/session/project-files";
import { testHost } from "./support/open-session";
import { makeFolder } from "./support/temporary-folder";

describe("the reading of files", () => {
  it("ends with the failure of any of the readings that are under way at once", async () => {
    const paths = Array.from({ length: 100 }, (_, index) => `m${index}.py`);
    const folder = makeFolder(Object.fromEntries(paths.map((path) => [path, "x = 1\n"])));
    let calls = 0;
    const source: FactsSource = {
      parallel: 4,
      keyOf: () => undefined,
      async extractAll() {
        calls++;
        if (calls === 2) throw new Error("lost");
        // Longer than the reading of the next files takes.
        return new Promise((done) => setTimeout(() => done([]), 5));
      },
      open: () => Promise.reject(new Error("nothing is open")),
      expect: () => undefined,
      save: async () => undefined,
      close: async () => undefined,
    };
    const files = new ProjectFiles(testHost(), slashed(folder), source);
    const options = { maximumFileSize: 1000, token: neverCancelled, isQuick: false };
    await assert.rejects(files.update(paths, options), /lost/);
    assert.ok(calls < 7, "goes on no longer than it must");
  });
});
