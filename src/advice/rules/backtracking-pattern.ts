import type { Expression } from "../../syntax";
import type { CallView, RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { receiverOf } from "../patterns/loop-expressions";
import { nestedRepetition } from "../patterns/regex-pattern";

const byFunction = /^re\.(?:compile|match|search|fullmatch|findall|finditer|split|subn?)$/;
const byPattern = /^re\.Pattern\.(?:match|search|fullmatch|findall|finditer|split|subn?)$/;

const mostlyNative = 0.6;

/** A pattern that may try exponentially many ways before it gives up. */
export const rule = defineRule({
  id: "backtracking-pattern",
  code: "BE502",
  target: "library",
  precedence: "specific",
  *check(context) {
    // The place that matches speaks, not the line of the module that compiles.
    if (context.function.fact.parent === undefined) return;
    const told = new Set<string>();
    for (const view of context.calls) {
      const text = patternOf(view, context);
      const part = text === undefined ? undefined : nestedRepetition(text, view.external?.endsWith(".fullmatch"));
      if (part === undefined || told.has(part)) continue;
      told.add(part);
      yield {
        range: view.call,
        message: `${part} repeats a repetition: on text that does not match, each further character doubles the time. Write the pattern without it, or use an engine of linear time (google-re2, Rust's regex).`,
        confidence: "medium",
        evidence: [
          { message: "From Python 3.11 on a possessive repetition, a++ in place of a+, gives nothing back and so ends at once." },
          { message: "Texts from outside can be made to hit this on purpose." },
        ],
        isFinding: true,
        part: 0.5,
        // That the time is spent in native code is then no reason to leave it: this is the native code.
        precedence: context.functionHeat.mix.native >= mostlyNative ? "evident" : undefined,
      };
    }
  },
});

function patternOf({ call, external }: CallView, context: RuleContext): string | undefined {
  if (external === undefined) return undefined;
  if (byFunction.test(external)) return literal(call.args[0]);
  return byPattern.test(external) ? literal(compiledAs(receiverOf(call), context)) : undefined;
}

/** What a name of the module was compiled from, `NAME = re.compile(...)`. */
function compiledAs(receiver: Expression | undefined, context: RuleContext): Expression | undefined {
  if (receiver?.kind !== "name") return undefined;
  // By way of the graph, so that an edit of the module asks again.
  for (const statement of context.graph.files.get(context.function.path)?.functions[0]?.body ?? []) {
    if (statement.kind !== "assign" || statement.value.kind !== "call") continue;
    if (statement.targets.some((it) => it.kind === "name" && it.name === receiver.name)) return statement.value.args[0];
  }
  return undefined;
}

function literal(expression: Expression | undefined): string | undefined {
  return expression?.kind === "constant" && expression.type === "str" ? expression.text : undefined;
}
