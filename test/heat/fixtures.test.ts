import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { problemsOf } from "./read-heat-fixture";

const folder = "test/fixtures/heat";

describe("heat fixtures", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".py"))) {
    it(name.replace(/\.py$/, "").replaceAll("-", " "), async () => {
      const problems = await problemsOf(readFileSync(`${folder}/${name}`, "utf8"));
      assert.equal(problems.join("\n"), "");
    });
  }
});
