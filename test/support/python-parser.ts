import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createParser, type FileFacts, type PythonParser } from "../../src/syntax";

const require = createRequire(`${process.cwd()}/package.json`);
let parser: Promise<PythonParser> | undefined;

/** The parser with the WASM files of the installed packages; loaded once per test process. */
export function loadPythonParser(): Promise<PythonParser> {
  parser ??= readAssets().then(createParser);
  return parser;
}

/** Facts of one file given as text. */
export async function extractFacts(path: string, text: string): Promise<FileFacts> {
  return (await loadPythonParser()).extract(path, text);
}

export async function readAssets(): Promise<{ treeSitterWasm: Uint8Array; pythonWasm: Uint8Array }> {
  const [treeSitterWasm, pythonWasm] = await Promise.all([
    readFile(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
    readFile(require.resolve("tree-sitter-python/tree-sitter-python.wasm")),
  ]);
  return { treeSitterWasm, pythonWasm };
}
