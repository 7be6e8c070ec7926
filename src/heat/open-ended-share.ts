/** How much of the hottest code hangs on loops whose count is in the input alone. */
import type { FunctionId } from "../graph";
import type { FunctionHeat } from "./contract";

const MAX_CALLERS = 20;

/** Part of the heat of `hottest` that stands in such a loop, or is called from one along the chain of largest callers; 0..1. */
export function openEndedShare(functions: readonly FunctionHeat[], hottest: readonly FunctionId[]): number {
  let all = 0;
  let open = 0;
  for (const id of hottest) {
    const heat = functions[id]?.heat ?? 0;
    all += heat;
    if (hangsOnInput(functions, id)) open += heat;
  }
  return all === 0 ? 0 : open / all;
}

function hangsOnInput(functions: readonly FunctionHeat[], start: FunctionId): boolean {
  const seen = new Set<FunctionId>();
  for (let id: FunctionId | "entry" | undefined = start; typeof id === "number" && !seen.has(id) && seen.size < MAX_CALLERS; ) {
    seen.add(id);
    const current: FunctionHeat | undefined = functions[id];
    if (current?.loops.some(({ trips }) => trips.openEnded)) return true;
    id = current?.callers[0]?.caller;
  }
  return false;
}
