/** The different strings of one file, in the order of their first use, written as their lengths and one text. */
import type { StringPool } from "../../base";
import { type ByteReader, DamagedFacts } from "./byte-reader";
import type { ByteWriter } from "./byte-writer";

export class StringTable {
  private readonly numbers = new Map<string, number>();

  clear(): void {
    this.numbers.clear();
  }

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  write(into: ByteWriter): void {
    const strings = [...this.numbers.keys()];
    into.varint(strings.length);
    for (const text of strings) into.varint(text.length);
    const all = strings.join("");
    const isAscii = ASCII.test(all);
    into.byte(isAscii ? 0 : 1);
    const bytes = isAscii ? new TextEncoder().encode(all) : unitsOf(all);
    into.varint(bytes.length);
    into.raw(bytes);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has control characters.
const ASCII = /^[\x00-\x7f]*$/;

export function readStrings(from: ByteReader, pool: StringPool): string[] {
  const count = from.varint();
  const lengths: number[] = [];
  for (let index = 0; index < count; index++) lengths.push(from.varint());
  const isAscii = from.byte() === 0;
  const bytes = from.raw(from.varint());
  const all = isAscii ? decoder.decode(bytes) : textOfUnits(bytes);
  let at = 0;
  const strings = lengths.map((length) => {
    at += length;
    if (at > all.length) throw new DamagedFacts();
    return length === 0 ? "" : pool.slice(all, at - length, at);
  });
  if (at !== all.length) throw new DamagedFacts();
  return strings;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-16 units, low byte first. No decoder: a literal may hold half of a surrogate pair, which decoders replace. */
function unitsOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit & 0xff;
    bytes[index * 2 + 1] = unit >> 8;
  }
  return bytes;
}

function textOfUnits(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const units: number[] = [];
    const end = Math.min(bytes.length, start + CHUNK);
    for (let at = start; at + 1 < end; at += 2) units.push((bytes[at] as number) | ((bytes[at + 1] as number) << 8));
    text += String.fromCharCode(...units);
  }
  return text;
}

/** Even, and few enough arguments for one call. */
const CHUNK = 8192;
