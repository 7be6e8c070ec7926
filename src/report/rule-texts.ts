/** What `knowledge/` says of a rule, for the pages and lists of the command line and of SARIF. */
import type { RuleEntry } from "../knowledge";
import { effortRange, speedupRange, targetName } from "./words";

export type RuleText = Pick<RuleEntry, "id" | "code" | "title" | "problem" | "remedy">;

/** One rule as a page of plain text. `sources` gives title and address of a source id. */
export function explainRule(rule: RuleEntry, sources: (id: string) => string | undefined): string {
  const gain =
    rule.target === "keep" ? [] : [`Speedup: ${speedupRange(rule.speedup)} (${rule.speedup.basis})`, `Effort: ${effortRange(rule.effort)}`];
  return [
    `${rule.code} ${rule.id}: ${rule.title}`,
    `Advice: ${targetName(rule.target)}`,
    ...gain,
    "",
    rule.problem.trim(),
    "",
    rule.remedy.trim(),
    "",
    `When not: ${rule.whenNot.trim()}`,
    "",
    "Before:",
    indent(rule.before),
    "",
    "After:",
    indent(rule.after),
    "",
    `Silence it with: # breakeven: ignore[${rule.code}]`,
    ...(rule.sources.length > 0 ? ["", "Sources:", ...rule.sources.map((id) => `  ${sources(id) ?? id}`)] : []),
    "",
  ].join("\n");
}

/** All rules, a line each, by code. */
export function listRules(rules: Iterable<RuleEntry>): string {
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  const width = Math.max(0, ...sorted.map(({ id }) => id.length));
  const target = Math.max(0, ...sorted.map((rule) => targetName(rule.target).length));
  return sorted
    .map((rule) => `${rule.code}  ${rule.id.padEnd(width)}  ${targetName(rule.target).padEnd(target)}  ${rule.title}\n`)
    .join("");
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
}
