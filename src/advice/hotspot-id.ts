import { contentHash } from "../base";
import type { FunctionNode } from "../graph";
import { expressionsOf, type FunctionFact, walkExpressions, walkStatements } from "../syntax";

/**
 * A name for a place that survives edits elsewhere: hash of path, qualname and the shape of the code. Lines, blanks, comments and
 * literals do not count, so that it changes only when the code itself does.
 */
export function hotspotId(node: FunctionNode): string {
  let id = known.get(node.fact);
  if (id === undefined) {
    id = identify(node);
    known.set(node.fact, id);
  }
  return id;
}

const known = new WeakMap<FunctionFact, string>();

function identify(node: FunctionNode): string {
  const shape: string[] = [];
  walkStatements(node.fact.body, (statement) => {
    shape.push(statement.kind);
    for (const expression of expressionsOf(statement)) walkExpressions(expression, (it) => void shape.push(it.kind));
  });
  return contentHash(`${node.path}\n${node.fact.qualname}\n${shape.join(" ")}`);
}
