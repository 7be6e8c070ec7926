import assert from "node:assert/strict";
import {
  dottedName,
  type Expression,
  expressionsOf,
  functionAt,
  locate,
  type Statement,
  walkExpressions,
  walkStatements,
} from "../../src/syntax";
import { extractFacts } from "../support/python-parser";

const CODE = `
def f(a):
    for x in a.b.c(1, k=d[0]):
        try:
            g(x)
        except E as e:
            h()
        finally:
            i()
    with m() as n:
        return [y for y in z if y]

class C:
    def method(self):
        pass
`;

async function bodyOf(code: string): Promise<readonly Statement[]> {
  return (await extractFacts("walk.py", code)).functions.at(0)?.body ?? [];
}

async function valueIn(code: string): Promise<Expression> {
  const [statement] = await bodyOf(code);
  assert.equal(statement?.kind, "expression");
  return statement?.kind === "expression" ? statement.value : assert.fail();
}

describe("walking facts", () => {
  it("visits statements depth first and their own expressions", async () => {
    const facts = await extractFacts("walk.py", CODE);
    const kinds: string[] = [];
    const names: string[] = [];
    walkStatements(facts.functions[1]?.body ?? [], (statement) => {
      kinds.push(statement.kind);
      for (const expression of expressionsOf(statement)) {
        walkExpressions(expression, (inner) => {
          if (inner.kind === "name") names.push(inner.name);
        });
      }
    });
    assert.deepEqual(kinds, ["for", "try", "expression", "expression", "expression", "with", "return"]);
    assert.deepEqual(names, ["x", "a", "d", "E", "g", "x", "h", "i", "m", "n", "y", "y", "z", "y"]);
  });

  it("stops and skips when told to", async () => {
    const facts = await extractFacts("walk.py", CODE);
    const body = facts.functions[1]?.body ?? [];
    const seen: string[] = [];
    assert.equal(
      walkStatements(body, (s) => {
        seen.push(s.kind);
        return s.kind === "try" ? "stop" : undefined;
      }),
      false,
    );
    assert.deepEqual(seen, ["for", "try"]);
    const withoutLoop: string[] = [];
    assert.equal(
      walkStatements(body, (s) => {
        withoutLoop.push(s.kind);
        return s.kind === "for" ? "skip" : undefined;
      }),
      true,
    );
    assert.deepEqual(withoutLoop, ["for", "with", "return"]);
    const names: string[] = [];
    const sum = await valueIn("a + b(c) + d");
    assert.equal(
      walkExpressions(sum, (e) => {
        if (e.kind === "name") names.push(e.name);
        return e.kind === "name" && e.name === "b" ? "stop" : undefined;
      }),
      false,
    );
    assert.deepEqual(names, ["a", "b"]);
  });

  it("names dotted expressions", async () => {
    assert.equal(dottedName(await valueIn("a.b.c")), "a.b.c");
    assert.equal(dottedName(await valueIn("a")), "a");
    assert.equal(dottedName(await valueIn("a().b")), undefined);
    assert.equal(dottedName(await valueIn("'x'.join")), undefined);
  });

  it("locates offsets and the function around them", async () => {
    const facts = await extractFacts("walk.py", CODE);
    assert.deepEqual(locate(facts, CODE.indexOf("g(x)")), { line: 5, column: 12 });
    assert.equal(functionAt(facts, CODE.indexOf("g(x)")).qualname, "f");
    assert.equal(functionAt(facts, CODE.indexOf("pass")).qualname, "C.method");
    assert.equal(functionAt(facts, CODE.indexOf("class")).qualname, "<module>");
  });
});
