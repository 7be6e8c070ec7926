/** Measured time of one file, by line and by function. Nothing where the profile does not fit the project. */
import { lineAt } from "../base";
import type { Analysis } from "./analyse";
import type { FunctionLine, LineHeat } from "./contract";

/** In the order of the lines. A line of a nested function and of the one around it counts for both. */
export function lineHeat({ graph, mapped }: Pick<Analysis, "graph" | "mapped">, path: string): readonly LineHeat[] {
  const file = graph.files.get(path);
  if (file === undefined || mapped?.measured.ranks !== true) return [];
  const lines = new Map<number, LineHeat>();
  for (const { index } of file.functions) {
    const found = mapped.measured.functions.get(graph.functionId(path, index));
    for (const { line, share, native, total } of found?.lines ?? []) {
      const known = lines.get(line);
      lines.set(line, {
        line,
        share: share + (known?.share ?? 0),
        native: native + (known?.native ?? 0),
        total: Math.min(1, Math.max(total, known?.total ?? 0)),
        isStale: found?.isStale === true || known?.isStale === true,
      });
    }
  }
  return [...lines.values()].sort((a, b) => a.line - b.line);
}

export function measuredFunctions({ graph, mapped }: Pick<Analysis, "graph" | "mapped">, path: string): readonly FunctionLine[] {
  const file = graph.files.get(path);
  if (file === undefined || mapped?.measured.ranks !== true) return [];
  return file.functions.flatMap((fact) => {
    const found = mapped.measured.functions.get(graph.functionId(path, fact.index));
    if (found === undefined || found.total === 0) return [];
    const line = fact.index === 0 ? 1 : lineAt(file.lineStarts, fact.start);
    return [{ qualname: fact.qualname, line, share: found.self, total: found.total, isStale: found.isStale }];
  });
}
