/** Functions that end in an error whatever happens: calling one is an error path, also where no `raise` shows it. */
import type { FunctionNode } from "../graph";
import type { Statement } from "../syntax";

const known = new WeakMap<FunctionNode, boolean>();

export function alwaysRaises(node: FunctionNode): boolean {
  let answer = known.get(node);
  if (answer === undefined) {
    const { index, isGenerator, body } = node.fact;
    answer = index > 0 && !isGenerator && endsInRaise(body) && !canReturn(body);
    known.set(node, answer);
  }
  return answer;
}

function endsInRaise(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  switch (last?.kind) {
    case "raise":
      return true;
    case "if":
      return endsInRaise(last.body) && endsInRaise(last.orElse);
    case "with":
      return endsInRaise(last.body);
    default:
      return false;
  }
}

function canReturn(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case "return":
        return true;
      case "if":
      case "for":
      case "while":
        return canReturn(statement.body) || canReturn(statement.orElse);
      case "with":
        return canReturn(statement.body);
      case "try":
        return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.orElse, statement.finalBody].some(
          canReturn,
        );
      case "match":
        return statement.cases.some((branch) => canReturn(branch.body));
      default:
        return false;
    }
  });
}
