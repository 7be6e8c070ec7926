import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeSource } from "../../src/syntax";
import { dumpFacts } from "../support/dump-facts";
import { loadPythonParser } from "../support/python-parser";

const FOLDER = join("test", "fixtures", "syntax");

/** Each `.py` has a `.txt` with its facts; `UPDATE_DUMPS=1` rewrites them, and the difference is then to be read. */
describe("facts of the fixtures", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".py"))) {
    it(name, async () => {
      const parser = await loadPythonParser();
      const actual = dumpFacts(parser.extract(name, decodeSource(readFileSync(join(FOLDER, name)))));
      const dumpFile = join(FOLDER, name.replace(/\.py$/, ".txt"));
      if (process.env["UPDATE_DUMPS"] === "1") writeFileSync(dumpFile, actual);
      assert.equal(actual, readFileSync(dumpFile, "utf8"));
    });
  }
});
