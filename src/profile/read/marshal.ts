/**
 * Python's marshal format (`Python/marshal.c`), versions 0 to 5, as far as profiles need it: numbers, texts, tuples, lists, sets and
 * dictionaries. `python -m profile` also writes the code that it ran, as the name of a function; of it the name is taken and the rest
 * skipped. Nothing is ever executed.
 */
import { ProfileError } from "../contract";

export type MarshalValue = null | boolean | number | string | readonly MarshalValue[] | MarshalDict;

/** Keys may be tuples, so a dictionary is a list of pairs. */
export class MarshalDict {
  readonly entries: [MarshalValue, MarshalValue][] = [];
}

/** Throws ProfileError naming the byte at which the data ends too early or is none that marshal writes. */
export function readMarshal(source: string, bytes: Uint8Array): MarshalValue {
  return new MarshalReader(source, bytes).readTop();
}

const FLAG_REF = 0x80;
/** pstats nests four deep; a file that nests deeper wants to exhaust the stack. */
const MAX_DEPTH = 100;
/** Marks the end of a dictionary (`TYPE_NULL`). */
const END = Symbol("end");

class MarshalReader {
  private offset = 0;
  private readonly view: DataView;
  private readonly references: MarshalValue[] = [];
  /** Python 2's interned strings have references of their own. */
  private readonly interned: string[] = [];

  constructor(
    private readonly source: string,
    private readonly bytes: Uint8Array,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  readTop(): MarshalValue {
    const value = this.read(0);
    if (value === END) throw this.error("an object was expected");
    return value;
  }

  private read(depth: number): MarshalValue | typeof END {
    if (depth > MAX_DEPTH) throw this.error(`nested more than ${MAX_DEPTH} deep, which no profile is`);
    const byte = this.byte();
    const type = String.fromCharCode(byte & ~FLAG_REF);
    if (type === "0") return END;
    const slot = byte & FLAG_REF ? this.references.push(null) - 1 : -1;
    const value = this.readType(type, depth, slot);
    if (slot >= 0) this.references[slot] = value;
    return value;
  }

  private readType(type: string, depth: number, slot: number): MarshalValue {
    switch (type) {
      case "N":
      case "S":
      case ".":
        return null;
      case "F":
        return false;
      case "T":
        return true;
      case "i":
        return this.int32();
      case "I":
        return this.int64();
      case "l":
        return this.long();
      case "g":
        return this.view.getFloat64(this.take(8), true);
      case "y":
        this.take(16);
        return null;
      case "f":
        return this.writtenNumber();
      case "r":
        return this.reference(this.references, this.int32());
      case "R":
        return this.reference(this.interned, this.int32());
      default:
        return this.readText(type) ?? this.readContainer(type, depth, slot);
    }
  }

  private readText(type: string): string | undefined {
    switch (type) {
      case "s":
      case "u":
        return this.utf8(this.size(1));
      case "t": {
        const text = this.utf8(this.size(1));
        this.interned.push(text);
        return text;
      }
      case "a":
      case "A":
        return this.latin1(this.size(1));
      case "z":
      case "Z":
        return this.latin1(this.byte());
      default:
        return undefined;
    }
  }

  private readContainer(type: string, depth: number, slot: number): MarshalValue {
    switch (type) {
      case ")":
        return this.items(this.byte(), depth);
      case "(":
      case "[":
      case "<":
      case ">":
        return this.items(this.size(1), depth);
      case "{":
        return this.dictionary(depth, slot);
      case "c":
        return this.codeName(depth);
      case ":":
        return this.some(3, depth);
      default:
        throw this.error(`no object of Python's marshal format starts with 0x${type.charCodeAt(0).toString(16).padStart(2, "0")}`);
    }
  }

  private items(count: number, depth: number): MarshalValue[] {
    if (count > this.bytes.length - this.offset) throw this.cut();
    return this.some(count, depth);
  }

  /**
   * A code object, as its name: numbers (four in Python 2, six in 3.8 to 3.10, else five), then the bytes, seven more objects, the first
   * line, and one or (from 3.11 on, which has the file name one place earlier) two objects.
   */
  private codeName(depth: number): MarshalValue {
    const numbers = [4, 5, 6].find((count) => this.isBytes(this.offset + 4 * count));
    if (numbers === undefined) throw this.error("a code object of a Python that is not known here");
    this.take(4 * numbers);
    const parts = this.some(8, depth);
    this.take(4);
    const isNew = typeof parts[5] === "string";
    this.some(isNew ? 2 : 1, depth);
    const name = isNew ? parts[6] : parts[7];
    return typeof name === "string" ? name : null;
  }

  private isBytes(offset: number): boolean {
    if (offset + 5 > this.bytes.length || (this.bytes[offset]! & ~FLAG_REF) !== 0x73) return false;
    const length = this.view.getInt32(offset + 1, true);
    return length >= 0 && length <= this.bytes.length - offset;
  }

  private some(count: number, depth: number): MarshalValue[] {
    const items: MarshalValue[] = [];
    for (let index = 0; index < count; index++) {
      const item = this.read(depth + 1);
      if (item === END) throw this.error("an object was expected");
      items.push(item);
    }
    return items;
  }

  private dictionary(depth: number, slot: number): MarshalDict {
    const dictionary = new MarshalDict();
    if (slot >= 0) this.references[slot] = dictionary;
    for (;;) {
      const key = this.read(depth + 1);
      if (key === END) return dictionary;
      const value = this.read(depth + 1);
      if (value === END) return dictionary;
      dictionary.entries.push([key, value]);
    }
  }

  private reference<T>(values: readonly T[], index: number): T {
    if (index < 0 || index >= values.length) throw this.error(`refers to object ${index}, of which there is none`);
    return values[index]!;
  }

  /** Offset of the next `count` bytes, which are then used up. */
  private take(count: number): number {
    if (count > this.bytes.length - this.offset) throw this.cut();
    const at = this.offset;
    this.offset += count;
    return at;
  }

  private byte(): number {
    return this.bytes[this.take(1)]!;
  }

  private int32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  private int64(): number {
    return Number(this.view.getBigInt64(this.take(8), true));
  }

  /** Number of items that follow, each at least `bytesEach` long. */
  private size(bytesEach: number): number {
    const count = this.int32();
    if (count < 0) throw this.error(`a negative length, ${count}`);
    if (count * bytesEach > this.bytes.length - this.offset) throw this.cut();
    return count;
  }

  /** Digits of 15 bits, the sign in their count. Past 2^53 the nearest double. */
  private long(): number {
    const count = this.int32();
    const digits = Math.abs(count);
    const at = this.take(digits * 2);
    let value = 0;
    for (let index = digits - 1; index >= 0; index--) value = value * 32768 + this.view.getUint16(at + index * 2, true);
    return count < 0 ? -value : value;
  }

  /** A float as text, as versions 0 and 1 write it. */
  private writtenNumber(): number {
    return Number(this.latin1(this.byte()));
  }

  private latin1(length: number): string {
    const at = this.take(length);
    let text = "";
    for (let index = 0; index < length; index++) text += String.fromCharCode(this.bytes[at + index]!);
    return text;
  }

  private utf8(length: number): string {
    const at = this.take(length);
    return new TextDecoder().decode(this.bytes.subarray(at, at + length));
  }

  private cut(): ProfileError {
    return this.error("the file ends too early; it was cut short, record or copy it again");
  }

  private error(reason: string): ProfileError {
    return new ProfileError(this.source, reason, `byte ${this.offset}`);
  }
}
