/** The repository's own `knowledge/`, read once per test run. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Knowledge, type KnowledgeText, loadKnowledge } from "../../src/knowledge";

export const knowledgeFolder = join(dirname(dirname(__dirname)), "knowledge");

let loaded: Knowledge | undefined;

export function loadProjectKnowledge(): Knowledge {
  loaded ??= loadKnowledge(readProjectTexts());
  return loaded;
}

/** Every YAML file below `knowledge/`, paths relative to it with `/`, sorted. */
export function readProjectTexts(): readonly KnowledgeText[] {
  return readdirSync(knowledgeFolder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(knowledgeFolder, path), "utf8") }));
}
