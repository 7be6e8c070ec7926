/** Code that runs rarely or not for the user: by where it stands, and by what it is for. */
import type { FunctionNode, ProjectGraph } from "../graph";
import type { Expression } from "../syntax";
import type { ColdReason } from "./contract";

const byFolder: ReadonlyMap<string, ColdReason> = new Map<string, ColdReason>([
  ["test", "test"],
  ["tests", "test"],
  ["testing", "test"],
  ["test_suite", "test"],
  ["testsuite", "test"],
  ["doc", "documentation"],
  ["docs", "documentation"],
  ["example", "example"],
  ["examples", "example"],
  ["samples", "example"],
  ["demo", "example"],
  ["demos", "example"],
  ["tutorial", "example"],
  ["tutorials", "example"],
  ["benchmark", "example"],
  ["benchmarks", "example"],
  ["migrations", "migration"],
]);

const byFile: readonly (readonly [RegExp, ColdReason])[] = [
  [/^(test_.*|.*_test|tests|conftest)\.py$/, "test"],
  [/^(setup|noxfile|toxfile|versioneer|_version|tasks|fabfile|build|conf)\.py$/, "setup"],
  [/.*_pb2(_grpc)?\.py$/, "generated"],
];

/** Why the whole file is cold, if it is. */
export function coldReasonOfFile(graph: ProjectGraph, path: string): ColdReason | undefined {
  const parts = path.split("/");
  const file = parts.pop() as string;
  for (const [pattern, reason] of byFile) if (pattern.test(file)) return reason;
  for (const part of parts) {
    const reason = byFolder.get(part);
    if (reason !== undefined) return reason;
  }
  if (graph.files.get(path)?.generated === true) return "generated";
  return holdsTests(graph, path) ? "test" : undefined;
}

const testLibraries = new Set(["pytest", "unittest", "nose", "hypothesis"]);

/** Tests outside the usual places: the file uses a library for tests, and at least half of its functions are named as such libraries find them. */
function holdsTests(graph: ProjectGraph, path: string): boolean {
  const functions = graph.files.get(path)?.functions.slice(1) ?? [];
  const tests = functions.filter(({ name }) => /^test/i.test(name)).length;
  if (tests === 0 || 2 * tests < functions.length) return false;
  return graph.externalImports(path).some((name) => testLibraries.has(name.split(".")[0] as string));
}

const formattingNames = new Set([
  "__repr__",
  "__str__",
  "__format__",
  "__rich_repr__",
  "__dir__",
  "_repr_html_",
  "__reduce__",
  "__getstate__",
]);

/** Why one function is cold within a file that is not. */
export function coldReasonOfFunction(graph: ProjectGraph, node: FunctionNode): ColdReason | undefined {
  const name = node.fact.name;
  if (node.classId !== undefined && formattingNames.has(name)) return "formatting";
  if (node.fact.index === 0) return undefined;
  if (isExceptionClass(graph, node)) return "error";
  if (buildsArgumentParser(graph, node)) return "configuration";
  return undefined;
}

/** Methods of exceptions run when something goes wrong. */
function isExceptionClass(graph: ProjectGraph, node: FunctionNode): boolean {
  const bases = node.classId === undefined ? [] : (graph.classes[node.classId]?.externalBases ?? []);
  return bases.some((base) => /^builtins\.\w*(Exception|Error|Warning|Exit)$/.test(base));
}

/** The function is there to describe a command line: it makes an ArgumentParser and adds arguments to it. */
function buildsArgumentParser(graph: ProjectGraph, node: FunctionNode): boolean {
  let calls = 0;
  for (const statement of node.fact.body) {
    const value =
      statement.kind === "assign" || statement.kind === "expression" || statement.kind === "return" ? statement.value : undefined;
    if (value === undefined || value.kind !== "call") continue;
    if (isParserCall(graph, node, value.callee)) calls++;
  }
  return calls > 2 && calls * 2 > node.fact.body.length;
}

function isParserCall(graph: ProjectGraph, node: FunctionNode, callee: Expression): boolean {
  if (callee.kind !== "attribute" && callee.kind !== "name") return false;
  if (callee.kind === "attribute" && (callee.name === "add_argument" || callee.name === "set_defaults" || callee.name === "add_option"))
    return true;
  const target = graph.resolve(node.id, callee);
  return target.kind === "external" && target.name === "argparse.ArgumentParser";
}
