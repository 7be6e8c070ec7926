/** Turns the text of one knowledge file into data, and finds the line of a field again when something is wrong with it. */
import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { KnowledgeText } from "./contract";

export type FieldPath = readonly PropertyKey[];

export interface TextProblem {
  readonly line: number;
  readonly reason: string;
}

export interface ReadText {
  /** Undefined when the text could not be read at all. */
  readonly data: unknown;
  readonly problems: readonly TextProblem[];
  /** 1-based line of a field; of the nearest field around it when it has no place of its own. */
  lineOf(path: FieldPath): number;
}

/** Longer texts are left out: no page of facts is that long, and reading one would stall an editor. */
export const maximumTextLength = 1_000_000;
/** References (`*name`) resolved per file: a few lines of YAML can otherwise stand for gigabytes. */
const maximumAliases = 100;
const maximumDepth = 500;

export function readKnowledgeText({ path, text }: KnowledgeText): ReadText {
  if (text.length > maximumTextLength) {
    const reason = `the file has ${text.length} characters; the most that is read is ${maximumTextLength}`;
    return unreadable(reason);
  }
  return path.endsWith(".json") ? readJson(text) : readYaml(text);
}

function unreadable(reason: string): ReadText {
  return { data: undefined, problems: [{ line: 1, reason }], lineOf: () => 1 };
}

/** Brackets left open at once, those in texts counted too. A parser takes seconds and much stack for what no page of facts has. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x5b || unit === 0x7b) {
      if (++depth > maximumDepth) return true;
    } else if ((unit === 0x5d || unit === 0x7d) && depth > 0) depth--;
  }
  return false;
}

/** JSON is what the build bundles: fast, and only when something is wrong is it read again as YAML, of which it is a part, for the line. */
function readJson(text: string): ReadText {
  try {
    let asYaml: ReadText | undefined;
    const lineOf = (path: FieldPath) => {
      asYaml ??= readYaml(text);
      return asYaml.lineOf(path);
    };
    return { data: JSON.parse(text), problems: [], lineOf };
  } catch (error) {
    const found = readYaml(text).problems;
    const problems = found.length > 0 ? found : [{ line: 1, reason: reasonOf(error) }];
    return { data: undefined, problems, lineOf: () => 1 };
  }
}

function readYaml(text: string): ReadText {
  if (isTooDeep(text)) return unreadable("the text is nested too deeply");
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line || 1;
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2" });
    const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => ({ line: lineAt(pos[0]), reason: message }));
    const broken = document.errors.some(({ code }) => code !== "DUPLICATE_KEY");
    const data = broken ? undefined : document.toJS({ maxAliasCount: maximumAliases });
    return { data, problems, lineOf: (path) => lineAt(offsetOf(document, path)) };
  } catch (error) {
    return { data: undefined, problems: [{ line: 1, reason: reasonOf(error) }], lineOf: () => 1 };
  }
}

function offsetOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    const pair = isMap(node) ? node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === part) : undefined;
    if (pair) offset = startOf(pair.key) ?? offset;
    node = pair ? pair.value : childOf(node, part);
    if (node === undefined || node === null) break;
    if (!pair) offset = startOf(node) ?? offset;
  }
  return offset;
}

function childOf(node: unknown, part: PropertyKey): unknown {
  const collection = node as { get?(key: unknown, keepScalar: boolean): unknown };
  return typeof collection?.get === "function" ? collection.get(part, true) : undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return "the text is nested too deeply";
  return error instanceof Error ? error.message : String(error);
}
