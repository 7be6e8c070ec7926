import { defineRule } from "../define-rule";

/** Imports cheaper than this are not felt, in milliseconds. */
const leastCost = 150;

/** A command-line tool that imports a heavy package at its start, whether it needs it or not. */
export const rule = defineRule({
  id: "heavy-import-at-start",
  code: "BE704",
  target: "stdlib",
  precedence: "specific",
  *check({ function: node, graph, heat, knowledge }) {
    if (node.fact.index !== 0) return;
    const starts = heat.entryPoints.find(
      ({ id, kind }) => (kind === "console-script" || kind === "main" || kind === "command") && graph.functions[id]?.path === node.path,
    );
    if (starts === undefined) return;
    for (const fact of node.file.imports) {
      const top = fact.module.split(".")[0] as string;
      const cost = fact.level === 0 && fact.owner === 0 && !fact.typeCheckingOnly ? knowledge.libraries.importCost(top) : undefined;
      if (cost === undefined || cost < leastCost) continue;
      yield {
        range: fact,
        message: `Importing ${top} takes about ${Math.round(cost)} ms before the tool does anything; import it in the function that needs it (or lazily, from Python 3.15 on).`,
        confidence: "medium",
        isFinding: true,
        part: 0.5,
      };
    }
  },
});
