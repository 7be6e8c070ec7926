/** Which elements a call puts into which container: a method call into its receiver, a heap or bisection into its first argument. */
import type { CallExpression, Expression } from "../syntax";
import type { DefinitionSource } from "./definitions";

interface Addition {
  readonly container: Expression;
  readonly key?: Expression;
  readonly source: DefinitionSource;
  readonly spread: boolean;
}

const NONE: readonly Addition[] = Object.freeze([]);
const ADDS_FIRST = new Set(["append", "add", "appendleft", "put", "put_nowait", "push"]);
const SPREADS_FIRST = new Set(["extend", "update", "extendleft"]);

const KEEPS_ORDER = new Set(["heappush", "heappushpop", "heapreplace", "insort", "insort_left", "insort_right"]);

/** For `xs.append(v)`, `xs.insert(i, v)`, `table.setdefault(k, v)`, `xs.extend(vs)`, `heapq.heappush(xs, v)` and the like. */
export function elementsAddedBy(call: CallExpression): readonly Addition[] {
  const { callee } = call;
  const [first, second] = call.args as [Expression?, Expression?];
  if (first === undefined || (callee.kind !== "attribute" && callee.kind !== "name")) return NONE;
  const { name } = callee;
  if (KEEPS_ORDER.has(name) && second) return [{ container: first, source: assignedFrom(second), spread: false }];
  if (callee.kind === "name") return NONE;
  const container = callee.value;
  if (ADDS_FIRST.has(name)) return [{ container, source: assignedFrom(first), spread: false }];
  if (SPREADS_FIRST.has(name)) return [{ container, source: assignedFrom(first), spread: true }];
  if (name === "setdefault" && second) return [{ container, key: first, source: assignedFrom(second), spread: false }];
  if (name === "insert" && second) return [{ container, source: assignedFrom(second), spread: false }];
  return NONE;
}

function assignedFrom(value: Expression): DefinitionSource {
  return { kind: "value", value, path: [] };
}
