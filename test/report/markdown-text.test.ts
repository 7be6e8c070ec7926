import assert from "node:assert/strict";
import { codeCell, codeSpan, escapeMarkdown } from "../../src/report/markdown-text";

describe("text in Markdown", () => {
  it("is no markup, within a line or at the start of one", () => {
    assert.equal(
      escapeMarkdown("<b>*x* _y_ [z](u) ~a~ $b$ a|b &amp;"),
      "&lt;b&gt;\\*x\\* \\_y\\_ \\[z\\](u) \\~a\\~ \\$b\\$ a\\|b &amp;amp;",
    );
    assert.deepEqual(["- a", "+ a", "1. a", "12) a", "# a"].map(escapeMarkdown), ["\\- a", "\\+ a", "1\\. a", "12\\) a", "\\# a"]);
    assert.equal(escapeMarkdown("a\n# b"), "a\\\\x0a\\# b");
  });

  it("stays as it is where nothing could be markup", () => {
    assert.deepEqual(["4.1 % of CPU", "-0.5", "+3"].map(escapeMarkdown), ["4.1 % of CPU", "-0.5", "+3"]);
    assert.equal(escapeMarkdown("about 12-40x (estimated), 1.5 to 2!"), "about 12-40x (estimated), 1.5 to 2!");
  });

  it("is code with its own backticks and, in a table, its bars", () => {
    assert.deepEqual(["a", "a`b", "`a", " a "].map(codeSpan), ["`a`", "``a`b``", "`` `a ``", "`  a  `"]);
    assert.deepEqual([codeSpan("a|b"), codeCell("a|b")], ["`a|b`", "`a\\|b`"]);
  });
});
