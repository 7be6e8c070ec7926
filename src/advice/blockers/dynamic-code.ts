import type { Blocker, RuleContext } from "../contract";

const reflective = new Set([
  "builtins.getattr",
  "builtins.setattr",
  "builtins.delattr",
  "builtins.eval",
  "builtins.exec",
  "builtins.compile",
  "builtins.globals",
  "builtins.locals",
  "builtins.__import__",
  "importlib.import_module",
]);

/** Names that are only known at run time. */
export function* findDynamicCode({ calls, lineOf }: RuleContext): Iterable<Blocker> {
  for (const { call, external } of calls) {
    if (external === undefined || !reflective.has(external)) continue;
    const isConstant = external === "builtins.getattr" && call.args[1]?.kind === "constant";
    if (isConstant) continue;
    const name = external.replace("builtins.", "");
    yield {
      code: "dynamic-attribute",
      line: lineOf(call.start),
      message: `${name}() looks names up at run time; compiled code needs them in advance.`,
    };
  }
}
