/** Where the project starts: scripts, console scripts, handlers that a framework calls, and what the user named. */
import type { CallEdgeKind, FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { Statement } from "../syntax";
import { isMainTest } from "./branch-probability";
import type { EntryPoint, HeatOptions } from "./contract";

/** An entry point that a function is by itself. */
export interface OwnEntry extends EntryPoint {
  /** What the file does as it runs is its content where another file imports it. */
  readonly unlessImported?: true;
}

/** `own`: by function, what it is an entry point for by itself. */
export function findEntryPoints(graph: ProjectGraph, options: HeatOptions, own: readonly (OwnEntry | undefined)[]): readonly EntryPoint[] {
  const found: EntryPoint[] = [];
  const seen = new Set<FunctionId>();
  const add = (entry: EntryPoint): void => {
    if (seen.has(entry.id)) return;
    seen.add(entry.id);
    found.push(entry);
  };
  for (const wanted of options.entryPoints ?? [])
    for (const id of functionsNamed(graph, wanted)) add({ id, kind: "configured", evidence: `named as ${wanted}` });
  for (const script of options.consoleScripts ?? []) {
    for (const id of functionsOfScript(graph, script.target))
      add({ id, kind: "console-script", evidence: `console script ${script.name} starts ${script.target}` });
  }
  for (const entry of own) {
    if (entry === undefined) continue;
    const { unlessImported, ...known } = entry;
    if (unlessImported === undefined || !isImported(graph, entry.id)) add(known);
  }
  return found;
}

/** What a function of a file that is not cold starts by itself: a script, or what its decorators register. */
export function entryOf(graph: ProjectGraph, node: FunctionNode): OwnEntry | undefined {
  return node.fact.index === 0 ? moduleEntry(graph, node) : decoratedEntry(graph, node);
}

/** Resolves `FILE` (its module code) or `FILE:qualname`; also `package.module:qualname`. Empty when nothing is there. */
export function functionsNamed(graph: ProjectGraph, wanted: string): readonly FunctionId[] {
  const [file = "", qualname = "<module>"] = splitEntry(wanted);
  const path = graph.files.has(file) ? file : graph.modules.get(file);
  if (path === undefined) return [];
  const facts = graph.files.get(path)?.functions ?? [];
  return facts.filter((fact) => fact.qualname === qualname).map((fact) => graph.functionId(path, fact.index));
}

function splitEntry(wanted: string): readonly string[] {
  const colon = wanted.lastIndexOf(":");
  if (colon <= 0) return [wanted.replace(/^\.\//, "")];
  return [wanted.slice(0, colon).replace(/^\.\//, ""), wanted.slice(colon + 1)];
}

function functionsOfScript(graph: ProjectGraph, target: string): readonly FunctionId[] {
  const [module = "", attribute = ""] = target.replace(/\s*\[.*\]$/, "").split(":");
  const path = graph.modules.get(module.trim());
  if (path === undefined) return [];
  const named = functionsNamed(graph, `${path}:${attribute.trim()}`);
  return named.length > 0 ? named : functionsNamed(graph, path);
}

function moduleEntry(graph: ProjectGraph, node: FunctionNode): OwnEntry | undefined {
  if (node.path.endsWith("__main__.py")) return { id: node.id, kind: "main", evidence: `${node.path} runs with python -m` };
  if (node.fact.body.some(isMainGuard)) return { id: node.id, kind: "main", evidence: `${node.path} has if __name__ == "__main__"` };
  if (!startsWork(graph, node)) return undefined;
  return {
    id: node.id,
    kind: "main",
    evidence: `${node.path} calls its own functions as it runs, and nothing imports it`,
    unlessImported: true,
  };
}

function isImported({ calls }: ProjectGraph, id: FunctionId): boolean {
  return calls.incoming[id]?.some(({ kind }) => kind === "module-run") === true;
}

/**
 * A file outside packages whose top level calls functions of the project for their effect: `main()`, `print(solve(1000))`, a loop around
 * such calls.
 */
function startsWork({ calls, files }: ProjectGraph, { id, path, fact }: FunctionNode): boolean {
  if (files.has(path.replace(/[^/]*$/, "__init__.py"))) return false;
  const sites = (calls.outgoing[id] ?? []).filter(({ kind }) => workKinds.has(kind)).flatMap((edge) => edge.sites);
  return fact.body.some(
    (statement) =>
      startingKinds.has(statement.kind) && sites.some(({ range }) => range.start >= statement.start && range.end <= statement.end),
  );
}

const workKinds: ReadonlySet<CallEdgeKind> = new Set(["name", "typed", "override"]);
/** What a module does for its effect alone; assignments give it its content, scripts and libraries alike. */
const startingKinds: ReadonlySet<Statement["kind"]> = new Set(["expression", "for", "while", "with"]);

function isMainGuard(statement: Statement): boolean {
  return statement.kind === "if" && isMainTest(statement.test);
}

const routeMethods = new Set(["route", "get", "post", "put", "patch", "delete", "websocket", "api_route", "head", "options"]);
const taskNames = new Set(["task", "shared_task", "job", "actor", "periodic_task", "flow"]);
const commandNames = new Set(["command", "group", "callback"]);
/** Frameworks whose decorators register a handler; `app.get("/x")` on anything else is a plain method call. */
const webFrameworks = [
  "flask",
  "fastapi",
  "starlette",
  "quart",
  "sanic",
  "bottle",
  "aiohttp",
  "litestar",
  "falcon",
  "django",
  "rest_framework",
];
const taskFrameworks = ["celery", "dramatiq", "rq", "huey", "prefect", "apscheduler", "invoke"];
const commandFrameworks = ["click", "typer"];

function decoratedEntry(graph: ProjectGraph, node: FunctionNode): EntryPoint | undefined {
  for (const decorator of node.fact.decorators) {
    const callee = decorator.kind === "call" ? decorator.callee : decorator;
    if (callee.kind !== "attribute" && callee.kind !== "name") continue;
    const target = graph.resolve(node.parent ?? graph.functionId(node.path, 0), callee);
    const top = target.kind === "external" ? (target.name.split(".")[0] as string) : undefined;
    const comesFrom = (frameworks: readonly string[]): boolean =>
      top !== undefined ? frameworks.includes(top) : target.kind === "unknown" && importsAny(graph, node.path, frameworks);
    if (routeMethods.has(callee.name) && comesFrom(webFrameworks))
      return { id: node.id, kind: "route", evidence: `@${callee.name} registers a route` };
    if (taskNames.has(callee.name) && comesFrom(taskFrameworks))
      return { id: node.id, kind: "task", evidence: `@${callee.name} registers a task` };
    if (commandNames.has(callee.name) && comesFrom(commandFrameworks)) {
      return { id: node.id, kind: "command", evidence: `@${callee.name} registers a command` };
    }
  }
  return undefined;
}

function importsAny(graph: ProjectGraph, path: string, frameworks: readonly string[]): boolean {
  return graph.externalImports(path).some((name) => frameworks.includes(name.split(".")[0] as string));
}
