import type { SyntaxProblem } from "./file-facts";

export interface DecodedSource {
  /** The text without a byte order mark. */
  readonly text: string;
  /** Name of the encoding that was used, as `TextDecoder` knows it. */
  readonly encoding: string;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Decodes a Python file as Python does: a byte order mark, else a declaration on the first two lines (PEP 263), else UTF-8.
 * Bytes that do not fit are never an error: the file is then read as Latin-1, byte by byte, with a problem that says so.
 */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  const decoded = decode(bytes);
  const nul = decoded.text.indexOf("\0");
  if (nul === -1) return decoded;
  const problem: SyntaxProblem = {
    code: "null-byte",
    start: nul,
    end: nul + 1,
    message: "The file contains a null byte, which Python does not accept; it may be binary.",
  };
  return { ...decoded, problems: [...decoded.problems, problem] };
}

function decode(bytes: Uint8Array): DecodedSource {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeAs(bytes.subarray(3), "utf-8");
  if (startsWith(bytes, 0xff, 0xfe)) return decodeWide(bytes.subarray(2), "utf-16le");
  if (startsWith(bytes, 0xfe, 0xff)) return decodeWide(bytes.subarray(2), "utf-16be");
  const declared = declaredEncoding(bytes);
  if (declared === undefined) return decodeAs(bytes, "utf-8");
  const label = labelOf(declared);
  if (label === undefined) {
    const fallback = decodeAs(bytes, "utf-8");
    return {
      ...fallback,
      problems: [problem(`The file declares the encoding "${declared}", which is unknown; it was read as ${fallback.encoding}.`)],
    };
  }
  return decodeAs(bytes, label);
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedSource {
  if (encoding === "latin-1") return { text: latin1(bytes), encoding, problems: [] };
  if (encoding === "windows-1252") return { text: windows1252(bytes), encoding, problems: [] };
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding, problems: [] };
  } catch {
    return {
      text: latin1(bytes),
      encoding: "latin-1",
      problems: [problem(`The file is not valid ${encoding.toUpperCase()}; it was read as Latin-1.`)],
    };
  }
}

function decodeWide(bytes: Uint8Array, encoding: string): DecodedSource {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return {
    text,
    encoding,
    problems: [
      problem(`The file is ${encoding.slice(0, 6).toUpperCase()}, which Python does not accept as source; it was read all the same.`),
    ],
  };
}

function problem(message: string): SyntaxProblem {
  return { code: "decoding-error", start: 0, end: 0, message };
}

/** Each byte as the code point of the same number: `TextDecoder` would take Latin-1 for Windows-1252. */
function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}

/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has control characters. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** By hand: Node's own decoder reads Windows-1252 as Latin-1 in some of its releases. */
function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_OR_COMMENT = /^[ \t\f]*(?:#.*)?$/;

/** The encoding named by a comment on line 1, or on line 2 when line 1 holds no code. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 1024));
  const [first = "", second = ""] = head.split(/\r\n|\r|\n/, 2);
  const onFirst = DECLARATION.exec(first)?.[1];
  if (onFirst !== undefined) return onFirst;
  return BLANK_OR_COMMENT.test(first) ? DECLARATION.exec(second)?.[1] : undefined;
}

/** Python's names that `TextDecoder` spells otherwise. */
const PYTHON_NAMES: Readonly<Record<string, string>> = {
  utf8: "utf-8",
  "utf-8-sig": "utf-8",
  u8: "utf-8",
  latin: "latin-1",
  latin1: "latin-1",
  l1: "latin-1",
  "iso-8859-1": "latin-1",
  iso8859: "latin-1",
  cp819: "latin-1",
  ascii: "utf-8",
  "us-ascii": "utf-8",
  cp932: "shift_jis",
  "ms-kanji": "shift_jis",
  sjis: "shift_jis",
  eucjp: "euc-jp",
  euckr: "euc-kr",
  cp949: "euc-kr",
  cp936: "gbk",
  gb2312: "gbk",
};

/** The label for `TextDecoder`, or undefined when neither Python's name nor the plain one is known. */
function labelOf(declared: string): string | undefined {
  const name = declared.toLowerCase().replaceAll("_", "-");
  const mapped = PYTHON_NAMES[name] ?? (/^cp125\d$/.test(name) ? `windows-${name.slice(2)}` : undefined);
  if (mapped === "latin-1" || name === "latin-1") return "latin-1";
  for (const label of [mapped, name, declared.toLowerCase()]) {
    if (label === undefined) continue;
    try {
      return new TextDecoder(label).encoding;
    } catch {
      // Not a label that TextDecoder knows: try the next.
    }
  }
  return undefined;
}
