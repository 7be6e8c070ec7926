import { defineRule } from "../define-rule";
import { reducedWindow } from "../patterns/array-windows";
import { indexedByLoop, runsOften, tripsEvidence } from "../patterns/loop-expressions";
import { perElementCaller } from "../patterns/per-element-caller";

/** A loop over the elements of a NumPy array: each access makes a Python object. */
export const rule = defineRule({
  id: "array-element-loop",
  code: "BE301",
  target: "numpy",
  precedence: "evident",
  *check(context) {
    for (const loop of context.loops) {
      if (!loop.isInnermost || !runsOften(loop, context)) continue;
      const window = reducedWindow(loop, context);
      if (window !== undefined) {
        yield {
          range: loop.fact,
          loop: loop.fact.index,
          kind: "array-loop",
          message:
            "Each round reduces one window of the array by a call of its own; numpy.lib.stride_tricks.sliding_window_view gives all windows at once, and differences of a cumulative sum give sums and means.",
          confidence: "high",
          evidence: [tripsEvidence(loop, context), { message: "a window in each round", line: context.lineOf(window.start) }],
          alternatives: ["numba", "pyo3"],
          paysFrom: "from some dozens of windows a call",
          isFinding: true,
        };
        continue;
      }
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
    const caller = perElementCaller(context);
    if (caller === undefined) return;
    yield {
      range: context.function.fact.nameRange,
      kind: "array-loop",
      message: `${caller.fact.qualname} calls it for each element of an array; written for whole arrays, with NumPy's functions in place of math, both run in native code.`,
      confidence: "medium",
      alternatives: ["numba", "pyo3"],
      paysFrom: "from some dozens of elements a call",
    };
  },
});
