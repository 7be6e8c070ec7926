/** Two names for one container in one scope: `table = t = {}`, `t = table`. What is put into one is in the other. */
import type { Expression } from "../syntax";
import type { ElementSource, Scope } from "./definitions";

/** `limit` elements are kept for a name. */
export function shareElements(scope: Scope, limit: number): void {
  const byValue = new Map<Expression, string>();
  for (const [name, definitions] of scope.names) {
    for (const { source } of definitions) {
      if (source.kind !== "value" || source.path.length > 0) continue;
      const other = source.value.kind === "name" ? source.value.name : byValue.get(source.value);
      if (other === undefined) byValue.set(source.value, name);
      else if (other !== name && scope.names.has(other)) addToBoth(scope, name, other, limit);
    }
  }
}

function addToBoth(scope: Scope, one: string, other: string, limit: number): void {
  const both = new Set<ElementSource>([...(scope.elements.get(one) ?? []), ...(scope.elements.get(other) ?? [])]);
  if (both.size === 0) return;
  const elements = [...both].slice(0, limit);
  scope.elements.set(one, elements);
  scope.elements.set(other, elements);
}
