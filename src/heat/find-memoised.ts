/** Functions whose repeated calls are answered from a cache. */
import type { FunctionNode, ProjectGraph } from "../graph";
import type { Expression, Statement } from "../syntax";

const cacheDecorators = new Set([
  "functools.lru_cache",
  "functools.cache",
  "functools.cached_property",
  "django.utils.functional.cached_property",
  "cachetools.cached",
  "cachetools.cachedmethod",
  "joblib.Memory.cache",
  "werkzeug.utils.cached_property",
]);

/** Repeated calls are answered from a cache: by a decorator, or because `__getattr__` stores what it finds as an ordinary attribute. */
export function isMemoised(graph: ProjectGraph, node: FunctionNode): boolean {
  if (node.classId !== undefined && node.fact.name === "__getattr__" && storesAttribute(node.fact.body)) return true;
  return node.fact.decorators.some((decorator) => {
    const callee: Expression = decorator.kind === "call" ? decorator.callee : decorator;
    if (callee.kind !== "name" && callee.kind !== "attribute") return false;
    const target = graph.resolve(node.parent ?? graph.functionId(node.path, 0), callee);
    return target.kind === "external" && cacheDecorators.has(target.name);
  });
}

/** `self.__dict__[name] = value` or `setattr(self, name, value)`. */
function storesAttribute(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case "assign":
        return statement.targets.some((target) => target.kind === "subscript" && lastName(target.value) === "__dict__");
      case "expression":
        return statement.value.kind === "call" && /^(setattr|__setattr__)$/.test(lastName(statement.value.callee) ?? "");
      case "if":
      case "for":
      case "while":
        return storesAttribute(statement.body) || storesAttribute(statement.orElse);
      case "with":
        return storesAttribute(statement.body);
      case "try":
        return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.orElse, statement.finalBody].some(
          storesAttribute,
        );
      default:
        return false;
    }
  });
}

function lastName(expression: Expression): string | undefined {
  return expression.kind === "name" || expression.kind === "attribute" ? expression.name : undefined;
}
