/** Text filled into lines of a given number of terminal columns; wide characters count as two. */
import stringWidth from "string-width";

const blank = "\u00a0";

/** Words in lines of `width` columns; `bullet` before the first, as much blank before the others. A longer word is broken. */
export function fillLines(text: string, width: number, bullet = ""): string[] {
  const indent = " ".repeat(stringWidth(bullet));
  const room = width - stringWidth(bullet);
  const lines: string[] = [];
  let line = "";
  // A number stays with its unit.
  const words = text.replace(/(\d) (?=%|h\b)/g, `$1${blank}`).split(/[ \t\r\n]+/);
  for (const part of words.filter((it) => it !== "").flatMap((word) => breakWord(word, room))) {
    if (line !== "" && stringWidth(line) + 1 + stringWidth(part) > room) {
      lines.push(line);
      line = part;
    } else line = line === "" ? part : `${line} ${part}`;
  }
  if (line !== "") lines.push(line);
  return lines.map((it, index) => `${index === 0 ? bullet : indent}${it.replaceAll(blank, " ")}`);
}

/** A path longer than a line breaks after a slash, another word anywhere. */
function breakWord(word: string, width: number): string[] {
  if (stringWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (stringWidth(part + character) > width) {
      const slash = part.lastIndexOf("/") + 1;
      const cut = slash > part.length / 3 ? slash : part.length;
      parts.push(part.slice(0, cut));
      part = part.slice(cut);
    }
    part += character;
  }
  return [...parts, part];
}
