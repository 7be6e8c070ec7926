/** What the user asked not to be told: comments, per-file settings, rules switched off. Codes that do not exist are told back. */
import picomatch from "picomatch";
import { nearestWord } from "../base";
import type { FunctionNode, ProjectGraph } from "../graph";
import type { AdviceSettings, SuppressionProblem } from "./contract";
import type { Rule } from "./define-rule";

export interface Suppressions {
  /** Whether `rule` is silenced for a line (1-based) of a file, or for the whole function that starts there. */
  isSilenced(rule: Rule, node: FunctionNode, line: number): boolean;
  readonly problems: readonly SuppressionProblem[];
}

export function readSuppressions(graph: ProjectGraph, settings: AdviceSettings, rules: readonly Rule[]): Suppressions {
  const disabled = new Set(settings.disabledRules);
  const byPath = settings.ignoredPaths.map(({ glob, rules: names }) => ({ matches: matcher(glob), names: new Set(names) }));
  return {
    isSilenced(rule, node, line) {
      if (isNamed(rule, disabled)) return true;
      if (byPath.some(({ matches, names }) => matches(node.path) && (names.has("*") || isNamed(rule, names)))) return true;
      return node.file.directives.some((directive) => {
        if (directive.scope === "line" && directive.line !== line) return false;
        return directive.codes === undefined || directive.codes.some(({ code }) => code === rule.code || code === rule.id);
      });
    },
    problems: unknownCodes(graph, rules),
  };
}

/** A glob without a slash speaks of files of that name anywhere, as in ignore files. */
function matcher(glob: string): (path: string) => boolean {
  return picomatch(glob.includes("/") ? glob : [glob, `**/${glob}`], { dot: true });
}

function isNamed(rule: Rule, names: ReadonlySet<string>): boolean {
  return names.has(rule.code) || names.has(rule.id);
}

function unknownCodes(graph: ProjectGraph, rules: readonly Rule[]): SuppressionProblem[] {
  const known = rules.flatMap(({ id, code }) => [code, id]);
  const problems: SuppressionProblem[] = [];
  for (const file of graph.files.values()) {
    for (const { code, start, end } of file.directives.flatMap(({ codes }) => codes ?? [])) {
      if (known.includes(code)) continue;
      problems.push({
        path: file.path,
        range: { start, end },
        message: `There is no rule "${code}"; did you mean "${nearestWord(code, known)}"?`,
      });
    }
  }
  return problems;
}
