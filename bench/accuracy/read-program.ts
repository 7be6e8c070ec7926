/** Reads the sources of one program into facts. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createParser, decodeSource, type FileFacts, type PythonParser } from "../../src/syntax";

const modules = join(process.cwd(), "node_modules");

export function createBenchParser(): Promise<PythonParser> {
  return createParser({
    treeSitterWasm: readFileSync(join(modules, "web-tree-sitter/web-tree-sitter.wasm")),
    pythonWasm: readFileSync(join(modules, "tree-sitter-python/tree-sitter-python.wasm")),
  });
}

/** Facts of every `.py` file below `folder`, by path relative to it. */
export function readProgram(parser: PythonParser, folder: string): ReadonlyMap<string, FileFacts> {
  const files = new Map<string, FileFacts>();
  for (const path of pythonFiles(folder)) files.set(path, parser.extract(path, decodeSource(readFileSync(join(folder, path)))));
  return files;
}

function pythonFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".py"))
    .sort();
}
