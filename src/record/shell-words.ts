/** Command lines as people type and paste them. */

const isPlain = /^[\w@%+=:,./-]+$/;

/** Words joined so that a shell of the platform reads them back as they are. */
export function toCommandLine(words: readonly string[], platform: NodeJS.Platform = process.platform): string {
  return words.map(platform === "win32" ? quoteWindows : quotePosix).join(" ");
}

/**
 * Splits what was typed as the platform's programs would: spaces separate, quotes hold together, a backslash takes the next character
 * (on Windows, where it is a part of paths, only a quote). Throws SyntaxError when a quote is not closed.
 */
export function splitCommandLine(text: string, platform: NodeJS.Platform = process.platform): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    const escaped = character === "\\" ? readEscape(text.slice(index), quote, platform) : undefined;
    if (escaped !== undefined) {
      word = (word ?? "") + escaped.text;
      index += escaped.length - 1;
    } else if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word += character;
    } else if (character === '"' || (character === "'" && platform !== "win32")) {
      quote = character;
      word ??= "";
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + character;
  }
  if (quote !== undefined) throw new SyntaxError(`the quote ${quote} is not closed`);
  if (word !== undefined) words.push(word);
  return words;
}

/** What the backslashes at the start of `rest` stand for, and how many characters are read; undefined when for themselves. */
function readEscape(rest: string, quote: string | undefined, platform: NodeJS.Platform): { text: string; length: number } | undefined {
  if (platform === "win32") {
    const [, slashes = "", isQuote] = /^(\\+)("?)/.exec(rest) ?? [];
    if (isQuote !== '"') return { text: slashes, length: slashes.length };
    const half = "\\".repeat(slashes.length >> 1);
    return slashes.length % 2 === 1 ? { text: `${half}"`, length: slashes.length + 1 } : { text: half, length: slashes.length };
  }
  const next = rest[1];
  if (quote === "'" || next === undefined) return undefined;
  return quote === undefined || '"\\$`'.includes(next) ? { text: next, length: 2 } : undefined;
}

function quotePosix(word: string): string {
  return isPlain.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Backslashes double before a quote, and only there (rules of the Microsoft C runtime). */
function quoteWindows(word: string): string {
  if (/^[\w@+=:,./\\-]+$/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1")}"`;
}
