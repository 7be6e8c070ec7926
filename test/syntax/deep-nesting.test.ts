import assert from "node:assert/strict";
import {
  childStatements,
  type Expression,
  type FileFacts,
  forEachChildExpression,
  type Statement,
  walkExpressions,
} from "../../src/syntax";
import { extractFacts } from "../support/python-parser";

const repeat = (text: string, count: number) => text.repeat(count);

describe("deeply nested code", () => {
  it("keeps the operands of a chain of 10,000 terms", async () => {
    const terms = Array.from({ length: 10_000 }, (_, index) => `t${index}`);
    const facts = await extractFacts("chain.py", `total = ${terms.join(" + ")}\nafter = 1\n`);
    assert.deepEqual(codes(facts), ["too-deep"]);
    const names = namesIn(facts);
    assert.equal(terms.filter((term) => !names.has(term)).length, 0);
    assert.ok(names.has("after"));
  });

  const shapes: Record<string, string> = {
    parentheses: `x = ${repeat("(", 5000)}1${repeat(")", 5000)}`,
    lists: `x = ${repeat("[", 5000)}1${repeat("]", 5000)}`,
    "call arguments": `x = ${repeat("f(", 3000)}1${repeat(")", 3000)}`,
    "method chain": `x = a${repeat(".b(c)", 5000)}`,
    subscripts: `x = ${repeat("a[", 3000)}1${repeat("]", 3000)}`,
    lambdas: `x = ${repeat("lambda a=1: ", 3000)}1`,
    comprehensions: `x = ${repeat("[i for i in ", 1500)}y${repeat("]", 1500)}`,
    "comprehension elements": `x = ${repeat("[", 1500)}y${repeat(" for i in z]", 1500)}`,
    "conditional expressions": `x = ${repeat("a if b else ", 5000)}c`,
    "not and minus": `x = ${repeat("not ", 3000)}${repeat("-", 3000)}y`,
    "boolean chain": `x = ${repeat("a and ", 5000)}b`,
    dictionaries: `x = ${repeat("{1: ", 3000)}1${repeat("}", 3000)}`,
    "power, to the right": `x = ${repeat("a ** ", 5000)}b`,
    awaits: `x = ${repeat("await ", 3000)}b`,
    annotations: `x: ${repeat("List[", 2000)}int${repeat("]", 2000)}`,
    "union types": `x: ${repeat("int | ", 5000)}str`,
  };
  for (const [shape, code] of Object.entries(shapes)) {
    it(`${shape}: cut off with a problem, and the rest is kept`, async () => {
      const facts = await extractFacts("deep.py", `${code}\n\ndef rest():\n    return after\n`);
      assert.ok(codes(facts).includes("too-deep"), `problems: ${codes(facts)}`);
      assert.equal(codes(facts).filter((code) => code === "too-deep").length, 1);
      assert.ok(depthOf(facts) <= 300, `depth ${depthOf(facts)}`);
      assert.equal(facts.functions[1]?.qualname, "rest");
      assert.doesNotThrow(() => structuredClone(facts));
    });
  }

  it("400 levels of blocks: those past 100 are left out", async () => {
    const facts = await extractFacts("blocks.py", nestedBlocks(400));
    assert.deepEqual(codes(facts), ["too-deep"]);
    assert.ok(namesIn(facts).has("a50"));
    assert.ok(namesIn(facts).has("after"));
  });

  it("what not even the parser follows does no harm", async () => {
    // Its memory for indentation ends at about 500 levels, for f-strings far below.
    for (const code of [
      nestedBlocks(1000),
      `x = ${repeat('f"{', 300)}1${repeat('}"', 300)}\nafter = 1`,
      `after = 1\nx = ${repeat("(", 3000)}`,
    ]) {
      const facts = await extractFacts("deep.py", code);
      assert.ok(codes(facts).includes("syntax-error"));
      assert.doesNotThrow(() => structuredClone(facts));
    }
  });

  it("a thousand nested functions", async () => {
    const defs = Array.from({ length: 1000 }, (_, level) => `${" ".repeat(level)}def f${level}():\n`).join("");
    const facts = await extractFacts("defs.py", `${defs}${" ".repeat(1000)}pass\n`);
    assert.ok(codes(facts).includes("too-deep"));
    assert.ok(facts.functions.length >= 90);
  });

  it("2,000 elifs: every branch is kept, and the nesting stays bounded", async () => {
    const elifs = Array.from({ length: 2000 }, (_, index) => `elif x == ${index}:\n    y${index} = 1\n`).join("");
    const facts = await extractFacts("elifs.py", `if x:\n    pass\n${elifs}else:\n    last = 1\n`);
    const names = namesIn(facts);
    for (let index = 0; index < 2000; index++) assert.ok(names.has(`y${index}`), `branch ${index}`);
    assert.ok(names.has("last"));
    assert.ok(depthOf(facts) <= 600);
  });

  it("200 levels are within bounds", async () => {
    const facts = await extractFacts("fine.py", `x = ${repeat("f(", 200)}1${repeat(")", 200)}\ny = ${repeat("a + ", 200)}1\n`);
    assert.deepEqual(facts.problems, []);
  });
});

function nestedBlocks(levels: number): string {
  const blocks = Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}if a${level}:\n`).join("");
  return `${blocks}${" ".repeat(levels)}pass\nafter = 1\n`;
}

function codes(facts: FileFacts): string[] {
  return facts.problems.map((problem) => problem.code);
}

function expressionsIn(statements: readonly Statement[]): Expression[] {
  // Without recursion: the test must not fail for want of stack.
  const found: Expression[] = [];
  const queue = [...statements];
  for (let statement = queue.pop(); statement !== undefined; statement = queue.pop()) {
    queue.push(...childStatements(statement));
    if (statement.kind === "assign") found.push(...statement.targets, statement.value);
    if (statement.kind === "annAssign") found.push(statement.target, statement.annotation);
    if (statement.kind === "if") found.push(statement.test);
    if (statement.kind === "unknown") found.push(...statement.expressions);
  }
  return found;
}

function namesIn(facts: FileFacts): Set<string> {
  const names = new Set<string>();
  for (const expression of facts.functions.flatMap((fact) => expressionsIn(fact.body))) {
    walkExpressions(expression, (inner) => {
      if (inner.kind === "name") names.add(inner.name);
    });
  }
  return names;
}

/** Deepest nesting of statements plus expressions. */
function depthOf(facts: FileFacts): number {
  let deepest = 0;
  const expressions: [Expression, number][] = [];
  const statements: [Statement, number][] = facts.functions.flatMap((fact) =>
    fact.body.map((statement): [Statement, number] => [statement, 1]),
  );
  for (let entry = statements.pop(); entry !== undefined; entry = statements.pop()) {
    const [statement, depth] = entry;
    deepest = Math.max(deepest, depth);
    for (const child of childStatements(statement)) statements.push([child, depth + 1]);
    for (const expression of expressionsIn([{ ...statement, body: [], orElse: [] } as Statement])) expressions.push([expression, depth]);
  }
  for (let entry = expressions.pop(); entry !== undefined; entry = expressions.pop()) {
    const [expression, depth] = entry;
    deepest = Math.max(deepest, depth);
    forEachChildExpression(expression, (child) => expressions.push([child, depth + 1]));
  }
  return deepest;
}
