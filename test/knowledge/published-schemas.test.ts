/** The JSON Schemas that editors use must agree with what the loader takes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { knowledgeFolder, readProjectTexts } from "../support/knowledge";

function validatorOf(kind: string) {
  const path = join(knowledgeFolder, "..", "docs", "schema", "knowledge", `${kind}.schema.json`);
  return new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(path, "utf8")));
}

describe("published schemas of knowledge files", () => {
  const texts = readProjectTexts();
  const kindOf = (path: string) => path.replace(/\.yaml$/, "").split("/")[0] as string;

  for (const kind of new Set(texts.map(({ path }) => kindOf(path)))) {
    it(`accept every file of the kind ${kind}`, () => {
      const validate = validatorOf(kind);
      for (const { path, text } of texts.filter((file) => kindOf(file.path) === kind)) {
        assert.ok(validate(parse(text)), `${path}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
      }
    });
  }

  it("refuse what the loader refuses", () => {
    const validate = validatorOf("sources");
    assert.equal(validate({ sources: [{ id: "UPPER", title: "T", reference: "R", date: "2025", kind: "report" }] }), false);
    assert.equal(validate({ sources: [{ id: "one", title: "T", reference: "R", date: "2025", kind: "report", colour: "red" }] }), false);
    assert.equal(validate({ colours: [] }), false);
  });
});
