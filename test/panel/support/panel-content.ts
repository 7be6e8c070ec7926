/** The content that the product ships, as the host sends it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { loadKnowledge } from "../../../src/knowledge";
import { buildPanelContent, type PanelContent } from "../../../src/report";

export function shippedContent(): PanelContent {
  return buildPanelContent(loadKnowledge(readTexts("knowledge")));
}

function readTexts(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(folder, path).split(sep).join("/"), text: readFileSync(path, "utf8") };
    });
}
