/**
 * Python's pickle format, protocols 0 to 5 (`Lib/pickletools.py` describes each opcode), read without doing what it says: lists, texts and
 * numbers are built, an object becomes the bare data of its state, and only one class may be named at all. Nothing is imported or called.
 */
import { ProfileError } from "../contract";

export type PickleValue = null | boolean | number | string | PickleValue[] | PickleDict | PickleObject;

export class PickleDict {
  readonly entries: [PickleValue, PickleValue][] = [];
}

export class PickleObject {
  state: PickleValue = null;
  constructor(readonly className: string) {}
}

/** A class that the pickle names, before an object is made of it. */
class ClassName {
  constructor(readonly name: string) {}
}

const MARK = Symbol("mark");
type StackItem = PickleValue | ClassName | typeof MARK;

/** Reads a pickle whose only classes match `allowed`, such as `module.Class`. Throws ProfileError for everything else, with the byte. */
export function readPickle(source: string, bytes: Uint8Array, allowed: RegExp): PickleValue {
  return new PickleReader(source, bytes, allowed).read();
}

class PickleReader {
  private offset = 0;
  private readonly view: DataView;
  private readonly stack: StackItem[] = [];
  private readonly memo = new Map<number, StackItem>();

  constructor(
    private readonly source: string,
    private readonly bytes: Uint8Array,
    private readonly allowed: RegExp,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): PickleValue {
    for (;;) {
      const opcode = String.fromCharCode(this.bytes[this.take(1)]!);
      if (opcode === ".") return this.popValue();
      const step = STEPS.get(opcode);
      if (step === undefined) {
        const code = opcode.charCodeAt(0).toString(16).padStart(2, "0");
        throw this.error(`opcode 0x${code} is not one that line_profiler's files have; it is not carried out`);
      }
      step(this);
    }
  }

  push(item: StackItem): void {
    this.stack.push(item);
  }

  popValue(): PickleValue {
    const item = this.stack.pop();
    if (item === undefined || item === MARK || item instanceof ClassName)
      throw this.error("a value was expected here; the pickle is broken");
    return item;
  }

  /** The items above the last mark, which are taken off with it. */
  popMarked(): PickleValue[] {
    const items: PickleValue[] = [];
    for (;;) {
      const item = this.stack.pop();
      if (item === MARK) return items.reverse();
      if (item === undefined || item instanceof ClassName) throw this.error("a mark was expected here; the pickle is broken");
      items.push(item);
    }
  }

  popMany(count: number): PickleValue[] {
    const items: PickleValue[] = [];
    for (let index = 0; index < count; index++) items.push(this.popValue());
    return items.reverse();
  }

  append(items: readonly PickleValue[]): void {
    const list = this.stack.at(-1);
    if (!Array.isArray(list)) throw this.error("a list was expected here; the pickle is broken");
    for (const item of items) list.push(item);
  }

  setItems(items: readonly PickleValue[]): void {
    const dictionary = this.stack.at(-1);
    if (!(dictionary instanceof PickleDict) || items.length % 2 !== 0)
      throw this.error("a dictionary was expected here; the pickle is broken");
    for (let index = 0; index < items.length; index += 2) dictionary.entries.push([items[index]!, items[index + 1]!]);
  }

  nameClass(module: PickleValue, name: PickleValue): void {
    const full = `${module}.${name}`;
    if (!this.allowed.test(full))
      throw this.error(`names ${full.slice(0, 80)}, which no profile of line_profiler does; nothing of it was run`);
    this.stack.push(new ClassName(full));
  }

  /** NEWOBJ and REDUCE: class and arguments; the arguments stand in for a state, should none follow. */
  makeObject(): void {
    const args = this.popValue();
    const made = this.stack.pop();
    if (!(made instanceof ClassName)) throw this.error("a class was expected here; the pickle is broken");
    const object = new PickleObject(made.name);
    object.state = args;
    this.stack.push(object);
  }

  build(): void {
    const state = this.popValue();
    const object = this.stack.at(-1);
    if (!(object instanceof PickleObject)) throw this.error("an object was expected here; the pickle is broken");
    object.state = state;
  }

  remember(key = this.memo.size): void {
    const top = this.stack.at(-1);
    if (top === undefined) throw this.error("a value was expected here; the pickle is broken");
    this.memo.set(key, top);
  }

  recall(key: number): void {
    const item = this.memo.get(key);
    if (item === undefined) throw this.error(`refers to value ${key}, of which there is none`);
    this.stack.push(item);
  }

  uint(size: 1 | 2 | 4): number {
    const at = this.take(size);
    return size === 1 ? this.view.getUint8(at) : size === 2 ? this.view.getUint16(at, true) : this.view.getUint32(at, true);
  }

  int32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  /** A length of eight bytes; none that large fits, so the upper half must be zero. */
  length64(): number {
    const at = this.take(8);
    if (this.view.getUint32(at + 4, true) !== 0) throw this.cut();
    return this.view.getUint32(at, true);
  }

  float(): number {
    return this.view.getFloat64(this.take(8), false);
  }

  /** Little-endian two's complement of any length, as the nearest double. */
  long(length: number): number {
    const at = this.take(length);
    let value = 0;
    for (let index = length - 1; index >= 0; index--) value = value * 256 + this.bytes[at + index]!;
    const isNegative = length > 0 && this.bytes[at + length - 1]! >= 128;
    return isNegative ? value - 256 ** length : value;
  }

  text(length: number): string {
    const at = this.take(length);
    return new TextDecoder().decode(this.bytes.subarray(at, at + length));
  }

  /** Up to a line end, as protocol 0 writes arguments. */
  line(): string {
    const end = this.bytes.indexOf(10, this.offset);
    if (end < 0) throw this.cut();
    const text = this.text(end - this.offset);
    this.offset = end + 1;
    return text;
  }

  numberLine(): number {
    const value = Number(this.line().replace(/L$/, ""));
    if (Number.isNaN(value)) throw this.error("a number was expected here; the pickle is broken");
    return value;
  }

  take(count: number): number {
    if (count > this.bytes.length - this.offset) throw this.cut();
    const at = this.offset;
    this.offset += count;
    return at;
  }

  private cut(): ProfileError {
    return this.error("the file ends too early; it was cut short, record or copy it again");
  }

  error(reason: string): ProfileError {
    return new ProfileError(this.source, reason, `byte ${this.offset}`);
  }
}

function toDict(reader: PickleReader, items: readonly PickleValue[]): void {
  reader.push(new PickleDict());
  reader.setItems(items);
}

const STEPS: ReadonlyMap<string, (reader: PickleReader) => void> = new Map<string, (reader: PickleReader) => void>([
  ["\x80", (it) => void it.uint(1)],
  ["\x95", (it) => void it.length64()],
  ["(", (it) => it.push(MARK)],
  ["0", (it) => void it.popValue()],
  ["1", (it) => void it.popMarked()],
  // Values.
  ["N", (it) => it.push(null)],
  ["\x88", (it) => it.push(true)],
  ["\x89", (it) => it.push(false)],
  ["J", (it) => it.push(it.int32())],
  ["K", (it) => it.push(it.uint(1))],
  ["M", (it) => it.push(it.uint(2))],
  ["\x8a", (it) => it.push(it.long(it.uint(1)))],
  ["\x8b", (it) => it.push(it.long(it.uint(4)))],
  ["G", (it) => it.push(it.float())],
  ["I", (it) => it.push(it.numberLine())],
  ["L", (it) => it.push(it.numberLine())],
  ["F", (it) => it.push(it.numberLine())],
  ["V", (it) => it.push(it.line())],
  ["S", (it) => it.push(it.line().replace(/^(['"])(.*)\1$/, "$2"))],
  ["U", (it) => it.push(it.text(it.uint(1)))],
  ["T", (it) => it.push(it.text(it.uint(4)))],
  ["X", (it) => it.push(it.text(it.uint(4)))],
  ["\x8c", (it) => it.push(it.text(it.uint(1)))],
  ["\x8d", (it) => it.push(it.text(it.length64()))],
  // Containers.
  [")", (it) => it.push([])],
  ["]", (it) => it.push([])],
  ["}", (it) => it.push(new PickleDict())],
  ["t", (it) => it.push(it.popMarked())],
  ["l", (it) => it.push(it.popMarked())],
  ["d", (it) => toDict(it, it.popMarked())],
  ["\x85", (it) => it.push(it.popMany(1))],
  ["\x86", (it) => it.push(it.popMany(2))],
  ["\x87", (it) => it.push(it.popMany(3))],
  ["a", (it) => it.append(it.popMany(1))],
  ["e", (it) => it.append(it.popMarked())],
  ["s", (it) => it.setItems(it.popMany(2))],
  ["u", (it) => it.setItems(it.popMarked())],
  // The memo.
  ["\x94", (it) => it.remember()],
  ["p", (it) => it.remember(it.numberLine())],
  ["q", (it) => it.remember(it.uint(1))],
  ["r", (it) => it.remember(it.uint(4))],
  ["g", (it) => it.recall(it.numberLine())],
  ["h", (it) => it.recall(it.uint(1))],
  ["j", (it) => it.recall(it.uint(4))],
  // Objects, of the one class.
  ["c", (it) => it.nameClass(it.line(), it.line())],
  ["\x93", (it) => it.nameClass(...(it.popMany(2) as [PickleValue, PickleValue]))],
  ["\x81", (it) => it.makeObject()],
  ["R", (it) => it.makeObject()],
  ["b", (it) => it.build()],
]);
