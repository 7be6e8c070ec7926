/** The floor: reads and parses every Python file of a folder and does nothing else. Arguments: folder, folder with the WASM files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Language, Parser } from "web-tree-sitter";
import { pythonFiles } from "./corpus";

/** As in the tool: longer texts are not parsed. */
const longest = 1_500_000;

async function main([folder = "", assets = ""]: readonly string[]): Promise<void> {
  await Parser.init({ locateFile: () => join(assets, "web-tree-sitter.wasm") });
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(assets, "tree-sitter-python.wasm")));
  for (const path of pythonFiles(folder)) {
    const text = readFileSync(path, "utf8");
    if (text.length < longest) parser.parse(text)?.delete();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
