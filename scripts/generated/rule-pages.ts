/** `docs/rules`: a page for each rule, in the words of its knowledge entry, and a list of all of them. */
import type { Knowledge, RuleEntry } from "../../src/knowledge";
import { rulePage } from "../../src/lsp/rule-page";
import type { GeneratedFile } from "./generated-file";

const notice = "<!-- Written by npm run generate from knowledge/rules: change that, not this. -->";

export function generateRulePages(knowledge: Knowledge): readonly GeneratedFile[] {
  const rules = [...knowledge.rules.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const pages = rules.map(({ id }) => ({ path: `docs/rules/${id}.md`, text: `${notice}\n\n${rulePage(knowledge, id)?.markdown ?? ""}` }));
  return [{ path: "docs/rules/README.md", text: index(rules) }, ...pages];
}

function index(rules: readonly RuleEntry[]): string {
  const rows = rules.map(
    ({ code, id, title, target, speedup }) => `| [${code}](${id}.md) | ${id} | ${cell(title)} | ${target} | ${gain(target, speedup)} |`,
  );
  return [
    notice,
    "",
    "# Rules",
    "",
    "Each rule names a pattern in Python code and what pays off there, or why it is best left alone. Gains are for the code that the rule",
    "speaks of, not for the whole program; what each rests on is on its page.",
    "",
    "| code | rule | what it finds | leads to | gain |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function gain(target: string, { low, high }: RuleEntry["speedup"]): string {
  return target === "keep" ? "none" : `${low} to ${high} times`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
