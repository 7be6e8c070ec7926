/** `src/advice/counterparts/parsed-shapes.ts`: the shapes of `knowledge/counterparts` as the engine compares them, which has no parser there. */
import { encodeShape } from "../../src/advice/counterparts/shape";
import type { Knowledge } from "../../src/knowledge";
import type { PythonParser } from "../../src/syntax";
import type { GeneratedFile } from "./generated-file";

/** Throws an error that names the entry where a shape is none. */
export function generateCounterpartShapes({ counterparts }: Knowledge, parser: PythonParser): readonly GeneratedFile[] {
  const entries = counterparts.map(({ id, shapes }) => {
    const lines = shapes.map((text) => `    ${quoted(JSON.stringify(parsed(id, text, parser)))},`);
    return [`  "${id}": [`, ...lines, "  ],"].join("\n");
  });
  const text = [
    "/** Written by `npm run generate` from knowledge/counterparts: change that, not this. */",
    "// biome-ignore-all format: generated",
    "// biome-ignore-all lint: generated",
    "export const parsedShapes: Readonly<Record<string, readonly string[]>> = {",
    ...entries,
    "};",
    "",
  ];
  return [{ path: "src/advice/counterparts/parsed-shapes.ts", text: text.join("\n") }];
}

function parsed(id: string, text: string, parser: PythonParser): unknown {
  try {
    return encodeShape(parser.extract(`${id}.py`, text));
  } catch (error) {
    throw new Error(`knowledge/counterparts: ${id}: ${(error as Error).message}\n${text}`);
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
