import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildCli, cli } from "./cli/support/run-cli";

describe("the bundles", function () {
  this.timeout(120_000);
  before(buildCli);
  const text = (name: string) => readFileSync(join(dirname(cli), name), "utf8");

  it("hold none of zod's messages in other languages: `import * as z`, since `import { z }` brings them all", () => {
    for (const name of ["cli.js", "server.js", "extension.js"]) assert.ok(!text(name).includes("Ungültige Eingabe"), name);
  });

  it("of the extension hold no parser, which the server has: what it loads, it loads while the editor starts", () => {
    assert.ok(text("server.js").includes("_ts_tree_cursor_new_wasm"), "the name that is looked for is in use");
    assert.ok(!text("extension.js").includes("_ts_tree_cursor_new_wasm"));
  });
});
