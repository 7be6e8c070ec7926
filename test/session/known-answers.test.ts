import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AssessRequest, createSession, type Host, type Session, type SessionOptions } from "../../src/session";
import { assessFolder, testHost } from "./support/open-session";
import { hotProgram, makeFolder } from "./support/temporary-folder";

const project = {
  "app.py": hotProgram,
  "pkg/__init__.py": "from .tools import twice\n",
  "pkg/tools.py": "def twice(xs):\n    return [x * 2 for x in xs]\n",
  "pkg/huge.py": `x = "${"a".repeat(3000)}"\n`,
};
/** One file is too large, so that a reason stands in for its content. */
const settings = { maximumFileSize: 2000 };

describe("the answer of an earlier run", () => {
  it("is given again, byte for byte and without work, when nothing has changed", async () => {
    const folder = makeFolder(project);
    const cache = makeFolder({});
    const expected = JSON.stringify(await assessFolder(folder, { settings }));
    assert.deepEqual(await assess(folder, cache), { text: expected, worked: true });
    assert.deepEqual(await assess(folder, cache), { text: expected, worked: false });
    assert.deepEqual(await assess(folder, cache), { text: expected, worked: false });
  });

  it("is not given when anything that it rests on has changed", async () => {
    const changes: [string, (folder: string) => { request?: Partial<AssessRequest>; build?: string }][] = [
      ["a file", (folder) => write(folder, "pkg/tools.py", "def twice(xs):\n    return xs + xs\n")],
      ["a new file", (folder) => write(folder, "pkg/more.py", "import pandas\n")],
      ["a file that is gone", (folder) => write(folder, "pkg/tools.py", undefined)],
      ["the size of a file left out", (folder) => write(folder, "pkg/huge.py", `x = "${"a".repeat(200_000)}"\n`)],
      ["a setting", (folder) => write(folder, "pyproject.toml", '[tool.breakeven]\ndisabled-rules = ["BE101"]\n')],
      ["the Python required", (folder) => write(folder, "pyproject.toml", '[project]\nrequires-python = ">=3.8"\n')],
      ["what is ignored", (folder) => write(folder, ".gitignore", "pkg/\n")],
      ["what was asked", () => ({ request: { settings: { ...settings, includeTests: true } } })],
      ["the build", () => ({ build: "2" })],
    ];
    for (const [what, change] of changes) {
      const folder = makeFolder(project);
      const cache = makeFolder({});
      await assess(folder, cache);
      const { request, build } = change(folder);
      const expected = JSON.stringify(await assessFolder(folder, { settings, ...request }));
      assert.deepEqual(await assess(folder, cache, request, build), { text: expected, worked: true }, what);
    }
  });

  it("is worked out again when its file was damaged, cut off or taken away", async () => {
    const folder = makeFolder(project);
    const expected = JSON.stringify(await assessFolder(folder, { settings }));
    const damages: ((file: string) => void)[] = [
      (file) => truncateSync(file, 0),
      (file) => truncateSync(file, readFileSync(file).length - 9),
      ...[5, 40, 60, 300].map((at) => (file: string) => {
        const bytes = readFileSync(file);
        bytes[at] = (bytes[at] as number) ^ 0x10;
        writeFileSync(file, bytes);
      }),
      (file) => rmSync(file),
    ];
    for (const damage of damages) {
      const cache = makeFolder({});
      await assess(folder, cache);
      damage(answerIn(cache));
      assert.equal((await assess(folder, cache)).text, expected);
      assert.deepEqual(await assess(folder, cache), { text: expected, worked: false });
    }
  });

  it("does not stand in the way of questions that need more than the assessment", async () => {
    const folder = makeFolder(project);
    const cache = makeFolder({});
    await assess(folder, cache);
    const explained = await withSession(cache, "1", (session) => session.explain({ root: folder, settings }, "app.py", 3));
    assert.ok(explained);
  });

  it("is an editor's first answer, also with documents open, and a full one follows", async () => {
    const folder = makeFolder(project);
    const cache = makeFolder({});
    const { text } = await assess(folder, cache);
    await withSession(cache, "1", async (session) => {
      const opened = await session.openProject({ root: folder, settings });
      opened.setDocument("app.py", hotProgram);
      // Not strict, so its own: the first one is worked out, and kept.
      assert.equal(JSON.stringify(await opened.refresh(undefined, undefined, true)), text);
      assert.equal(opened.isQuick, false);
      await opened.dispose();

      const again = await session.openProject({ root: folder, settings });
      again.setDocument("app.py", hotProgram);
      assert.equal(JSON.stringify(await again.refresh(undefined, undefined, true)), text);
      assert.deepEqual([again.isQuick, again.explain("app.py", 3), [...again.stalePaths]], [true, undefined, []]);
      assert.equal(JSON.stringify(await again.refresh()), text);
      assert.equal(again.isQuick, false);
      assert.ok(again.explain("app.py", 3));
      await again.dispose();

      const edited = await session.openProject({ root: folder, settings });
      edited.setDocument("app.py", "x = 1\n");
      assert.notEqual(JSON.stringify(await edited.refresh(undefined, undefined, true)), text);
      await edited.dispose();
    });
  });

  it("is never that of a text which came in while it was worked out", async () => {
    const folder = makeFolder(project);
    await withSession(makeFolder({}), "1", async (session) => {
      const opened = await session.openProject({ root: folder, settings });
      await opened.refresh(
        undefined,
        onceAnalysed(() => opened.setDocument("app.py", "x = 1\n")),
      );
      await opened.dispose();

      const again = await session.openProject({ root: folder, settings });
      again.setDocument("app.py", "x = 1\n");
      await again.refresh(undefined, undefined, true);
      assert.equal(again.isQuick, false);
      await again.dispose();

      // The other way round: what was assessed is the text typed, not the file that is left when its document closes.
      write(folder, "app.py", "x = 2\n");
      const edited = await session.openProject({ root: folder, settings: { ...settings, includeTests: true } });
      await edited.refresh();
      edited.setDocument("app.py", hotProgram);
      await edited.refresh(
        undefined,
        onceAnalysed(() => edited.closeDocument("app.py")),
      );
      await edited.dispose();

      const closed = await session.openProject({ root: folder, settings: { ...settings, includeTests: true } });
      await closed.refresh(undefined, undefined, true);
      assert.equal(closed.isQuick, false);
      await closed.dispose();
    });
  });

  it("is not that of an editor with generated code open, which counts only there", async () => {
    const generated = `# Generated by the protocol buffer compiler.  DO NOT EDIT!\n${hotProgram}`;
    const folder = makeFolder({ ...project, "made.py": generated });
    await withSession(makeFolder({}), "1", async (session) => {
      const opened = await session.openProject({ root: folder, settings });
      opened.setDocument("made.py", generated);
      assert.equal((await opened.refresh()).project.files, 4);
      await opened.dispose();

      const closed = await session.openProject({ root: folder, settings });
      assert.equal((await closed.refresh(undefined, undefined, true)).project.files, 3);
      await closed.dispose();
    });
  });
});

/** Whether the stages were gone through shows in the progress that is told. */
async function assess(folder: string, cache: string, request: Partial<AssessRequest> = {}, build = "1") {
  let worked = false;
  const text = await withSession(cache, build, async (session) =>
    JSON.stringify(
      await session.assess({
        root: folder,
        settings,
        ...request,
        onProgress: ({ phase }) => {
          worked ||= phase === "analyse";
        },
      }),
    ),
  );
  return { text, worked };
}

/** For `onProgress`: does it at the first word of the stages. */
function onceAnalysed(act: () => void): AssessRequest["onProgress"] {
  let isDone = false;
  return ({ phase }) => {
    if (phase !== "analyse" || isDone) return;
    isDone = true;
    act();
  };
}

/** Knowledge and parser are loaded once for each build; the cache is chosen when a project is opened. */
const sessions = new Map<string, { readonly session: Session; readonly options: SessionOptions }>();

function withSession<Answer>(cacheFolder: string, build: string, ask: (session: Session) => Promise<Answer>): Promise<Answer> {
  let known = sessions.get(build);
  if (known === undefined) {
    const plain = testHost();
    const readAsset: Host["readAsset"] = (name) =>
      name === "build-id" ? Promise.resolve(new TextEncoder().encode(build)) : plain.readAsset(name);
    const options: SessionOptions = {};
    known = { session: createSession(testHost({ readAsset }), options), options };
    sessions.set(build, known);
  }
  known.options.cacheFolder = cacheFolder;
  return ask(known.session);
}

function write(folder: string, path: string, text: string | undefined): Record<string, never> {
  if (text === undefined) rmSync(join(folder, path));
  else writeFileSync(join(folder, path), text);
  return {};
}

function answerIn(cache: string): string {
  const [found] = readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".answer"));
  return join(cache, found as string);
}
