/** Text from projects inside Markdown: it stays text whatever characters are in it. */
import { visible } from "./words";

/** Text of the project or of messages: nothing in it is markup. */
export function escaped(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>#|&]/g, (it) =>
    it === "<" ? "&lt;" : it === ">" ? "&gt;" : it === "&" ? "&amp;" : `\\${it}`,
  );
}

/** A code span that holds its text whatever backticks are in it. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${visible(text).replaceAll("|", "\\|")}${pad}${fence}`;
}
