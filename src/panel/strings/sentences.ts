/**
 * The engine's sentences in another language, by a catalogue whose keys are the English ones. The engine says one text everywhere, in terminal, JSON
 * and editors; only the panel translates, and what the catalogue does not have stays English. Tests hold it against what the engine says.
 *
 *   {name}    anything, as it stands
 *   {n}       a number, with the language's separators; the same holds for names that begin with n and a digit: {n2}
 *   {w:name}  words or a sentence of the catalogue
 *   {l:name}  parts with semicolons between, each of the catalogue
 */
export type Catalogue = Readonly<Record<string, string>>;

interface Template {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly translation: string;
}

const placeholder = /\{(?:(?:[wl]:)?\w+)\}/g;
const sentenceEnd = /(?<=[.!?])\s+(?=[A-Z])/;

/** `decimal` and `group` are the separators of numbers. */
export function createSay(
  catalogue: Catalogue,
  separators: { readonly decimal: string; readonly group: string },
): (text: string) => string {
  const plain = new Map(Object.entries(catalogue).filter(([key]) => key.match(placeholder) === null));
  const templates = Object.entries(catalogue)
    .filter(([key]) => !plain.has(key))
    // Of two that fit, the one with more words of its own.
    .sort(([a], [b]) => b.replace(placeholder, "").length - a.replace(placeholder, "").length)
    .map(([key, translation]) => compile(key, translation));

  const value = (name: string, text: string): string | undefined => {
    if (/^n\d*$/.test(name)) return text.replace(/[.,]/g, (it) => (it === "." ? separators.decimal : separators.group));
    if (name.startsWith("w:")) return translate(text);
    if (!name.startsWith("l:")) return text;
    const parts = text.split("; ").map(translate);
    return parts.includes(undefined) ? undefined : parts.join("; ");
  };

  const fill = ({ pattern, names, translation }: Template, text: string): string | undefined => {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const values = new Map<string, string>();
    for (const [index, name] of names.entries()) {
      const said = value(name, match[index + 1] as string);
      if (said === undefined) return undefined;
      values.set(name, said);
    }
    return translation.replace(placeholder, (it) => values.get(it.slice(1, -1)) ?? it);
  };

  const translate = (text: string): string | undefined => {
    const known = plain.get(text);
    if (known !== undefined) return known;
    for (const template of templates) {
      const found = fill(template, text);
      if (found !== undefined) return found;
    }
    const sentences = text.split(sentenceEnd);
    if (sentences.length < 2) return undefined;
    const said = sentences.map(translate);
    return said.includes(undefined) ? undefined : said.join(" ");
  };

  const memory = new Map<string, string>();
  return (text) => {
    const known = memory.get(text) ?? translate(text) ?? text;
    memory.set(text, known);
    return known;
  };
}

function compile(key: string, translation: string): Template {
  const names = [...key.matchAll(placeholder)].map(([it]) => it.slice(1, -1));
  const parts = key.split(placeholder).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const holes = names.map((name) => (/^n\d*$/.test(name) ? "(<?\\d[\\d.,]*)" : "(.+?)"));
  return { pattern: new RegExp(`^${parts.map((part, index) => part + (holes[index] ?? "")).join("")}$`, "s"), names, translation };
}
