import { dottedName } from "../../syntax";
import type { Blocker, RuleContext } from "../contract";

/** Functions that were handed in and are called from a loop: each call goes back into Python. */
export function* findCallbacks({ calls, parameters, lineOf }: RuleContext): Iterable<Blocker> {
  for (const { call, loop } of calls) {
    const name = dottedName(call.callee);
    if (loop === undefined || name === undefined || !parameters.has(name)) continue;
    yield {
      code: "callback-into-python",
      line: lineOf(call.start),
      message: `${name} is handed in by the caller; each call of it crosses back into Python.`,
    };
  }
}
