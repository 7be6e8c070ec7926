import type { CallView, LoopView } from "../contract";
import { defineRule } from "../define-rule";
import { isInvariant } from "../patterns/invariance";
import { callsInLoops, runsOften, tripsEvidence } from "../patterns/loop-expressions";

/** Functions of the standard library that give the same for the same arguments and cost enough to be worth a line. */
const pure = new Set([
  "builtins.sorted",
  "builtins.sum",
  "builtins.min",
  "builtins.max",
  "builtins.list",
  "builtins.set",
  "builtins.dict",
  "builtins.tuple",
  "builtins.frozenset",
  "re.compile",
  "os.path.abspath",
  "os.path.realpath",
  "builtins.str.split",
  "builtins.str.lower",
  "builtins.str.upper",
  "builtins.str.join",
  "datetime.datetime.strptime",
  "json.loads",
  "json.dumps",
]);

/** A costly call whose result cannot change between rounds. */
export const rule = defineRule({
  id: "loop-invariant-call",
  code: "BE203",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const view of callsInLoops(context)) {
      const { call, external, inside } = view;
      if (external === undefined || !pure.has(external) || call.args.length + receivers(view) === 0) continue;
      if (!isFixed(view, inside) || !runsOften(inside, context)) continue;
      // A fresh container for each round is often the point: `list(template)` that is changed afterwards.
      if (/builtins\.(list|set|dict)$/.test(external)) continue;
      yield {
        range: call,
        loop: inside.fact.index,
        message: `${external.replace("builtins.", "")} gives the same in every round; call it once, before the loop.`,
        confidence: "medium",
        evidence: [tripsEvidence(inside, context)],
        isFinding: true,
        part: 0.3,
      };
    }
  },
});

function receivers({ call }: CallView): number {
  return call.callee.kind === "attribute" ? 1 : 0;
}

/** Arguments and receiver read nothing that the loop binds, and nothing in the loop changes them in place. */
function isFixed({ call }: CallView, loop: LoopView): boolean {
  const parts = [
    ...call.args,
    ...call.keywords.map(({ value }) => value),
    ...(call.callee.kind === "attribute" ? [call.callee.value] : []),
  ];
  if (!parts.every((part) => isInvariant(part, loop))) return false;
  const names = parts.flatMap((part) => (part.kind === "name" ? [part.name] : part.kind === "constant" ? [] : [undefined]));
  if (names.includes(undefined)) return false;
  return !loop.expressions.some(
    (it) =>
      it.kind === "call" &&
      it !== call &&
      it.callee.kind === "attribute" &&
      it.callee.value.kind === "name" &&
      names.includes(it.callee.value.name),
  );
}
