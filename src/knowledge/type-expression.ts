/** `list[str]`, `dict[str, numpy.ndarray]`: the notation of types in `knowledge/types`. A name without a dot is a builtin. */
import type { TypeRef } from "./contract";
import { deepFreeze } from "./deep-freeze";

const parsed = new Map<string, TypeRef | undefined>();
const maximumDepth = 8;
/** Teams' files pass through here too: the memo starts over rather than grow without end. */
const maximumMemo = 10_000;

/** Undefined when `text` is no type. The same text gives the same frozen object. */
export function parseTypeExpression(text: string): TypeRef | undefined {
  if (parsed.has(text)) return parsed.get(text);
  if (parsed.size > maximumMemo) parsed.clear();
  const type = parse(text);
  parsed.set(text, type && deepFreeze(type));
  return type;
}

function parse(text: string): TypeRef | undefined {
  const reader = { text, offset: 0 };
  const type = readType(reader, 0);
  skipSpace(reader);
  return type && reader.offset === text.length ? type : undefined;
}

interface Reader {
  readonly text: string;
  offset: number;
}

function readType(reader: Reader, depth: number): TypeRef | undefined {
  if (depth > maximumDepth) return undefined;
  const name = readName(reader);
  if (name === undefined) return undefined;
  if (!accept(reader, "[")) return { name };
  const args: TypeRef[] = [];
  do {
    const arg = readType(reader, depth + 1);
    if (!arg) return undefined;
    args.push(arg);
  } while (accept(reader, ","));
  return accept(reader, "]") ? { name, args } : undefined;
}

const namePattern = /[A-Za-z_]\w*(\.[A-Za-z_]\w*)*/y;

function readName(reader: Reader): string | undefined {
  skipSpace(reader);
  namePattern.lastIndex = reader.offset;
  const name = namePattern.exec(reader.text)?.[0];
  if (name === undefined) return undefined;
  reader.offset += name.length;
  return name.includes(".") ? name : `builtins.${name}`;
}

function accept(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.offset] !== character) return false;
  reader.offset++;
  return true;
}

function skipSpace(reader: Reader): void {
  while (reader.text[reader.offset] === " ") reader.offset++;
}
