import { childStatements, type Expression, type Statement } from "../../syntax";
import type { CallView, LoopView, RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { isInvariant } from "../patterns/invariance";
import { callsInLoops, runsOften, tripsEvidence } from "../patterns/loop-expressions";
import { namesBound } from "../patterns/names-bound";

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
      if (!isFixed(view, inside, context) || !runsOften(inside, context)) continue;
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
function isFixed({ call }: CallView, loop: LoopView, context: RuleContext): boolean {
  const parts = [
    ...call.args,
    ...call.keywords.map(({ value }) => value),
    ...(call.callee.kind === "attribute" ? [call.callee.value] : []),
  ];
  if (!parts.every((part) => isInvariant(part, loop))) return false;
  // A module stays what it is.
  const names = parts.flatMap((part) => (part.kind === "name" && context.externalName(part) === undefined ? [part] : []));
  if (parts.some(({ kind }) => kind !== "name" && kind !== "constant")) return false;
  const changed = new Set(loop.body.flatMap(itemsStored));
  const own = namesBound(context.function.fact.body, context.expressions, undefined);
  return !names.some((it) => {
    const { name } = it;
    const isOwn = own.has(name) || context.parameters.has(name) || unchanging.test(context.typeName(it) ?? "");
    return changed.has(name) || loop.expressions.some((other) => other !== call && mayChange(other, name, isOwn, context));
  });
}

const unchanging = /^builtins\.(str|bytes|int|float|bool|tuple|frozenset)$/;

/** A method of the object, or a call whose effect is not known and that the object is handed to, or that may know it from outside. */
function mayChange(it: Expression, name: string, isOwn: boolean, { externalName }: RuleContext): boolean {
  if (it.kind !== "call") return false;
  if (it.callee.kind === "attribute" && isNamed(it.callee.value, name)) return true;
  if (externalName(it.callee) !== undefined) return false;
  return !isOwn || [...it.args, ...it.keywords.map(({ value }) => value)].some((part) => isNamed(part, name));
}

/** Names whose elements or attributes a statement and those in it set or delete: `del book[price]`, `row.total += 1`. */
function itemsStored(statement: Statement): string[] {
  const { kind } = statement;
  const targets =
    kind === "assign" || kind === "delete" ? statement.targets : kind === "augAssign" || kind === "annAssign" ? [statement.target] : [];
  return [...targets.flatMap(ownerOf), ...childStatements(statement).flatMap(itemsStored)];
}

function ownerOf(target: Expression): string[] {
  if (target.kind === "tuple" || target.kind === "list") return target.elements.flatMap(ownerOf);
  if (target.kind !== "subscript" && target.kind !== "attribute") return [];
  return target.value.kind === "name" ? [target.value.name] : ownerOf(target.value);
}

function isNamed(expression: Expression, name: string): boolean {
  return expression.kind === "name" && expression.name === name;
}
