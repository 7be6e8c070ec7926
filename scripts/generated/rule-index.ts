/** `src/advice/rules/index.ts`: every rule file of that folder exports its rule as `rule`; here they become one list. */
import type { GeneratedFile } from "./generated-file";

/** `ids` are the file names without `.ts`; nothing is written while there are none. */
export function generateRuleIndex(ids: readonly string[]): readonly GeneratedFile[] {
  if (ids.length === 0) return [];
  const sorted = [...ids].sort();
  const text = [
    "/** Written by `npm run generate` from the files beside it: change those, not this. */",
    'import type { Rule } from "../define-rule";',
    ...sorted.map((id) => `import { rule as ${variable(id)} } from "./${id}";`),
    "",
    "export const rules: readonly Rule[] = [",
    ...sorted.map((id) => `  ${variable(id)},`),
    "];",
    "",
  ];
  return [{ path: "src/advice/rules/index.ts", text: text.join("\n") }];
}

function variable(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
