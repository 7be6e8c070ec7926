import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { assessmentSchema } from "../../src/report";
import { createSession, HostFileError, ProfileError, type Project } from "../../src/session";
import { slashed } from "../../src/session/node-host";
import { assessFolder, testHost } from "./support/open-session";
import { makeFolder } from "./support/temporary-folder";

const app = `def fast(xs):
    return [x + 1 for x in xs]


def slow(xs):
    total = 0
    for x in xs:
        for y in xs:
            total += x * y
    return total


if __name__ == "__main__":
    slow(fast(range(1000)))
`;
const profile = "<module> (app.py:14);fast (app.py:2) 80\n<module> (app.py:14);slow (app.py:9) 20\n";

function folderWith(files: Record<string, string | Uint8Array>): { folder: string; at(name: string): string } {
  const folder = makeFolder({ "app.py": app, ...files });
  return { folder, at: (name) => slashed(join(folder, name)) };
}

describe("an assessment with profiles", () => {
  it("ranks by them, and is a valid assessment", async () => {
    const { folder, at } = folderWith({ "run.txt": profile });
    const assessment = await assessFolder(folder, { profiles: [{ path: at("run.txt") }] });
    assert.ok(assessmentSchema.safeParse(assessment).success);
    assert.deepEqual(
      assessment.hotspots.slice(0, 2).map(({ qualname, measured }) => [qualname, measured?.share, measured?.samples]),
      [
        ["fast", 0.8, 80],
        ["slow", 0.2, 20],
      ],
    );
    assert.equal(assessment.profile?.sources[0]?.file, at("run.txt"));
  });

  it("merges several by weight, whatever their length, packed or not", async () => {
    const { folder, at } = folderWith({ "run.txt": profile, "other.gz": gzipSync("slow (app.py:9) 3\n") });
    const { hotspots, profile: found } = await assessFolder(folder, {
      profiles: [{ path: at("run.txt") }, { path: at("other.gz"), weight: 3 }],
    });
    assert.deepEqual(
      hotspots.slice(0, 2).map(({ qualname, measured }) => [qualname, Number(measured?.share.toFixed(6))]),
      [
        ["slow", 0.8],
        ["fast", 0.2],
      ],
    );
    assert.deepEqual(
      found?.sources.map(({ weight }) => weight),
      [1, 3],
    );
  });

  it("does not rank by a profile of another program, and says so as a problem", async () => {
    const { folder, at } = folderWith({ "run.txt": "main (/srv/other/tool.py:3) 90\nslow (app.py:9) 10\n" });
    const assessment = await assessFolder(folder, { profiles: [{ path: at("run.txt") }] });
    const plain = await assessFolder(folder);
    assert.deepEqual(assessment.hotspots, plain.hotspots);
    assert.equal(assessment.profile?.ranks, false);
    const problem = assessment.project.problems.find(({ kind }) => kind === "profile");
    assert.match(problem?.message ?? "", /does not rank: only 10 % .* main \(\/srv\/other\/tool\.py\)/);
  });

  it("refuses what is no profile, is empty or is not there, by name and reason", async () => {
    const { folder, at } = folderWith({ "notes.txt": "hello\nworld\n", "empty.txt": "" });
    for (const name of ["notes.txt", "empty.txt"]) {
      await assert.rejects(assessFolder(folder, { profiles: [{ path: at(name) }] }), (error: Error) => {
        assert.ok(error instanceof ProfileError, String(error));
        assert.ok(error.message.startsWith(at(name)), error.message);
        return true;
      });
    }
    await assert.rejects(assessFolder(folder, { profiles: [{ path: at("gone.txt") }] }), HostFileError);
    await assert.rejects(assessFolder(folder, { profiles: [{ path: at("notes.txt"), weight: -1 }] }), /weight must be a number above 0/);
  });
});

describe("an open project with profiles", () => {
  let project: Project;
  let at: (name: string) => string;
  const session = createSession(testHost());
  const lines = () => project.lineHeat("app.py").map(({ line, share, isStale }) => [line, share, isStale]);

  beforeEach(async () => {
    const made = folderWith({ "run.txt": profile, "bad.txt": "hello\n" });
    at = made.at;
    project = await session.openProject({ root: slashed(made.folder) });
    await project.refresh();
  });

  afterEach(() => project.dispose());
  after(() => session.dispose());

  it("takes them from the next refresh on, and gives them back", async () => {
    const before = project.assessment?.hotspots;
    assert.deepEqual(project.lineHeat("app.py"), []);
    await project.importProfiles([{ path: at("run.txt") }]);
    await project.refresh();
    assert.deepEqual(lines(), [
      [2, 0.8, false],
      [9, 0.2, false],
      [14, 0, false],
    ]);
    assert.match(
      project.explain("app.py", 6) ?? "",
      /^Measured by .*: 20 % of the CPU time in its own code \(20 of 100 samples\)[\s\S]*Estimated from the source alone:/,
    );
    project.clearProfiles();
    await project.refresh();
    assert.deepEqual(project.assessment?.hotspots, before);
    assert.deepEqual(project.callTree({ leastShare: 0, limit: 10 }), []);
  });

  it("keeps what it had when a file cannot be used", async () => {
    await project.importProfiles([{ path: at("run.txt") }]);
    await assert.rejects(project.importProfiles([{ path: at("bad.txt") }]), ProfileError);
    await project.refresh();
    assert.deepEqual(project.profiles, [{ path: at("run.txt") }]);
    assert.equal(project.assessment?.hotspots[0]?.qualname, "fast");
  });

  it("follows edits, and marks only functions that were edited themselves", async () => {
    await project.importProfiles([{ path: at("run.txt") }]);
    await project.refresh();
    project.setDocument(
      "app.py",
      `import os\n\n${app.replace("    total = 0\n", "    total = 0\n    count = len(xs)\n    assert count\n")}`,
    );
    await project.refresh();
    assert.deepEqual(lines(), [
      [4, 0.8, false],
      [13, 0.2, true],
      [18, 0, true],
    ]);
    project.setDocument("app.py", app);
    await project.refresh();
    assert.deepEqual(lines(), [
      [2, 0.8, false],
      [9, 0.2, false],
      [14, 0, false],
    ]);
  });
});
