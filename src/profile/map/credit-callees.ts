/**
 * line_profiler's files tell how long each line took with everything that it called, and not what that was. The project's facts do: the
 * time of functions that were profiled too is taken off the lines that call them.
 */
import { lineAt } from "../../base";
import { expressionsOf, walkExpressions, walkStatements } from "../../syntax";
import type { ProfileNode } from "../contract";
import { type FunctionTimes, subtractCallees } from "../read/own-line-times";
import type { PlacedProfile } from "./place-profile";

/** The same profile with own times; unchanged where it had these before. */
export function creditCallees(placed: PlacedProfile): PlacedProfile {
  const { profile } = placed;
  if (!profile.linesIncludeCallees) return placed;
  const { functions, nodes } = readFunctions(placed);
  const own = subtractCallees(functions);
  const changed = [...profile.nodes];
  nodes.forEach((lines, index) => {
    lines.forEach((node, at) => {
      const before = changed[node] as ProfileNode;
      changed[node] = { ...before, self: { ...before.self, python: own[index]?.[at] ?? 0 } };
    });
  });
  return { ...placed, profile: { ...profile, nodes: changed } };
}

/** Functions are the roots, their lines the children. */
function readFunctions({ profile, places }: PlacedProfile): { functions: FunctionTimes[]; nodes: number[][] } {
  const roots = new Map<number, number>();
  const functions: FunctionTimes[] = [];
  const nodes: number[][] = [];
  profile.nodes.forEach(({ parent, frame, self }, node) => {
    const { file, name, firstLine = 0, line = 0 } = profile.frames[frame] as (typeof profile.frames)[number];
    if (parent < 0) {
      roots.set(node, functions.push({ file, name, firstLine, lines: [] }) - 1);
      nodes.push([]);
      return;
    }
    const index = roots.get(parent);
    if (index === undefined) return;
    const place = places[frame];
    const calls = place?.kind === "own" && place.line !== undefined ? namesCalledOn(place.placed.node, place.line) : [];
    functions[index]?.lines.push({ line, hits: 0, time: self.python, calls });
    nodes[index]?.push(node);
  });
  return { functions, nodes };
}

type Node = Extract<PlacedProfile["places"][number], { kind: "own" }>["placed"]["node"];

function namesCalledOn({ file, fact }: Node, line: number): string[] {
  const names = new Set<string>();
  walkStatements(fact.body, (statement) => {
    for (const expression of expressionsOf(statement)) {
      walkExpressions(expression, (it) => {
        if (it.kind !== "call") return;
        const { callee } = it;
        const isOn = lineAt(file.lineStarts, it.start) === line || lineAt(file.lineStarts, callee.end) === line;
        if (isOn && (callee.kind === "name" || callee.kind === "attribute")) names.add(callee.name);
      });
    }
  });
  return [...names];
}
