/**
 * Graph fixtures: readable Python files that say what is expected of each line.
 *
 *     #- shapes.py                                a new file of the same project
 *     shape.area()   # calls: Circle.area, Square.area (override .5)
 *     width = 2      # type: width = builtins.int
 *     np.dot(a, b)   # names: np.dot = numpy.dot
 *     import shapes  # runs: shapes.py
 *
 * `calls` lists every project function that code starting on the line may run: qualname, then in brackets kind and share where they are
 * not to be guessed (share 1 unless written). A line without the marker must run nothing.
 */

import { lineAt } from "../../src/base";
import { buildGraph, type LibraryTypes, type ProjectGraph } from "../../src/graph";
import { blocksOf, forEachExpression } from "../../src/graph/walk-syntax";
import { type Expression, type FileFacts, forEachChildExpression } from "../../src/syntax";
import { extractFacts } from "../support/python-parser";

export interface MarkedProject {
  readonly graph: ProjectGraph;
  readonly texts: ReadonlyMap<string, string>;
  readonly markers: readonly Marker[];
}

export interface Marker {
  readonly path: string;
  readonly line: number;
  readonly kind: "calls" | "type" | "names" | "runs";
  readonly text: string;
}

const MARKER = /# (calls|type|names|runs): (.*?)(?=\s+# (?:calls|type|names|runs): |$)/g;

export async function readMarkedProject(text: string, libraryTypes: LibraryTypes): Promise<MarkedProject> {
  const texts = splitFiles(text);
  const facts: FileFacts[] = [];
  const markers: Marker[] = [];
  for (const [path, source] of texts) {
    facts.push(await extractFacts(path, source));
    source.split("\n").forEach((line, index) => {
      for (const [, kind, expected] of line.matchAll(MARKER)) {
        markers.push({ path, line: index + 1, kind: kind as Marker["kind"], text: (expected as string).trim() });
      }
    });
  }
  return { graph: buildGraph(facts, { libraryTypes }), texts, markers };
}

function splitFiles(text: string): Map<string, string> {
  const files = new Map<string, string>();
  let path = "main.py";
  let lines: string[] = [];
  const finish = () => {
    if (lines.some((line) => line.trim() !== "")) files.set(path, `${lines.join("\n")}\n`);
    else if (path !== "main.py") files.set(path, "");
  };
  for (const line of text.split("\n")) {
    const separator = /^#- (\S+)/.exec(line);
    if (!separator) {
      lines.push(line);
      continue;
    }
    finish();
    path = separator[1] as string;
    lines = [];
  }
  finish();
  return files;
}

/** `path:line` -> what the code starting there runs, as markers write it. */
export function callsByLine({ graph }: MarkedProject, kind: "calls" | "runs"): Map<string, string[]> {
  const found = new Map<string, Map<string, string>>();
  for (const edge of graph.calls.edges) {
    if ((edge.kind === "module-run") !== (kind === "runs")) continue;
    const caller = graph.functions[edge.caller];
    const callee = graph.functions[edge.callee];
    if (!caller || !callee) continue;
    for (const site of edge.sites) {
      const place = `${caller.path}:${lineAt(caller.file.lineStarts, site.range.start)}`;
      const calls = found.get(place) ?? new Map<string, string>();
      found.set(place, calls);
      const name = kind === "runs" ? callee.path : callee.fact.qualname;
      calls.set(`${name} ${edge.kind}`, kind === "runs" ? name : describe(name, edge.kind, site.share, site.perElement));
    }
  }
  return new Map([...found].map(([place, calls]) => [place, [...calls.values()].sort()]));
}

function describe(name: string, kind: string, share: number, perElement?: boolean): string {
  const rounded = Math.round(share * 100) / 100;
  const amount = rounded === 1 ? "" : ` ${String(rounded).replace(/^0/, "")}`;
  return `${name} (${kind}${amount}${perElement ? " each" : ""})`;
}

/** Whether what was found is what a marker's entry asks for: an entry without a kind leaves the kind open. */
export function meets(found: string, expected: string): boolean {
  const entry = /^(\S+)(?: \((.*)\))?$/.exec(expected);
  const actual = /^(\S+) \((\S+)(.*)\)$/.exec(found);
  if (!entry || !actual || entry[1] !== actual[1]) return false;
  const wanted = entry[2] ?? "";
  const [kind, ...rest] = wanted.split(" ");
  const hasKind = kind !== undefined && /^[a-z]/.test(kind) && kind !== "each";
  if (hasKind && kind !== actual[2]) return false;
  return (hasKind ? rest.join(" ") : wanted) === (actual[3] as string).trim();
}

/** The expression written `text` that starts on a line, with its owner. */
export function expressionAt(
  { graph, texts }: MarkedProject,
  path: string,
  line: number,
  text: string,
): { owner: number; expression: Expression } | undefined {
  const source = texts.get(path) ?? "";
  let found: { owner: number; expression: Expression } | undefined;
  for (const node of graph.functions) {
    if (node.path !== path) continue;
    const visit = (expression: Expression): void => {
      if (lineAt(node.file.lineStarts, expression.start) === line && source.slice(expression.start, expression.end) === text) {
        found ??= { owner: node.id, expression };
      }
      forEachChildExpression(expression, visit);
    };
    const statements = (list: typeof node.fact.body): void => {
      for (const statement of list) {
        forEachExpression(statement, visit);
        if (statement.kind === "classDef") statements(node.file.classes[statement.class]?.body ?? []);
        for (const block of blocksOf(statement)) statements(block);
      }
    };
    statements(node.fact.body);
  }
  return found;
}
