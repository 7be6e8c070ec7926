import { defineRule } from "../define-rule";
import { indexedByLoop, runsOften, tripsEvidence } from "../patterns/loop-expressions";

/** A loop over the elements of a NumPy array: each access makes a Python object. */
export const rule = defineRule({
  id: "array-element-loop",
  code: "BE301",
  target: "numpy",
  precedence: "evident",
  *check(context) {
    for (const loop of context.loops) {
      if (!loop.isInnermost || !runsOften(loop, context)) continue;
      const array = indexedByLoop(loop).find(({ value }) => context.typeName(value) === "numpy.ndarray");
      const iterates = loop.fact.iterable !== undefined && context.typeName(loop.fact.iterable) === "numpy.ndarray";
      if (array === undefined && !iterates) continue;
      const { dependence } = loop.heat;
      const carried = dependence === "loop-carried" || loop.fact.kind === "while";
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        kind: "array-loop",
        target: carried ? "pyo3" : "numpy",
        message: carried
          ? "Each round needs the result of the one before, so that no array operation does it; compile the loop with Numba, or in Rust on a view of the array."
          : `The loop touches the array element by element; ${dependence === "reduction" ? "a reduction such as sum or dot" : "one operation on the whole array"} does the same in native code.`,
        confidence: dependence === "unknown" ? "medium" : "high",
        evidence: [tripsEvidence(loop, context), { message: `rounds are ${dependence}`, line: context.lineOf(loop.fact.start) }],
        alternatives: carried ? ["numba", "cython"] : ["numba", "pyo3"],
        paysFrom: carried ? undefined : "from some dozens of elements a call",
        isFinding: true,
      };
    }
  },
});
