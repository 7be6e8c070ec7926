import type { Expression, Statement } from "../../syntax";
import type { Blocker, RuleContext } from "../contract";

/** Lists and dicts of the caller that are changed in place: a converted copy would lose the change. */
export function* findMutation({ statements, parameters, lineOf, typeName }: RuleContext): Iterable<Blocker> {
  const told = new Set<string>();
  for (const statement of statements) {
    for (const target of targetsOf(statement)) {
      if (target.kind !== "subscript" || target.value.kind !== "name" || !parameters.has(target.value.name)) continue;
      const { name } = target.value;
      // A NumPy array is shared, not copied, so that writing into it works from either side.
      if (told.has(name) || typeName(target.value)?.startsWith("numpy.")) continue;
      told.add(name);
      yield {
        code: "mutates-argument",
        line: lineOf(statement.start),
        message: `${name} is changed in place and the caller sees it; a converted copy has to be handed back.`,
      };
    }
  }
}

function targetsOf(statement: Statement): readonly Expression[] {
  if (statement.kind === "assign") return statement.targets;
  return statement.kind === "augAssign" ? [statement.target] : [];
}
