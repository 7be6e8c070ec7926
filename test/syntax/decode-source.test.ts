import assert from "node:assert/strict";
import { decodeSource } from "../../src/syntax";

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const codes = (bytes: Uint8Array) => decodeSource(bytes).problems.map((problem) => problem.code);

describe("decodeSource", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    assert.deepEqual(decodeSource(new TextEncoder().encode("é = 1")), { text: "é = 1", encoding: "utf-8", problems: [] });
    assert.equal(decodeSource(Uint8Array.of(0xef, 0xbb, 0xbf, 0x78)).text, "x");
    assert.equal(decodeSource(new Uint8Array()).text, "");
  });

  it("obeys a declaration on the first two lines", () => {
    for (const head of [
      "# -*- coding: latin-1 -*-\n",
      "#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\n",
      "\n# coding=L1\r\n",
      "# coding: Latin_1\n",
    ]) {
      const decoded = decodeSource(ascii(`${head}x = "\xe9\x80"`));
      assert.equal(decoded.text, `${head}x = "é\x80"`, head);
      assert.deepEqual(decoded.problems, []);
    }
    assert.equal(decodeSource(ascii("# coding: cp1252\n'\x80'")).text, "# coding: cp1252\n'€'");
    assert.equal(decodeSource(ascii("# coding: koi8-r\n'\xc1'")).text, "# coding: koi8-r\n'а'");
    assert.equal(decodeSource(ascii("# coding: euc_jp\n'\xa4\xa2'")).text, "# coding: euc_jp\n'あ'");
    assert.equal(decodeSource(ascii("# coding: utf8\nx")).encoding, "utf-8");
  });

  it("ignores a declaration on line 3 or after code", () => {
    assert.equal(decodeSource(ascii("#\n#\n# coding: cp1252\nx")).encoding, "utf-8");
    assert.equal(decodeSource(ascii("import os\n# coding: cp1252\nx")).encoding, "utf-8");
    assert.equal(decodeSource(ascii('x = "# coding: cp1252"\n')).encoding, "utf-8");
  });

  it("falls back to Latin-1 with a problem", () => {
    const decoded = decodeSource(ascii("x = '\xe9'"));
    assert.equal(decoded.text, "x = 'é'");
    assert.equal(decoded.encoding, "latin-1");
    assert.deepEqual(codes(ascii("x = '\xe9'")), ["decoding-error"]);
    assert.match(decoded.problems[0]?.message ?? "", /not valid UTF-8/);
  });

  it("names an unknown encoding", () => {
    const [problem] = decodeSource(ascii("# coding: klingon\nx")).problems;
    assert.match(problem?.message ?? "", /"klingon"/);
  });

  it("reports UTF-16 and null bytes", () => {
    const utf16 = decodeSource(Uint8Array.of(0xff, 0xfe, 0x78, 0x00, 0x0a, 0x00));
    assert.equal(utf16.text, "x\n");
    assert.equal(utf16.problems[0]?.code, "decoding-error");
    assert.equal(decodeSource(Uint8Array.of(0xfe, 0xff, 0x00, 0x78)).text, "x");
    assert.deepEqual(codes(ascii("x\0y")), ["null-byte"]);
    assert.deepEqual(decodeSource(ascii("ab\0")).problems[0]?.start, 2);
  });

  it("takes any bytes", () => {
    const all = Uint8Array.from({ length: 256 * 40 }, (_, index) => (index * 37) % 256);
    assert.equal(typeof decodeSource(all).text, "string");
  });
});
