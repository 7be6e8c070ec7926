import assert from "node:assert/strict";
import { dirname } from "node:path";
import { collectGenerated, findStale } from "../scripts/generated/collect-generated";

describe("generated files", () => {
  it("are what the repository's sources say", async () => {
    const root = dirname(__dirname);
    const stale = findStale(root, await collectGenerated(root)).map(({ path, reason }) => `${path}: ${reason}`);
    assert.deepEqual(stale, [], `stale files; run: npm run generate\n${stale.join("\n")}`);
  });
});
