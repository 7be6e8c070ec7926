/** Text from projects and messages inside Markdown: it stays text whatever characters are in it. */
import { visible } from "./words";

/** Nothing in it is markup, neither within a line nor at the start of one. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]#|~$]/g, "\\$&")
    .replace(/^(\s*\d*)([-+.)])(?=\s|$)/, "$1\\$2")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** A code span that holds its text whatever backticks are in it. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${fence}${pad}${visible(text)}${pad}${fence}`;
}

/** The same in a cell of a table, where a bar would end the cell. */
export function codeCell(text: string): string {
  return codeSpan(text).replaceAll("|", "\\|");
}
