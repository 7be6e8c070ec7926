/**
 * What a file is, from its first bytes and never from its name. Files that many have at hand and that hold no readable profile (perf.data,
 * flame graphs as pictures) are known too, so that the message can say how to get one.
 */
import { textEncoding } from "./read/profile-input";
import { isPerfHeader } from "./read/read-perf-script";
import { isTachyonJsonl } from "./read/read-tachyon-jsonl";

/** JSON formats are told apart by their keys, once the document is read. */
export type ContentKind =
  | "pstats"
  | "json"
  | "collapsed"
  | "austin"
  | "austin-mojo"
  | "line-stats"
  | "line-table"
  | "perf-script"
  | "pprof"
  | "tachyon-jsonl"
  | "tachyon-page";

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
  if (startsWith(head, MOJO)) return { kind: "austin-mojo" };
  // Pickle from protocol 2 on, then the version.
  if (first === 0x80 && second !== undefined && second >= 2 && second <= 5) return { kind: "line-stats" };
  if (isPprof(head)) return { kind: "pprof" };
  // A .pyc file starts with two bytes of the version and then a line end of Windows, lest it be taken for text.
  if (head[1] === 0x0d && head[2] === 0x0d && head[3] === 0x0a)
    return { unreadable: "this is compiled Python (.pyc), not a profile of it" };
  const known = UNREADABLE.find(({ magic }) => startsWith(head, magic));
  return known && { unreadable: known.reason };
}

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

/** Writers put the sample types first: field 1, a message of at most two small numbers. */
function isPprof(head: Uint8Array): boolean {
  const length = head[1];
  if (head[0] !== 0x0a || length === undefined || length > 12) return false;
  const isNumber = (byte: number | undefined): boolean => byte === 0x08 || byte === 0x10;
  return length === 0 ? head[2] === 0x0a || head[2] === 0x12 : isNumber(head[2]);
}

const bytes = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const MOJO = bytes("MOJ");

/** Its magic number is a number, so its bytes come in the order of the machine. */
const TACHYON_BINARY =
  "this is the binary form of Python's sampler; turn it into one that is read here: `python -m profiling.sampling replay --gecko -o OUT FILE`";

const UNREADABLE: readonly { readonly magic: readonly number[]; readonly reason: string }[] = [
  { magic: bytes("PERFILE2"), reason: "this is perf's own perf.data; run `perf script -i FILE > profile.txt` and import that" },
  { magic: bytes("PK\x03\x04"), reason: "this is a zip archive; unpack it and import the profile inside" },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], reason: "this is packed with zstd; unpack it first (`zstd -d FILE`)" },
  { magic: bytes("TACH"), reason: TACHYON_BINARY },
  { magic: bytes("HCAT"), reason: TACHYON_BINARY },
  { magic: bytes("memray"), reason: "this is a memory profile of memray; it says nothing about time" },
];

function recogniseText(text: string): Recognised {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start === "") return { unreadable: "the file holds nothing but blanks; record the profile again" };
  const firstLine = start.slice(0, 300);
  if (isTachyonJsonl(firstLine)) return { kind: "tachyon-jsonl" };
  if (start.startsWith("{") || start.startsWith("[")) return { kind: "json" };
  if (/^(?:<\?xml|<svg|<!DOCTYPE svg)/i.test(start)) {
    return { unreadable: "this is a flame graph as a picture (SVG); record with `py-spy record -f raw`, or export collapsed stacks" };
  }
  if (/^<!DOCTYPE html[\s\S]*Tachyon/i.test(start)) return { kind: "tachyon-page" };
  if (/^<!DOCTYPE html|^<html/i.test(start))
    return { unreadable: "this is a web page; export the profile as JSON or collapsed stacks instead" };
  if (/^ *\d+ function calls .*in [\d.]+ seconds/m.test(start)) {
    return { unreadable: "this is a printed table of cProfile; record the file itself: `python -m cProfile -o profile.pstats script.py`" };
  }
  if (/^Timer unit: /m.test(start)) return { kind: "line-table" };
  const lines = start.split(/\r?\n/);
  if (/^# austin: /m.test(start) || lines.slice(0, 20).some((line) => AUSTIN_SAMPLE.test(line))) return { kind: "austin" };
  if (lines.slice(0, 50).some(isPerfHeader)) return { kind: "perf-script" };
  return hasStacks(start) ? { kind: "collapsed" } : { unreadable: UNKNOWN };
}

const AUSTIN_SAMPLE = /^P\d+;T(?:\d+:)?(?:0x)?[0-9a-f]+(?:;.*)? -?\d+(?:,[01],-?\d+)?$/;

/** Most of the first lines end with a count, and none of these is indented; a first line that goes on past the head is one deep stack. */
function hasStacks(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .slice(0, 50)
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length === 1 && text.length >= DEEP_STACK) return text.split(";", 100).length === 100;
  const stacks = lines.filter((line) => /^\S.*\s[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(line)).length;
  return stacks > 0 && stacks * 2 >= lines.length;
}

const DEEP_STACK = 30_000;
