/**
 * What a file is, from its first bytes and never from its name. Files that many have at hand and that hold no readable profile (perf.data,
 * flame graphs as pictures) are known too, so that the message can say how to get one.
 */
import { textEncoding } from "./read/profile-input";

/** JSON formats are told apart by their keys, once the document is read. */
export type ContentKind = "pstats" | "json" | "collapsed";

export type Recognised = { readonly kind: ContentKind } | { readonly unreadable: string };

export function recogniseFormat(head: Uint8Array): Recognised {
  if (head.length === 0) return { unreadable: "the file is empty; record the profile again" };
  return recogniseBinary(head) ?? recogniseText(new TextDecoder(textEncoding(head)).decode(head, { stream: true }));
}

const UNKNOWN = "this is none of the profile formats that can be read (pstats, py-spy, speedscope, collapsed stacks, ...)";

function recogniseBinary(head: Uint8Array): Recognised | undefined {
  const [first, second] = head;
  // A marshalled dictionary (0x80: kept for references) whose first key is a tuple, or that is empty; JSON goes on differently.
  if ((first === 0x7b || first === 0xfb) && second !== undefined && [0x28, 0x29, 0xa8, 0xa9, 0x30].includes(second))
    return { kind: "pstats" };
  const known = UNREADABLE.find(({ magic }) => magic.every((byte, index) => head[index] === byte));
  return known && { unreadable: known.reason };
}

const bytes = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const UNREADABLE: readonly { readonly magic: readonly number[]; readonly reason: string }[] = [
  { magic: bytes("PERFILE2"), reason: "this is perf's own perf.data; run `perf script -i FILE > profile.txt` and import that" },
  { magic: bytes("PK\x03\x04"), reason: "this is a zip archive; unpack it and import the profile inside" },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], reason: "this is packed with zstd; unpack it first (`zstd -d FILE`)" },
  { magic: bytes("memray"), reason: "this is a memory profile of memray; it says nothing about time" },
];

function recogniseText(text: string): Recognised {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start === "") return { unreadable: "the file holds nothing but blanks; record the profile again" };
  if (start.startsWith("{") || start.startsWith("[")) return { kind: "json" };
  if (/^(?:<\?xml|<svg|<!DOCTYPE svg)/i.test(start)) {
    return { unreadable: "this is a flame graph as a picture (SVG); record with `py-spy record -f raw`, or export collapsed stacks" };
  }
  if (/^<!DOCTYPE html|^<html/i.test(start))
    return { unreadable: "this is a web page; export the profile as JSON or collapsed stacks instead" };
  if (/^\s*\d+ function calls .*in [\d.]+ seconds/m.test(start)) {
    return { unreadable: "this is a printed table of cProfile; record the file itself: `python -m cProfile -o profile.pstats script.py`" };
  }
  return hasStacks(start) ? { kind: "collapsed" } : { unreadable: UNKNOWN };
}

/** Most of the first lines end with a count. */
function hasStacks(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .slice(0, 50)
    .filter((line) => line !== "" && !line.startsWith("#"));
  const stacks = lines.filter((line) => /\S\s+[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(line)).length;
  return stacks > 0 && stacks * 2 >= lines.length;
}
