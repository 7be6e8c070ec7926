import { copySlice, type StringPool } from "../base";

/** Longest text that facts keep of one literal, in UTF-16 units. */
const MAX_TEXT = 200;

/** Gathers the value of a string literal: its first 200 units and its whole size. */
export class TextBuilder {
  text = "";
  size = 0;

  /** Adds source text as it stands; `\r\n` counts as one line end, as Python reads it. */
  addSource(from: { readonly text: string; readonly strings: StringPool }, start: number, end: number): void {
    if (end <= start) return;
    const room = MAX_TEXT - this.text.length;
    const kept = room > 0 ? keep(from, start, Math.min(end, start + room)) : "";
    const carriageReturns = countCarriageReturns(from.text, start, end);
    this.size += end - start - carriageReturns;
    if (kept === "") return;
    const normalised = carriageReturns > 0 ? kept.replaceAll("\r\n", "\n") : kept;
    this.text = this.text === "" ? normalised : this.text + normalised;
  }

  /** Adds what the escape sequence at `start` to `end` stands for. */
  addEscape(source: string, start: number, end: number, isBytes: boolean): void {
    const value = decodeEscape(source.slice(start, end), isBytes);
    this.size += value.length;
    if (this.text.length < MAX_TEXT) this.text += value;
  }
}

/** Short texts recur (keys, names); long ones hardly ever do. */
function keep(from: { readonly text: string; readonly strings: StringPool }, start: number, end: number): string {
  return end - start <= MAX_POOLED ? from.strings.slice(from.text, start, end) : copySlice(from.text, start, end);
}

const MAX_POOLED = 32;

/** `\r` that is followed by `\n`. */
function countCarriageReturns(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index + 1 < end; index++) if (text.charCodeAt(index) === 13 && text.charCodeAt(index + 1) === 10) count++;
  return count;
}

const SIMPLE: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
  "\r": "",
};

function decodeEscape(sequence: string, isBytes: boolean): string {
  const letter = sequence.charAt(1);
  const simple = SIMPLE[letter];
  if (simple !== undefined) return simple;
  if (letter >= "0" && letter <= "7") return String.fromCharCode(Number.parseInt(sequence.slice(1), 8));
  if (letter === "x") return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  if (isBytes) return sequence;
  if (letter === "u" || letter === "U") return fromCodePoint(Number.parseInt(sequence.slice(2), 16));
  // `\N{NAME}`: the table of Unicode names is not carried along.
  if (letter === "N") return "\ufffd";
  return sequence;
}

function fromCodePoint(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : "\ufffd";
}
