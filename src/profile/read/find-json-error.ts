/**
 * Where a text stops being JSON. Engines tell it in some messages only, and in their own words; this scan is run after `JSON.parse` has
 * failed. Without recursion: broken files nest as they like.
 */

/** Offset of the first character that cannot be, or the length of the text where it ends too early. */
export function findJsonError(text: string): number {
  const closers: string[] = [];
  let isValueNext = true;
  let offset = 0;
  for (;;) {
    offset = skip(text, offset, SPACE);
    if (offset >= text.length) return text.length;
    const character = text[offset]!;
    if (isValueNext) {
      if (character === "{" || character === "[") {
        closers.push(character === "{" ? "}" : "]");
        offset = skip(text, offset + 1, SPACE);
        if (text[offset] === closers.at(-1)) isValueNext = false;
        else if (character === "{") {
          const value = skipKey(text, offset);
          if (value.failed) return value.offset;
          offset = value.offset;
        }
        continue;
      }
      const end = character === '"' ? endOfText(text, offset) : skip(text, offset, SCALAR);
      if (end < 0) return -end;
      // A number or word that the end of the file cuts.
      if (end === offset || skip(text, end, WORD) > end) return skip(text, offset, WORD) === text.length ? text.length : end;
      offset = end;
      isValueNext = false;
    } else if (closers.length > 0 && character === closers.at(-1)) {
      closers.pop();
      offset++;
    } else if (closers.length > 0 && character === ",") {
      offset = skip(text, offset + 1, SPACE);
      if (closers.at(-1) === "}") {
        const value = skipKey(text, offset);
        if (value.failed) return value.offset;
        offset = value.offset;
      }
      isValueNext = true;
    } else return offset;
  }
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|/y;

const WORD = /[-+.\w]*/y;

function skip(text: string, offset: number, pattern: RegExp): number {
  pattern.lastIndex = offset;
  pattern.test(text);
  return Math.max(offset, pattern.lastIndex);
}

/** Offset of the value after `"key":`. */
function skipKey(text: string, offset: number): { offset: number; failed: boolean } {
  if (text[offset] !== '"') return { offset, failed: true };
  const end = endOfText(text, offset);
  if (end < 0) return { offset: -end, failed: true };
  const colon = skip(text, end, SPACE);
  return text[colon] === ":" ? { offset: colon + 1, failed: false } : { offset: colon, failed: true };
}

/** Offset after the closing quote; negative where the text breaks off or is none: the offset of what cannot be. */
function endOfText(text: string, offset: number): number {
  for (let index = offset + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5c) index++;
    else if (code === 0x22) return index + 1;
    else if (code < 0x20) return -index;
  }
  return -text.length;
}
