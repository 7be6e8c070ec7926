/** Which kind of hot code a function is, so that figures for that kind apply. */
import type { Expression } from "../../syntax";
import type { RuleContext } from "../contract";
import type { CodeKind } from "../define-rule";
import { type OperationProfile, profileOperations } from "../patterns/operation-profile";
import { selfCalls } from "../patterns/recursion";

const arrayTypes = new Set(["numpy.ndarray", "numpy.matrix"]);

/** Part of the operations that reads attributes, from which code is about objects: walking a tree of them gains far less than recursion over numbers. */
const objectPart = 0.25;

export function classifyCode(context: RuleContext, expressions: readonly Expression[] = hotExpressions(context)): CodeKind {
  if (isFrameWork(context)) return "dataframe-rows";
  const profile = profileOperations(expressions, context);
  const isLooping = context.loops.length > 0;
  const { total } = profile;
  if (total === 0) return "generic";
  if (isLooping && subscriptsArrays(expressions, context)) return "array-loop";
  if (profile.bitwise / total > 0.15) return "bit-manipulation";
  if (profile.text / total > 0.2) return "string-scan";
  if (isLooping && isNumeric(profile)) return "numeric-loop";
  if (profile.attributes / total > objectPart || makesObjects(context)) return "object-graph";
  if (selfCalls(context).length > 0) return "recursion";
  if (profile.hashing / total > 0.25) return "set-dict";
  return "generic";
}

/** Part of the time inside a frame library from which it is the frame that the code is about. */
const framePart = 0.6;

function isFrameWork({ graph, function: node, functionHeat }: RuleContext): boolean {
  return functionHeat.mix.native >= framePart && graph.externalImports(node.path).some((name) => name.split(".")[0] === "pandas");
}

/** The bodies of the loops where there are any, else the whole function. */
function hotExpressions(context: RuleContext): readonly Expression[] {
  const outer = context.loops.filter(({ fact }) => fact.depth === 1);
  return outer.length === 0 ? context.expressions : outer.flatMap(({ expressions }) => expressions);
}

function makesObjects({ calls, graph, function: node }: RuleContext): boolean {
  return calls.some(({ call }) => graph.resolve(node.id, call.callee).kind === "class");
}

function isNumeric({ arithmetic, subscripts, attributes, calls, total }: OperationProfile): boolean {
  return arithmetic >= 2 && (arithmetic + subscripts) / total > 0.55 && (calls + attributes) / total < 0.35;
}

function subscriptsArrays(expressions: readonly Expression[], context: RuleContext): boolean {
  return expressions.some((it) => it.kind === "subscript" && arrayTypes.has(context.typeName(it.value) ?? ""));
}
