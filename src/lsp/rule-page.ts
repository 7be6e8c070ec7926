/** A rule of `knowledge/` as a Markdown page, the same words as its page on the web. */
import type { Session } from "../session";
import type { RulePage } from "./protocol";

type Knowledge = Awaited<ReturnType<Session["knowledge"]>>;

/** `rule` is an id or a code in any case; undefined when there is none of that name. */
export function rulePage(knowledge: Knowledge, rule: string): RulePage | undefined {
  const wanted = rule.toLowerCase();
  const entry = [...knowledge.rules.values()].find(({ id, code }) => id === wanted || code.toLowerCase() === wanted);
  if (entry === undefined) return undefined;
  const sources = entry.sources.flatMap((id) => knowledge.sources.get(id) ?? []);
  const sections = [
    `# ${entry.code}: ${entry.title}`,
    entry.problem.trim(),
    `\`\`\`python\n${entry.before.trimEnd()}\n\`\`\``,
    `## What to do\n\n${entry.remedy.trim()}`,
    `\`\`\`python\n${entry.after.trimEnd()}\n\`\`\``,
    counterparts(knowledge, entry.id),
    `## When not\n\n${entry.whenNot.trim()}`,
    `## How sure\n\n${entry.speedup.basis.trim()}`,
    `## Ignore it\n\n\`# breakeven: ignore[${entry.code}]\` on the line, \`# breakeven: ignore-file[${entry.code}]\` in the file.`,
    sources.length === 0
      ? ""
      : `## Sources\n\n${sources.map(({ title, reference, date }) => `- ${title}, ${reference} (${date})`).join("\n")}`,
  ];
  return { id: entry.id, code: entry.code, title: entry.title, markdown: `${sections.filter(Boolean).join("\n\n")}\n` };
}

/** What the rule about code written by hand recognises. */
function counterparts({ counterparts: entries }: Knowledge, rule: string): string {
  if (rule !== "written-by-hand") return "";
  const rows = entries.map(
    ({ what, use, speedup, requiresPython }) =>
      `| ${what} | ${use}${requiresPython === undefined ? "" : ` (Python ${requiresPython})`} | ${speedup.low} to ${speedup.high} times |`,
  );
  return ["## What is recognised", "", "| by hand | instead | gain |", "|---|---|---|", ...rows].join("\n");
}
