import type { Expression } from "../../syntax";
import type { RuleContext } from "../contract";
import { defineRule } from "../define-rule";

const starts =
  /^(threading\.Thread|concurrent\.futures\.ThreadPoolExecutor\.(submit|map)|multiprocessing\.pool\.ThreadPool\.\w+|multiprocessing\.dummy\.Pool\.\w+)$/;

/** Threads started on a function that computes: they take turns. */
export const rule = defineRule({
  id: "threads-around-cpu-loop",
  code: "BE701",
  target: "pyo3",
  precedence: "specific",
  *check(context) {
    // There they run side by side.
    if (context.settings.freeThreaded === true) return;
    for (const { call, external } of context.calls) {
      if (external === undefined || !starts.test(external)) continue;
      const handed =
        call.keywords.find(({ name }) => name === "target")?.value ?? (external.endsWith("Thread") ? call.args[1] : call.args[0]);
      const computing = handed === undefined ? undefined : computes(handed, context);
      if (computing === undefined) continue;
      yield {
        range: call,
        kind: "numeric-loop",
        message: `Threads run ${computing}, which computes and does not wait: in ordinary builds they take turns at the interpreter lock. Use processes, or compiled code that releases the lock; a free-threaded build of Python 3.14 or later runs them side by side.`,
        confidence: "medium",
        alternatives: ["threads"],
        isFinding: true,
      };
    }
  },
});

/** Name of the function handed over when its own work is Python in a loop. */
function computes(handed: Expression, { graph, heat, function: node }: RuleContext): string | undefined {
  const target = graph.resolve(node.id, handed);
  if (target.kind !== "function") return undefined;
  for (const id of target.functions) {
    const own = heat.functions[id];
    if (own !== undefined && own.mix.python > 0.8 && own.loops.some(({ iterations }) => iterations > 50))
      return graph.functions[id]?.fact.qualname;
  }
  return undefined;
}
