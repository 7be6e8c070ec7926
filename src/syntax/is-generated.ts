import { Kind } from "./node-kinds";
import type { SyntaxTable } from "./syntax-table";

const GENERATED = [
  /@generated\b/,
  /\bdo not (?:edit|modify|change)\b/i,
  /\bauto-?generated\b/i,
  /\b(?:automatically|machine) generated\b/i,
  /\bgenerated (?:automatically|by|from|with|using)\b/i,
];

/** True when a comment before the first statement says that a program wrote the file; a docstring may stand before it. */
export function isGenerated(text: string, table: SyntaxTable): boolean {
  const { kinds, nexts, starts, ends, count } = table;
  for (let row = 1; row < count; row = nexts[row] as number) {
    const kind = kinds[row] as Kind;
    if (kind === Kind.Comment) {
      const comment = text.slice(starts[row], ends[row]);
      if (GENERATED.some((pattern) => pattern.test(comment))) return true;
    } else if (kind !== Kind.ExpressionStatement || kinds[row + 1] !== Kind.String) return false;
  }
  return false;
}
