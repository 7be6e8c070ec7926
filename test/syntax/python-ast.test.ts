import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  decodeSource,
  type Expression,
  expressionsOf,
  type FileFacts,
  locate,
  type Statement,
  walkExpressions,
  walkStatements,
} from "../../src/syntax";
import { loadPythonParser } from "../support/python-parser";

interface AstDescription {
  readonly definitions: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

const python = spawnSync("python3", ["-c", "import sys, sysconfig; print(sys.version_info >= (3, 10), sysconfig.get_paths()['stdlib'])"], {
  encoding: "utf8",
});
const [isRecent, standardLibrary = ""] = (python.stdout ?? "").trim().split(" ", 2);

/** Every tenth module of the standard library: what Python's own parser sees, we see. */
describe("facts and Python's own ast", () => {
  it("agree on definitions, loops, calls and the rest", async function () {
    if (isRecent !== "True") {
      console.log("      no python3 of version 3.10 or later on the path: there is no ast to compare with");
      return this.skip();
    }
    this.timeout(60_000);
    const files = modulesOf(standardLibrary).filter((_, index) => index % 10 === 0);
    assert.ok(files.length > 10);
    const described = spawnSync("python3", [join("test", "syntax", "python-ast.py")], {
      input: `${files.join("\n")}\n`,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    assert.equal(described.status, 0, described.stderr);
    const expected = described.stdout
      .trim()
      .split("\n")
      .map((line): AstDescription | null => JSON.parse(line));
    const parser = await loadPythonParser();
    let compared = 0;
    for (const [index, file] of files.entries()) {
      const wanted = expected[index];
      if (!wanted) continue;
      const facts = parser.extract(file, decodeSource(readFileSync(file)));
      if (facts.problems.some((problem) => problem.code === "too-large")) continue;
      assert.deepEqual(facts.problems, [], file);
      assert.deepEqual(describeFacts(facts), { definitions: [...wanted.definitions].sort(), counts: wanted.counts }, file);
      compared++;
    }
    assert.ok(compared > 10, `${compared} files compared`);
  });
});

function modulesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/site-packages|lib2to3|[\\/](?:test|tests|idle_test)[\\/]/.test(path))
    .sort();
}

function describeFacts(facts: FileFacts): AstDescription {
  const counts: Record<string, number> = {
    loop: 0,
    call: 0,
    name: 0,
    attribute: 0,
    subscript: 0,
    binary: 0,
    compare: 0,
    lambda: 0,
    yield: 0,
    if: 0,
    statement: 0,
  };
  const count = (kind: string) => {
    if (kind in counts) counts[kind] = (counts[kind] as number) + 1;
  };
  const addExpression = (root: Expression | undefined) => {
    if (root !== undefined) walkExpressions(root, (inner) => count(inner.kind === "yieldFrom" ? "yield" : inner.kind));
  };
  const addStatements = (body: readonly Statement[]) =>
    walkStatements(body, (statement) => {
      count("statement");
      if (statement.kind === "if") count("if");
      expressionsOf(statement).forEach(addExpression);
    });
  for (const { params, returns, decorators, body, loops } of facts.functions) {
    for (const expression of [...params.flatMap((param) => [param.annotation, param.defaultValue]), returns, ...decorators])
      addExpression(expression);
    for (const _ of loops) count("loop");
    addStatements(body);
  }
  for (const { bases, keywords, decorators, body } of facts.classes) {
    for (const expression of [...bases, ...keywords.map((keyword) => keyword.value), ...decorators]) addExpression(expression);
    addStatements(body);
  }
  const definitions = [...facts.functions.slice(1), ...facts.classes].map(
    ({ qualname, start, end }) => `${qualname}:${locate(facts, start).line}-${locate(facts, end).line}`,
  );
  return { definitions: definitions.sort(), counts };
}
