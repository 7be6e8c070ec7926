/**
 * One string for all equal spans of texts. Facts hold millions of names but few different ones, and a `text.slice` of more than a
 * dozen units would keep the whole text alive (V8 shares the characters); a pooled string is its own copy.
 */
export class StringPool {
  private slots: (string | undefined)[] = new Array(INITIAL_SLOTS).fill(undefined);
  private used = 0;

  /** `maxStrings` bounds the memory: past it the pool starts over, and only sharing between before and after is lost. */
  constructor(private readonly maxStrings = 200_000) {}

  get size(): number {
    return this.used;
  }

  /** `text.slice(start, end)`, the same object for the same characters. */
  slice(text: string, start: number, end: number): string {
    const length = end - start;
    if (length <= 0) return "";
    let hash = length;
    for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const candidate = this.slots[slot];
      if (candidate === undefined) return this.add(slot, copySlice(text, start, end));
      if (candidate.length === length && equalsSlice(candidate, text, start)) return candidate;
      slot = (slot + 1) & mask;
    }
  }

  clear(): void {
    this.slots = new Array(INITIAL_SLOTS).fill(undefined);
    this.used = 0;
  }

  private add(slot: number, value: string): string {
    this.slots[slot] = value;
    this.used++;
    if (this.used > this.maxStrings) this.clear();
    else if (this.used * 2 > this.slots.length) this.grow();
    return value;
  }

  private grow(): void {
    const strings = this.slots.filter((value) => value !== undefined);
    this.slots = new Array(this.slots.length * 2).fill(undefined);
    this.used = 0;
    for (const value of strings) this.slice(value, 0, value.length);
  }
}

const INITIAL_SLOTS = 4096;

function equalsSlice(candidate: string, text: string, start: number): boolean {
  for (let index = 0; index < candidate.length; index++) {
    if (candidate.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
  }
  return true;
}

/** `text.slice(start, end)` as a string of its own that does not keep `text` alive. */
export function copySlice(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  // Joining makes a rope, and slicing the rope copies its characters into a new string, which the slice then shares.
  return slice.length < SHARED_FROM ? slice : ` ${slice}`.slice(1);
}

/** V8 copies shorter slices anyway. */
const SHARED_FROM = 13;
