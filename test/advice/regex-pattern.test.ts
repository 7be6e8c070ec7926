import assert from "node:assert/strict";
import { nestedRepetition } from "../../src/advice/patterns/regex-pattern";

describe("regular expressions that repeat a repetition", () => {
  it("are found, with the part that does", () => {
    const found: readonly (readonly [string, string])[] = [
      ["(a+)+b", "(a+)+"],
      ["^(?:\\w+\\s?)*$", "(?:\\w+\\s?)*"],
      ["x(?P<name>[a-z]*){2,}:", "(?P<name>[a-z]*){2,}"],
      ['([^"]+|"")*?;', '([^"]+|"")*?'],
      ["((ab)+)*;", "((ab)+)*"],
      ["(?i)(\\d+\\.?)+\\b", "(\\d+\\.?)+"],
      ["(?:x|(?:(a+)+)?|y)z*\\Z", "(a+)+"],
      ["(a+)+(b)", "(a+)+"],
    ];
    for (const [pattern, part] of found) assert.equal(nestedRepetition(pattern), part, pattern);
  });

  it("are found at the end where the whole text has to match", () => {
    for (const pattern of ["(a+)+", "(a+)+b*", "(a+)+|b"]) {
      assert.equal(nestedRepetition(pattern, true), "(a+)+", pattern);
      assert.equal(nestedRepetition(pattern), undefined, pattern);
    }
  });

  it("are no others", () => {
    const patterns = [
      "a+b*",
      "(a+,)*;",
      "(\\w+\\s)+;",
      "^\\w+(?:\\s+\\w+)*$",
      "(?:\\w+ ?)+",
      "(a+)?;",
      "(a+){3};",
      "(a++)+;",
      "(?>a+)+;",
      "[(a+)+]",
      "\\(a+\\)+",
      "(?=a+)+;",
      "(ab)+;",
      "(",
      ")+",
      "[",
      "\\",
    ];
    for (const pattern of patterns) assert.equal(nestedRepetition(pattern), undefined, pattern);
  });
});
