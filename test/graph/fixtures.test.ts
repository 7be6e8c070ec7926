import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { LibraryTypes, SimpleType, SymbolTarget } from "../../src/graph";
import { callsByLine, expressionAt, type MarkedProject, type Marker, meets, readMarkedProject } from "./read-marked-project";

const folder = "test/fixtures/graph";

describe("graph fixtures", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".py"))) {
    it(name.replace(/\.py$/, "").replaceAll("-", " "), async () => {
      const project = await readMarkedProject(readFileSync(`${folder}/${name}`, "utf8"), fewLibraryTypes);
      const problems = [...problemsOfCalls(project, "calls"), ...problemsOfCalls(project, "runs"), ...problemsOfTypes(project)];
      assert.equal(problems.join("\n"), "");
    });
  }
});

/** A handful of library facts, so that the fixtures do not depend on the knowledge base. */
const fewLibraryTypes: LibraryTypes = {
  returnType: (callable) => RETURNS.get(callable),
  attributeType: (type, attribute) => ATTRIBUTES.get(`${type}.${attribute}`),
  subscriptType: (type) =>
    type === "numpy.ndarray" ? { name: "numpy.float64" } : type === "pandas.DataFrame" ? { name: "pandas.Series" } : undefined,
};
const str: SimpleType = { name: "builtins.str" };
const array: SimpleType = { name: "numpy.ndarray" };
const RETURNS = new Map<string, SimpleType>([
  ["builtins.str.split", { name: "builtins.list", args: [str] }],
  ["builtins.str.strip", str],
  ["builtins.str.join", str],
  ["re.compile", { name: "re.Pattern" }],
  ["re.Pattern.match", { name: "re.Match" }],
  ["re.Match.group", str],
  ["numpy.array", array],
  ["numpy.zeros", array],
  ["numpy.ndarray.sum", { name: "numpy.float64" }],
  ["pandas.read_csv", { name: "pandas.DataFrame" }],
  ["pandas.DataFrame.groupby", { name: "pandas.GroupBy" }],
]);
const ATTRIBUTES = new Map<string, SimpleType>([
  ["pandas.DataFrame.values", array],
  ["numpy.ndarray.T", array],
]);

function problemsOfCalls(project: MarkedProject, kind: "calls" | "runs"): string[] {
  const problems: string[] = [];
  const found = callsByLine(project, kind);
  const expected = new Map(
    project.markers.filter((marker) => marker.kind === kind).map((marker) => [`${marker.path}:${marker.line}`, marker]),
  );
  for (const [place, marker] of expected) {
    const missing = marker.text.split(", ").filter((entry) => entry !== "nothing");
    const unexpected = (found.get(place) ?? []).filter((call) => {
      const index = missing.findIndex((entry) => (kind === "runs" ? entry === call : meets(call, entry)));
      if (index >= 0) missing.splice(index, 1);
      return index < 0;
    });
    if (missing.length > 0) problems.push(`${place}: missing ${missing.join(", ")}`);
    if (unexpected.length > 0) problems.push(`${place}: unexpected ${unexpected.join(", ")}`);
  }
  if (kind === "calls") {
    for (const [place, calls] of found) if (!expected.has(place)) problems.push(`${place}: unexpected ${calls.join(", ")}`);
  }
  return problems;
}

function problemsOfTypes(project: MarkedProject): string[] {
  return project.markers
    .filter((marker) => marker.kind === "type" || marker.kind === "names")
    .map((marker) => problemOfExpression(project, marker))
    .filter((problem) => problem !== undefined);
}

function problemOfExpression(project: MarkedProject, { path, line, kind, text }: Marker): string | undefined {
  const [written, expected] = text.split(" = ") as [string, string];
  const place = expressionAt(project, path, line, written);
  if (!place) return `${path}:${line}: no expression ${written}`;
  const { graph } = project;
  const actual =
    kind === "type"
      ? describeType(graph.typeOf(place.owner, place.expression))
      : describeTarget(project, graph.resolve(place.owner, place.expression));
  return actual === expected ? undefined : `${path}:${line}: ${written} is ${actual}, not ${expected}`;
}

function describeType(type: SimpleType | undefined): string {
  if (!type) return "unknown";
  const short = type.classId === undefined ? type.name.replace(/^builtins\./, "") : type.name.slice(type.name.indexOf(".") + 1);
  return type.args ? `${short}[${type.args.map(describeType).join(", ")}]` : short;
}

function describeTarget({ graph }: MarkedProject, target: SymbolTarget): string {
  switch (target.kind) {
    case "function":
      return target.functions.map((id) => graph.functions[id]?.fact.qualname).join("|");
    case "class":
      return graph.classes[target.classId]?.fact.qualname ?? "?";
    case "module":
      return `module ${target.module}`;
    case "external":
      return target.name;
    case "unknown":
      return "unknown";
  }
}
