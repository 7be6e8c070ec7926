import assert from "node:assert/strict";
import { loadKnowledge } from "../../src/knowledge";

describe("library type table", () => {
  const { types, problems } = loadKnowledge([
    {
      path: "types/x.yaml",
      text: `types:
  m.Base: { iterates: "tuple[str, m.Base]", subscript: str, attributes: { int: size }, methods: { "list[m.Base]": children, str: name } }
  m.Derived: { extends: m.Base, methods: { m.Derived: name copy } }
  m.Ring: { extends: m.Gnir }
  m.Gnir: { extends: m.Ring }
  m.Orphan: { extends: m.Nowhere }
functions:
  m: { m.Base: make build, "dict[str, list[int]]": sub.index }
`,
    },
  ]);

  it("reads without problems", () => assert.deepEqual(problems, []));

  it("gives results of functions, methods and classes", () => {
    assert.deepEqual(types.returnType("m.make"), { name: "m.Base" });
    assert.deepEqual(types.returnType("m.build"), { name: "m.Base" });
    assert.deepEqual(types.returnType("m.Base.children"), { name: "builtins.list", args: [{ name: "m.Base" }] });
    assert.deepEqual(types.returnType("m.Base"), { name: "m.Base" });
    assert.deepEqual(types.returnType("m.sub.index"), {
      name: "builtins.dict",
      args: [{ name: "builtins.str" }, { name: "builtins.list", args: [{ name: "builtins.int" }] }],
    });
    assert.equal(types.returnType("m.unknown"), undefined);
    assert.equal(types.returnType("make"), undefined);
  });

  it("asks the type that is extended for what is missing", () => {
    assert.deepEqual(types.returnType("m.Derived.name"), { name: "m.Derived" });
    assert.equal(types.returnType("m.Derived.children")?.name, "builtins.list");
    assert.deepEqual(types.attributeType("m.Derived", "size"), { name: "builtins.int" });
    assert.deepEqual(types.subscriptType("m.Derived"), { name: "builtins.str" });
    assert.equal(types.attributeType("m.Derived", "name"), undefined);
    assert.equal(types.attributeType("m.Orphan", "size"), undefined);
  });

  it("gives what loops yield, also as the result of __iter__", () => {
    const element = { name: "builtins.tuple", args: [{ name: "builtins.str" }, { name: "m.Base" }] };
    assert.deepEqual(types.elementType("m.Derived"), element);
    assert.deepEqual(types.returnType("m.Derived.__iter__"), { name: "typing.Iterator", args: [element] });
    assert.equal(types.elementType("m.Ring"), undefined);
  });

  it("ends in circles of types", () => {
    assert.equal(types.attributeType("m.Ring", "size"), undefined);
    assert.equal(types.returnType("m.Ring.name"), undefined);
  });

  it("refuses what is no type", () => {
    for (const bad of ["list[", "list[]", "list[str]]", "a b", "1x", "[str]", `${"list[".repeat(20)}str${"]".repeat(20)}`]) {
      const found = loadKnowledge([{ path: "types/x.yaml", text: `types: { m.T: { subscript: "${bad}" } }\n` }]);
      assert.equal(found.problems.length, 1, bad);
      assert.equal(found.types.subscriptType("m.T"), undefined);
    }
  });
});
