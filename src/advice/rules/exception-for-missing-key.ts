import type { Statement } from "../../syntax";
import type { RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";

type Try = Extract<Statement, { kind: "try" }>;
const mappings = /^(?:builtins\.dict|collections\.(?:OrderedDict|ChainMap))$/;

/** `try: d[key]` with `except KeyError` in a loop: a miss costs an exception, several times the look-up. */
export const rule = defineRule({
  id: "exception-for-missing-key",
  code: "BE215",
  target: "stdlib",
  precedence: "generic",
  *check(context) {
    for (const statement of context.statements) {
      if (statement.kind !== "try" || !asksForKey(statement, context)) continue;
      const loop = context.loopAt(statement.start);
      if (loop === undefined || !runsOften(loop, context)) continue;
      yield {
        range: statement.handlers[0] ?? statement,
        loop: loop.fact.index,
        message:
          "Each missing key costs an exception, several times the look-up; where keys are often missing, use get, setdefault, pop with a default or a defaultdict.",
        confidence: "low",
        evidence: [
          { message: "Where keys are hardly ever missing, leave it: try costs nothing until it raises (Python 3.11 and later)." },
          tripsEvidence(loop, context),
        ],
        part: 0.4,
      };
    }
  },
});

/** One statement that reads an item of a mapping, and a handler of KeyError alone that goes on. */
function asksForKey({ body, handlers, finalBody }: Try, { expressions, typeName }: RuleContext): boolean {
  const [only, ...rest] = body;
  const [handler, ...others] = handlers;
  if (only === undefined || handler === undefined || rest.length + others.length + finalBody.length > 0) return false;
  if (handler.type?.kind !== "name" || handler.type.name !== "KeyError" || handler.body.some(({ kind }) => kind === "raise")) return false;
  return expressions.some(
    (it) => it.kind === "subscript" && it.start >= only.start && it.end <= only.end && mappings.test(typeName(it.value) ?? ""),
  );
}
