import assert from "node:assert/strict";
import { joinPath, pathFromUri, relativePath, uriFromPath } from "../../src/lsp/file-uris";

describe("file URIs", () => {
  const cases: [string, string][] = [
    ["file:///home/me/a.py", "/home/me/a.py"],
    ["file:///home/me/a%20b/%C3%A9%23%25.py", "/home/me/a b/é#%.py"],
    ["file:///c%3A/code/a.py", "c:/code/a.py"],
    ["file://server/share/a.py", "//server/share/a.py"],
    ["vscode-vfs://github/owner/repo/a.py", "/vscode-vfs:github/owner/repo/a.py"],
    ["vscode-remote://ssh-remote%2Bhost/home/a.py", "/vscode-remote:ssh-remote%2Bhost/home/a.py"],
  ];
  for (const [uri, path] of cases) {
    it(`${uri} is ${path} and back`, () => {
      assert.equal(pathFromUri(uri), path);
      assert.equal(uriFromPath(path), uri);
    });
  }

  it("accepts a drive letter in any form, and a stray percent sign", () => {
    assert.equal(pathFromUri("file:///C:/code/a.py"), "c:/code/a.py");
    assert.equal(pathFromUri("file:///100%/a.py"), "/100%/a.py");
  });

  it("says what is inside a folder", () => {
    assert.equal(relativePath("/a/b", "/a/b/c/d.py"), "c/d.py");
    assert.equal(relativePath("/a/b", "/a/bc/d.py"), undefined);
    assert.equal(relativePath("/", "/x.py"), "x.py");
    assert.equal(joinPath("/", "x.py"), "/x.py");
    assert.equal(joinPath("/a", "b/x.py"), "/a/b/x.py");
  });
});
