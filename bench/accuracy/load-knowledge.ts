/** The project's own `knowledge/`, as the shipped tool reads it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Knowledge, loadKnowledge } from "../../src/knowledge";

export function loadProjectKnowledge(): Knowledge {
  const folder = join(process.cwd(), "knowledge");
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  return loadKnowledge(texts);
}
