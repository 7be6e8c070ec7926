/** `functools.singledispatch`: functions registered with a generic one, `@generic.register`. */
import type { Expression } from "../../syntax";
import type { FunctionId } from "../contract";
import type { Inference } from "../inference";

/** Generic function -> functions registered with it. */
export function dispatchRegistrations(inference: Inference): Map<FunctionId, readonly FunctionId[]> {
  const found = new Map<FunctionId, FunctionId[]>();
  for (const node of inference.project.functions) {
    for (const decorator of node.fact.decorators) {
      const receiver = registerReceiver(decorator);
      if (!receiver) continue;
      for (const value of inference.evaluate(inference.project.definerOf(node.id), receiver)) {
        if (value.kind !== "function" || !isGeneric(inference, value.id)) continue;
        const list = found.get(value.id);
        if (list) list.push(node.id);
        else found.set(value.id, [node.id]);
      }
    }
  }
  return found;
}

function registerReceiver(decorator: Expression): Expression | undefined {
  const callee = decorator.kind === "call" ? decorator.callee : decorator;
  return callee.kind === "attribute" && callee.name === "register" ? callee.value : undefined;
}

function isGeneric(inference: Inference, id: FunctionId): boolean {
  return inference.project.node(id).fact.decorators.some((decorator) => /^singledispatch(method)?$/.test(nameOf(decorator)));
}

function nameOf(expression: Expression): string {
  return expression.kind === "name" || expression.kind === "attribute" ? expression.name : "";
}
