/** What names mean where a function stands. */
import { type Expression, type FileFacts, type Statement, walkStatements } from "../../syntax";
import type { RuleContext } from "../contract";
import { namesBound } from "../patterns/names-bound";
import type { Naming } from "./expression-terms";

export function createNaming({ function: node, externalName }: RuleContext): Naming {
  const { fact, file } = node;
  const parameters = new Set(fact.params.map(({ name }) => name));
  const own = meanings(fact.body);
  const bound = namesBound(fact.body, [], undefined);
  const global = fact.index === 0 ? own : meaningsOfModule(file);
  return {
    external: rememberNames(externalName, (name) => parameters.has(name) || bound.has(name)),
    meaning: (name) => (parameters.has(name) ? undefined : (own.get(name) ?? (bound.has(name) ? undefined : global.get(name)))),
  };
}

/** A name is the same everywhere in a function, and an attribute is from outside only where its first name is: most need no look into the graph. */
function rememberNames(externalName: Naming["external"], isLocal: (name: string) => boolean): Naming["external"] {
  const known = new Map<string, string | undefined>();
  return (expression) => {
    let root = expression;
    while (root.kind === "attribute") root = root.value;
    if (root.kind !== "name") return undefined;
    // A variable is what it is, whatever its value comes from.
    if (!known.has(root.name)) known.set(root.name, isLocal(root.name) ? undefined : externalName(root));
    return root === expression || known.get(root.name) === undefined ? known.get(root.name) : externalName(expression);
  };
}

const modules = new WeakMap<FileFacts, ReadonlyMap<string, Expression>>();

function meaningsOfModule(file: FileFacts): ReadonlyMap<string, Expression> {
  let known = modules.get(file);
  if (known === undefined) {
    known = meanings(file.functions[0]?.body ?? []);
    modules.set(file, known);
  }
  return known;
}

/** Names that are bound once, to a length or a constant. */
function meanings(body: readonly Statement[]): ReadonlyMap<string, Expression> {
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
  const known = [...found].filter((entry): entry is [string, Expression] => entry[1] !== undefined);
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
