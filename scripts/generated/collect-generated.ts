/** Everything that `npm run generate` writes, worked out from what is in the repository now. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadKnowledge } from "../../src/knowledge";
import { createParser, type PythonParser } from "../../src/syntax";
import { generateCounterpartShapes } from "./counterpart-shapes";
import { generateEditorSettings } from "./editor-settings";
import type { GeneratedFile } from "./generated-file";
import { generateJsonSchemas } from "./json-schemas";
import { generateRuleIndex } from "./rule-index";
import { generateRulePages } from "./rule-pages";

/** Folders that hold generated files only: others in them are left over. */
const ownedFolders = ["docs/rules", "docs/schema/knowledge"];

export interface StaleFile {
  readonly path: string;
  readonly reason: "missing" | "outdated" | "left over";
}

export async function collectGenerated(root: string): Promise<readonly GeneratedFile[]> {
  const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
  const rules = namesIn(join(root, "src/advice/rules"), ".ts").filter((name) => name !== "index");
  const knowledge = loadKnowledge(knowledgeTexts(root));
  return [
    ...generateRulePages(knowledge),
    ...generateCounterpartShapes(knowledge, await loadParser(root)),
    ...generateJsonSchemas(),
    ...generateRuleIndex(rules),
    ...generateEditorSettings(readJson("package.json"), readJson("package.nls.json")),
  ];
}

export function findStale(root: string, files: readonly GeneratedFile[]): readonly StaleFile[] {
  const stale = files.flatMap(({ path, text }): StaleFile[] => {
    if (!existsSync(join(root, path))) return [{ path, reason: "missing" }];
    return readFileSync(join(root, path), "utf8") === text ? [] : [{ path, reason: "outdated" }];
  });
  return [...stale, ...leftOver(root, files).map((path) => ({ path, reason: "left over" }) as const)];
}

/** Writes what is stale and removes what is left over. */
export function bringUpToDate(root: string, files: readonly GeneratedFile[], stale: readonly StaleFile[]): void {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, reason } of stale) {
    const absolute = join(root, path);
    if (reason === "left over") rmSync(absolute);
    else {
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, texts.get(path) as string);
    }
  }
}

function leftOver(root: string, files: readonly GeneratedFile[]): readonly string[] {
  const wanted = new Set(files.map(({ path }) => path));
  return ownedFolders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder))
      .map((name) => `${folder}/${name}`)
      .filter((path) => !wanted.has(path));
  });
}

async function loadParser(root: string): Promise<PythonParser> {
  const { resolve } = createRequire(join(root, "package.json"));
  const read = (path: string) => readFileSync(resolve(path));
  return createParser({
    treeSitterWasm: read("web-tree-sitter/web-tree-sitter.wasm"),
    pythonWasm: read("tree-sitter-python/tree-sitter-python.wasm"),
  });
}

function knowledgeTexts(root: string) {
  const folder = join(root, "knowledge");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function namesIn(folder: string, ending: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}
