/** What names mean where a function stands. */
import { type Expression, type Statement, walkStatements } from "../../syntax";
import type { RuleContext } from "../contract";
import { namesBound } from "../patterns/names-bound";
import type { Naming } from "./expression-terms";

export function createNaming({ function: node, externalName }: RuleContext): Naming {
  const { fact, file } = node;
  const own = meanings(fact.body, new Set(fact.params.map(({ name }) => name)));
  const global = fact.index === 0 ? own : meanings(file.functions[0]?.body ?? [], namesBound(fact.body, [], undefined));
  return {
    external: externalName,
    meaning: (name) => own.get(name) ?? (fact.params.some((it) => it.name === name) ? undefined : global.get(name)),
  };
}

/** Names that are bound once, to a length or a constant; those `otherwise` bound are left out. */
function meanings(body: readonly Statement[], otherwise: ReadonlySet<string>): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression | undefined>();
  walkStatements(body, (statement) => {
    const value = statement.kind === "assign" && statement.targets.length === 1 ? statement.value : undefined;
    const target = statement.kind === "assign" ? statement.targets[0] : undefined;
    if (target?.kind === "name" && value !== undefined)
      found.set(target.name, found.has(target.name) || !isMeaning(value) ? undefined : value);
    else if (target?.kind === "tuple" && value?.kind === "tuple") {
      target.elements.forEach((it, index) => {
        if (it.kind !== "name") return;
        const given = value.elements[index];
        found.set(it.name, found.has(it.name) || given === undefined || !isMeaning(given) ? undefined : given);
      });
    } else for (const name of namesBound([withoutBody(statement)], [], undefined)) found.set(name, undefined);
  });
  const known = [...found].filter((entry): entry is [string, Expression] => entry[1] !== undefined && !otherwise.has(entry[0]));
  return new Map(known);
}

function isMeaning(value: Expression): boolean {
  if (value.kind === "constant") return value.type === "int" || value.type === "str" || value.type === "bytes";
  if (value.kind !== "call" || value.callee.kind !== "name" || value.callee.name !== "len") return false;
  return value.args[0]?.kind === "name" || value.args[0]?.kind === "attribute";
}

/** Bodies are walked by themselves. */
function withoutBody(statement: Statement): Statement {
  return statement.kind === "for" ? { ...statement, body: [], orElse: [] } : statement;
}
