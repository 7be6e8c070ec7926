/** One assessed file as frames see it: functions by name and by line, and the lines on which code stands. */
import { lineAt } from "../../base";
import type { FunctionId, FunctionNode, ProjectGraph } from "../../graph";
import { type Expression, expressionsOf, type FileFacts, walkExpressions, walkStatements } from "../../syntax";

export interface PlacedFunction {
  readonly id: FunctionId;
  readonly node: FunctionNode;
  /** Python's `co_firstlineno`: the first decorator's line, else that of `def`. */
  readonly firstLine: number;
  readonly defLine: number;
  readonly endLine: number;
}

export interface FileFunctions {
  readonly path: string;
  readonly module: PlacedFunction;
  /** In source order, without the module. */
  readonly all: readonly PlacedFunction[];
  readonly byName: ReadonlyMap<string, readonly PlacedFunction[]>;
  /** Innermost function around a line; the module's own code outside all. */
  around(line: number): PlacedFunction;
  /** The function that owns the class of this name around the line: a class body is a frame of its own. */
  ownerOfClass(name: string, line: number | undefined): PlacedFunction | undefined;
  /** Lines on which a statement or expression of the function starts. */
  codeLines(placed: PlacedFunction): ReadonlySet<number>;
}

export function indexFile(graph: ProjectGraph, file: FileFacts): FileFunctions {
  const placed = file.functions.map((fact): PlacedFunction => {
    const defLine = lineAt(file.lineStarts, fact.start);
    const decorators = fact.decorators.map(({ start }) => lineAt(file.lineStarts, start));
    const id = graph.functionId(file.path, fact.index);
    return {
      id,
      node: graph.functions[id] as FunctionNode,
      firstLine: fact.index === 0 ? 1 : Math.min(defLine, ...decorators),
      defLine,
      endLine: fact.index === 0 ? file.lineStarts.length : lineAt(file.lineStarts, Math.max(fact.start, fact.end - 1)),
    };
  });
  const [module, ...all] = placed as [PlacedFunction, ...PlacedFunction[]];
  const byName = new Map<string, PlacedFunction[]>();
  for (const one of all) {
    const known = byName.get(one.node.fact.name);
    if (known === undefined) byName.set(one.node.fact.name, [one]);
    else known.push(one);
  }
  const lines = new Map<FunctionId, ReadonlySet<number>>();
  return {
    path: file.path,
    module,
    all,
    byName,
    // In source order, so the last one around the line is the innermost.
    around: (line) => all.findLast((one) => one.firstLine <= line && line <= one.endLine) ?? module,
    ownerOfClass(name, line) {
      const found = file.classes.filter((it) => it.name === name);
      const best =
        found.find((it) => line !== undefined && lineAt(file.lineStarts, it.start) <= line && line <= lineAt(file.lineStarts, it.end)) ??
        found[0];
      return best && placed[best.owner];
    },
    codeLines(one) {
      const known = lines.get(one.id);
      if (known !== undefined) return known;
      const made = linesOfCode(file, one);
      lines.set(one.id, made);
      return made;
    },
  };
}

function linesOfCode(file: FileFacts, { node: { fact } }: PlacedFunction): Set<number> {
  const lines = new Set<number>();
  const note = (expression: Expression) => {
    walkExpressions(expression, (it) => void lines.add(lineAt(file.lineStarts, it.start)));
  };
  walkStatements(fact.body, (statement) => {
    lines.add(lineAt(file.lineStarts, statement.start));
    expressionsOf(statement).forEach(note);
  });
  return lines;
}
