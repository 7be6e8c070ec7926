import assert from "node:assert/strict";
import { ignoreInFile, ignoreOnLine, type SuppressionEdit } from "../../src/lsp/suppression-edits";

function apply(text: string, edit: SuppressionEdit | undefined): string | undefined {
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe("ignoring a rule on a line", () => {
  const onLine = (text: string, line: number) => apply(text, ignoreOnLine(text, line, "BE401"));

  it("adds a comment behind the code", () => {
    assert.equal(onLine("for x in xs:\n    go(x)\n", 1), "for x in xs:  # breakeven: ignore[BE401]\n    go(x)\n");
  });

  it("keeps another comment", () => {
    assert.equal(onLine("go()  # why\n", 1), "go()  # why  # breakeven: ignore[BE401]\n");
  });

  it("extends a directive that is there", () => {
    assert.equal(onLine("go()  # breakeven: ignore[BE101]\n", 1), "go()  # breakeven: ignore[BE101, BE401]\n");
    assert.equal(onLine("go()  # breakeven: ignore[]\n", 1), "go()  # breakeven: ignore[BE401]\n");
  });

  it("extends a directive above", () => {
    assert.equal(onLine("# breakeven: ignore[BE101]\ngo()\n", 2), "# breakeven: ignore[BE101, BE401]\ngo()\n");
  });

  it("does nothing where the rule or everything is ignored", () => {
    assert.equal(onLine("go()  # breakeven: ignore[BE401]\n", 1), undefined);
    assert.equal(onLine("go()  # breakeven: ignore\n", 1), undefined);
  });

  it("does not take a hash or a directive in a string for a comment", () => {
    assert.equal(onLine('s = "# breakeven: ignore[BE101]"\n', 1), 's = "# breakeven: ignore[BE101]"  # breakeven: ignore[BE401]\n');
    assert.equal(onLine("s = 'it\\'s #1'\n", 1), "s = 'it\\'s #1'  # breakeven: ignore[BE401]\n");
  });

  it("goes above a statement whose lines a string or a backslash joins", () => {
    const text = 'def f():\n    x = """\n# no comment\n""" + \\\n        tail\n';
    const expected = 'def f():\n    # breakeven: ignore[BE401]\n    x = """\n# no comment\n""" + \\\n        tail\n';
    for (const line of [2, 3, 4, 5]) assert.equal(onLine(text, line), expected, `line ${line}`);
  });

  it("keeps carriage returns and the last line without an end", () => {
    assert.equal(onLine("a = 1\r\nb = 2", 1), "a = 1  # breakeven: ignore[BE401]\r\nb = 2");
    assert.equal(onLine("a = 1\r\nb = 2", 2), "a = 1\r\nb = 2  # breakeven: ignore[BE401]");
    assert.equal(onLine("x = 1 + \\\r\n 2\r\n", 2), "# breakeven: ignore[BE401]\r\nx = 1 + \\\r\n 2\r\n");
  });

  it("survives text that does not parse", () => {
    assert.equal(onLine("x = 'open\ny = 2\n", 2), "x = 'open\ny = 2  # breakeven: ignore[BE401]\n");
  });
});

describe("ignoring a rule in a file", () => {
  const inFile = (text: string) => apply(text, ignoreInFile(text, "BE401"));

  it("starts the file with a comment", () => {
    assert.equal(inFile('"""Doc."""\n'), '# breakeven: ignore-file[BE401]\n"""Doc."""\n');
    assert.equal(inFile(""), "# breakeven: ignore-file[BE401]\n");
  });

  it("comes after the interpreter line and the encoding", () => {
    const head = "#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\n";
    assert.equal(inFile(`${head}x = 1\n`), `${head}# breakeven: ignore-file[BE401]\nx = 1\n`);
    assert.equal(inFile("#!/usr/bin/python"), "#!/usr/bin/python\n# breakeven: ignore-file[BE401]");
  });

  it("extends a directive that is there, and only one of the file", () => {
    assert.equal(inFile("x = 1\n# breakeven: ignore-file[BE101]\n"), "x = 1\n# breakeven: ignore-file[BE101, BE401]\n");
    assert.equal(inFile("x = 1  # breakeven: ignore[BE101]\n"), "# breakeven: ignore-file[BE401]\nx = 1  # breakeven: ignore[BE101]\n");
    assert.equal(inFile("# breakeven: ignore-file\n"), undefined);
  });
});
