import assert from "node:assert/strict";
import { findTest } from "../../src/extension/recording/find-test";

/** The line marked `# here` is where the cursor is. */
function at(text: string): string | undefined {
  const line = text.split("\n").findIndex((it) => it.includes("# here")) + 1;
  const found = findTest(text, line);
  return found && `${found.framework} ${found.path.join(".")}`;
}

describe("the test at the cursor", () => {
  it("is the function around it, with its classes", () => {
    assert.equal(at("def test_a():\n    x = 1\n    if x:\n        pass  # here\n"), "pytest test_a");
    assert.equal(
      at("class TestA:\n    class TestB:\n        async def test_c(self):  # here\n            pass\n"),
      "pytest TestA.TestB.test_c",
    );
  });

  it("is the test, not a function within it", () => {
    assert.equal(at("def test_a():\n    def inner():\n        pass  # here\n    inner()\n"), "pytest test_a");
  });

  it("is found from a decorator and from an empty line", () => {
    assert.equal(at("def test_a():\n    pass\n\n@mark.slow  # here\n@mark.other\ndef test_b():\n    pass\n"), "pytest test_b");
    assert.equal(at("def test_a():\n    pass\n    # here\n\ndef test_b():\n    pass\n"), "pytest test_a");
  });

  it("ends where the indentation does", () => {
    assert.equal(at("def test_a():\n    pass\n\nx = 1  # here\n"), undefined);
    assert.equal(at("class TestA:\n    def test_a(self):\n        pass\n    x = 1  # here\n"), undefined);
    assert.equal(at("def helper():\n    pass  # here\n"), undefined);
  });

  it("is not misled by lines within strings", () => {
    assert.equal(at('def test_a():\n    """Text\ndef test_not():\nnot indented"""\n    pass  # here\n'), "pytest test_a");
  });

  it("is run by unittest where its class is a TestCase and the file does without pytest", () => {
    const text = "import unittest\nclass A(unittest.TestCase):\n    def test_a(self):\n        pass  # here\n";
    assert.equal(at(text), "unittest A.test_a");
    assert.equal(at(`import pytest\n${text}`), "pytest A.test_a");
    assert.equal(
      at("class A(unittest.IsolatedAsyncioTestCase):\n    async def test_a(self):\n        pass  # here\n"),
      "unittest A.test_a",
    );
  });
});
