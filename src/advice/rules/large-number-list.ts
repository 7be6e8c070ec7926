import type { Expression } from "../../syntax";
import { defineRule } from "../define-rule";

/** Numbers from which a list of them weighs: 36 bytes each against 8 or less. */
const largeCount = 100_000;

/** A list of very many numbers, known from the source. */
export const rule = defineRule({
  id: "large-number-list",
  code: "BE702",
  target: "numpy",
  precedence: "specific",
  *check({ expressions, loops, lineOf, typeName }) {
    for (const expression of expressions) {
      const count = numbersIn(expression);
      if (count === undefined || count < largeCount) continue;
      yield {
        range: expression,
        message: `A list of ${count.toLocaleString("en")} numbers: each takes an object and a slot, about 36 bytes; array.array, bytearray or NumPy take 1 to 8.`,
        confidence: "medium",
        evidence: [{ message: "sizes as sys.getsizeof gives them on 64-bit CPython", line: lineOf(expression.start) }],
        isFinding: true,
        part: 0.2,
      };
    }

    function numbersIn(expression: Expression): number | undefined {
      if (expression.kind === "binary" && expression.operator === "*" && expression.left.kind === "list") {
        const [only, ...others] = expression.left.elements;
        const isNumber =
          only?.kind === "constant" && others.length === 0 && (only.type === "int" || only.type === "float" || only.type === "bool");
        return isNumber && expression.right.kind === "constant" ? expression.right.number : undefined;
      }
      if (expression.kind !== "listComp" || expression.clauses.length !== 1) return undefined;
      const type = typeName(expression.element);
      const trips = loops[expression.clauses[0]?.loop ?? -1]?.heat.trips;
      return trips?.exact === true && (type === "builtins.int" || type === "builtins.float") ? trips.mid : undefined;
    }
  },
});
