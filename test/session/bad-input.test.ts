import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "../../src/report";
import { createSession } from "../../src/session";
import { assessFolder, hotPaths, skipReason, testHost } from "./support/open-session";
import { hotProgram, makeFolder } from "./support/temporary-folder";

/** Assesses a bad file beside a good one, which must come out as if it were alone. */
async function beside(name: string, content: string | Uint8Array): Promise<Assessment> {
  const assessment = await assessFolder(makeFolder({ "app.py": hotProgram, [name]: content }));
  assert.ok(hotPaths(assessment).includes("app.py"), "the good file is assessed");
  return assessment;
}

const problemsOf = ({ project }: Assessment, path: string) => project.problems.filter((it) => it.path === path);
const encode = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (it) => it.charCodeAt(0));

describe("bad input", () => {
  it("broken Python: names the line, keeps what can be read", async () => {
    const assessment = await beside("bad.py", `${hotProgram}\ndef half(\n    x = [1,\n`);
    const [problem] = problemsOf(assessment, "bad.py");
    assert.equal(problem?.kind, "syntax");
    assert.ok((problem?.line ?? 0) >= 10, `line ${problem?.line}`);
    assert.ok(hotPaths(assessment).includes("bad.py"), "the sound part is assessed");
  });

  it("half-typed Python: every prefix of a program is taken", async () => {
    const files: Record<string, string> = { "app.py": hotProgram };
    for (let end = 0; end < hotProgram.length; end += 5) files[`prefix_${end}.py`] = hotProgram.slice(0, end);
    assert.ok(hotPaths(await assessFolder(makeFolder(files))).includes("app.py"));
  });

  it("Python 2: says so", async () => {
    const assessment = await beside("old.py", 'import os\nprint "hello"\ntry:\n    pass\nexcept ValueError, error:\n    raise error\n');
    assert.match(
      problemsOf(assessment, "old.py")
        .map(({ message }) => message)
        .join(),
      /Python 2/,
    );
  });

  it("tabs mixed with spaces", async () => {
    const assessment = await beside("mixed.py", "def f(x):\n\tif x:\n        return 1\n\treturn 2\n");
    assert.ok(assessment.project.files === 2);
  });

  it("byte order mark and CRLF: read as without them", async () => {
    const assessment = await beside("windows.py", encode(`\uFEFF${hotProgram.replaceAll("\n", "\r\n")}`));
    assert.deepEqual(problemsOf(assessment, "windows.py"), []);
    const lines = (path: string) =>
      assessment.hotspots.filter((it) => it.path === path).map((it) => [it.qualname, it.startLine, it.endLine]);
    assert.ok(lines("app.py").length > 0);
    assert.deepEqual(lines("windows.py"), lines("app.py"));
  });

  it("Latin-1: silent when declared, told when not", async () => {
    const umlauts = 'NAME = "Stra\xdfe \xe4\xf6\xfc"\n';
    const declared = await beside("declared.py", latin1(`# -*- coding: latin-1 -*-\n${umlauts}`));
    assert.deepEqual(problemsOf(declared, "declared.py"), []);
    const undeclared = await beside("undeclared.py", latin1(umlauts));
    assert.match(problemsOf(undeclared, "undeclared.py")[0]?.message ?? "", /not valid UTF-8/);
    const unknown = await beside("unknown.py", "# coding: klingon\nx = 1\n");
    assert.match(problemsOf(unknown, "unknown.py")[0]?.message ?? "", /"klingon"/);
  });

  it("empty files and files of blanks", async () => {
    const assessment = await beside("empty.py", "");
    assert.deepEqual(assessment.project.problems, []);
    assert.deepEqual((await beside("blank.py", "\n\n   \n\t\n")).project.problems, []);
  });

  it("a file that is one huge literal: left out, unless its lines are those of a person", async () => {
    const numbers = `TABLE = [${"1, ".repeat(60_000)}]\n`;
    assert.match(skipReason(await beside("table.py", numbers), "table.py") ?? "", /one huge literal/);
    assert.equal(
      skipReason(await beside("lines.py", numbers.replaceAll("1, ".repeat(50), `${"1, ".repeat(50)}\n`)), "lines.py"),
      undefined,
    );
    assert.equal(skipReason(await beside("small.py", `NAME = "${"x".repeat(50_000)}"\n`), "small.py"), undefined);
  });

  it("null bytes: names the line", async () => {
    const [problem] = problemsOf(await beside("binary.py", "x = 1\ny = '\0'\n"), "binary.py");
    assert.equal(problem?.line, 2);
    assert.match(problem?.message ?? "", /null byte/);
  });

  it("a file of 50 MB: skipped with its size and the setting that changes it", async () => {
    const folder = makeFolder({ "app.py": hotProgram, "huge.py": "x = 1\n" });
    truncateSync(join(folder, "huge.py"), 50_000_000);
    const assessment = await assessFolder(folder);
    assert.deepEqual(hotPaths(assessment), ["app.py"]);
    assert.match(skipReason(assessment, "huge.py") ?? "", /larger than 2\.0 MB .*50\.0 MB.*maximum-file-size/);
  });

  it("a named pipe: not opened, so that nothing waits for a writer", async function () {
    if (process.platform === "win32") {
      // Windows has no named pipes in folders.
      this.skip();
    }
    const folder = makeFolder({ "app.py": hotProgram });
    execFileSync("mkfifo", [join(folder, "pipe.py")]);
    const assessment = await assessFolder(folder);
    assert.match(skipReason(assessment, "pipe.py") ?? "", /not a regular file/);
    await assert.rejects(testHost().readFile(join(folder, "pipe.py")), /not a regular file/);
  });

  it("a file that vanishes between listing and reading", async () => {
    const folder = makeFolder({ "app.py": hotProgram, "gone.py": hotProgram, "late.py": hotProgram });
    const host = testHost();
    const session = createSession({
      ...host,
      async stat(path) {
        if (path.endsWith("/gone.py")) rmSync(path, { force: true });
        return host.stat(path);
      },
      async readFile(path) {
        if (path.endsWith("/late.py")) rmSync(path, { force: true });
        return host.readFile(path);
      },
    });
    const assessment = await session.assess({ root: folder });
    session.dispose();
    assert.deepEqual(hotPaths(assessment), ["app.py"]);
    assert.match(skipReason(assessment, "gone.py") ?? "", /vanished/);
    assert.match(skipReason(assessment, "late.py") ?? "", /does not exist/);
  });

  it("nesting a thousand deep: names the place, ends soon", async () => {
    const deep = 1000;
    const blocks = Array.from({ length: deep }, (_, level) => `${" ".repeat(level)}if x:\n`).join("");
    const started = performance.now();
    const assessment = await assessFolder(
      makeFolder({
        "app.py": hotProgram,
        "blocks.py": `${blocks}${" ".repeat(deep)}pass\n`,
        "brackets.py": `x = ${"[".repeat(deep)}${"]".repeat(deep)}\n`,
        "sum.py": `x = ${"1 + ".repeat(deep)}1\n`,
        "calls.py": `x = ${"f(".repeat(deep)}${")".repeat(deep)}\n`,
        "chain.py": `x = y${".a()".repeat(deep)}\n`,
      }),
    );
    assert.ok(performance.now() - started < 10_000);
    assert.ok(hotPaths(assessment).includes("app.py"));
    assert.ok(problemsOf(assessment, "blocks.py").length > 0 || assessment.project.files === 6);
  });

  it("a name with control characters, blanks and quotes", async () => {
    const assessment = await beside('odd \u001b[31m"name".py', hotProgram);
    assert.ok(assessment.hotspots.some(({ path }) => path.includes("odd")));
  });

  it("code that changes while it is assessed again: only the new text counts", async () => {
    const folder = makeFolder({ "app.py": hotProgram });
    const session = createSession(testHost());
    const project = await session.openProject({ root: folder });
    const before = await project.refresh();
    writeFileSync(join(folder, "app.py"), "x = 1\n");
    project.filesChanged(["app.py"]);
    const after = await project.refresh();
    assert.ok(before.hotspots.some(({ qualname }) => qualname === "total"));
    assert.ok(!after.hotspots.some(({ qualname }) => qualname === "total"));
    project.dispose();
    session.dispose();
  });
});
