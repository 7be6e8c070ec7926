/** Which elements a method call puts into its receiver, if the receiver is a built-in container. */
import type { CallExpression, Expression } from "../syntax";
import type { DefinitionSource } from "./definitions";

interface Addition {
  readonly key?: Expression;
  readonly source: DefinitionSource;
  readonly spread: boolean;
}

const NONE: readonly Addition[] = Object.freeze([]);
const ADDS_FIRST = new Set(["append", "add", "appendleft", "put", "put_nowait", "push"]);
const SPREADS_FIRST = new Set(["extend", "update", "extendleft"]);

/** For `xs.append(v)`, `xs.insert(i, v)`, `table.setdefault(k, v)`, `xs.extend(vs)` and the like. */
export function elementsAddedBy(call: CallExpression): readonly Addition[] {
  if (call.callee.kind !== "attribute" || call.args.length === 0) return NONE;
  const { name } = call.callee;
  const [first, second] = call.args as [Expression, Expression?];
  if (ADDS_FIRST.has(name)) return [{ source: assignedFrom(first), spread: false }];
  if (SPREADS_FIRST.has(name)) return [{ source: assignedFrom(first), spread: true }];
  if (name === "setdefault" && second) return [{ key: first, source: assignedFrom(second), spread: false }];
  if (name === "insert" && second) return [{ source: assignedFrom(second), spread: false }];
  return NONE;
}

function assignedFrom(value: Expression): DefinitionSource {
  return { kind: "value", value, path: [] };
}
