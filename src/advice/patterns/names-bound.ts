import { childStatements, type Expression, type Statement } from "../../syntax";

/** Names that a loop binds in each round: by assignment, loop target, `with`, `except`, import, walrus, `def`, `del`. */
export function namesBound(
  body: readonly Statement[],
  expressions: readonly Expression[],
  target: Expression | undefined,
): ReadonlySet<string> {
  const names = new Set<string>();
  if (target !== undefined) addTargets(target, names);
  for (const expression of expressions) if (expression.kind === "named") names.add(expression.target.name);
  const pending = [...body];
  for (let statement = pending.pop(); statement !== undefined; statement = pending.pop()) {
    addBindings(statement, names);
    pending.push(...childStatements(statement));
  }
  return names;
}

/** Names that an assignment target binds: `a`, `(a, *b)`; attributes and subscripts bind none. */
export function addTargets(target: Expression, names: Set<string>): void {
  if (target.kind === "name") names.add(target.name);
  else if (target.kind === "tuple" || target.kind === "list") for (const element of target.elements) addTargets(element, names);
  else if (target.kind === "starred") addTargets(target.value, names);
}

function addBindings(statement: Statement, names: Set<string>): void {
  switch (statement.kind) {
    case "assign":
    case "delete":
      for (const target of statement.targets) addTargets(target, names);
      return;
    case "augAssign":
    case "annAssign":
    case "for":
      addTargets(statement.target, names);
      return;
    case "with":
      for (const item of statement.items) if (item.target !== undefined) addTargets(item.target, names);
      return;
    case "try":
      for (const handler of statement.handlers) if (handler.name !== undefined) names.add(handler.name);
      return;
    default:
      return;
  }
}
