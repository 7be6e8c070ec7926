import assert from "node:assert/strict";
import { join } from "node:path";
import { createSession, SettingsError } from "../../src/session";
import { assessFolder, hotPaths, skipReason, testHost } from "./support/open-session";
import { hotProgram, makeFolder } from "./support/temporary-folder";

const refuses = (files: Record<string, string>, message: RegExp) =>
  assert.rejects(assessFolder(makeFolder({ "app.py": hotProgram, ...files })), (error: Error) => {
    assert.ok(error instanceof SettingsError, String(error));
    assert.match(error.message, message);
    assert.ok(!error.message.includes("\n"), "one line");
    return true;
  });

describe("settings", () => {
  it("name file, key and remedy for a key that does not exist", () =>
    refuses({ "pyproject.toml": "[tool.breakeven]\nexcludes = []\n" }, /pyproject\.toml.*\[tool\.breakeven\].*"excludes".*"exclude"/));

  it("name file and key for a value of a wrong type", async () => {
    await refuses({ "breakeven.toml": 'limit = "many"\n' }, /breakeven\.toml: limit: .*number/);
    await refuses({ "breakeven.toml": 'python-version = "3"\n' }, /pythonVersion: must look like 3\.11/);
    await refuses({ "pyproject.toml": "[tool]\nbreakeven = 3\n" }, /must be a table/);
  });

  it("name the line of TOML that does not parse", async () => {
    await refuses({ "breakeven.toml": "limit = 3\nexclude = [\n" }, /breakeven\.toml:\d+: not valid TOML/);
  });

  it("leave a broken pyproject.toml as a problem: it may be the business of others", async () => {
    const assessment = await assessFolder(makeFolder({ "app.py": hotProgram, "pyproject.toml": "[project\nname = 3\n" }));
    assert.deepEqual(hotPaths(assessment), ["app.py"]);
    const [problem] = assessment.project.problems;
    assert.deepEqual([problem?.path, problem?.line, problem?.kind], ["pyproject.toml", 1, "settings"]);
    assert.match(problem?.message ?? "", /not valid TOML/);
  });

  it("are only a problem to an editor, which goes on with the defaults", async () => {
    const session = createSession(testHost());
    const project = await session.openProject({ root: makeFolder({ "app.py": hotProgram, "breakeven.toml": "limits = 3\n" }) });
    const assessment = await project.refresh();
    assert.match(assessment.project.problems[0]?.message ?? "", /unknown setting "limits".*not used/);
    assert.deepEqual(hotPaths(assessment), ["app.py"]);
    project.dispose();
    session.dispose();
  });

  it("take keys in both spellings, and breakeven.toml before pyproject.toml", async () => {
    const folder = makeFolder({
      "app.py": hotProgram,
      "left_out.py": hotProgram,
      "breakeven.toml": 'exclude = ["left_out.py"]\nrust-experience = "fluent"\n',
      "pyproject.toml": '[tool.breakeven]\nexclude = ["app.py"]\nrustExperience = "none"\n',
    });
    const assessment = await assessFolder(folder);
    assert.deepEqual(hotPaths(assessment), ["app.py"]);
    assert.equal(assessment.assumptions?.rustExperience, "fluent");
    assert.deepEqual([assessment.assumptions.runsPerDay, assessment.assumptions.developerCostPerHour], [undefined, 80]);
    assert.equal(skipReason(assessment, "left_out.py"), "excluded by settings");
  });

  it("come from the nearest folder above that speaks of Breakeven; its globs are relative to it", async () => {
    const folder = makeFolder({
      "pyproject.toml": '[tool.breakeven]\nexclude = ["service/old/"]\n',
      "service/pyproject.toml": '[project]\nname = "service"\nrequires-python = ">=3.12"\n',
      "service/app.py": hotProgram,
      "service/old/app.py": hotProgram,
    });
    const assessment = await assessFolder(join(folder, "service"));
    assert.deepEqual(hotPaths(assessment), ["app.py"]);
    assert.equal(assessment.project.python, ">=3.12");
  });

  it("of a folder below the root hold for that folder", async () => {
    const folder = makeFolder({
      "app.py": hotProgram,
      "part/breakeven.toml": 'exclude = ["old.py"]\n',
      "part/old.py": hotProgram,
      "part/new.py": hotProgram,
      "old.py": hotProgram,
    });
    assert.deepEqual(hotPaths(await assessFolder(folder)), ["app.py", "old.py", "part/new.py"]);
  });

  it("switch rules off for the whole project, for paths, and below a folder", async () => {
    const files = { "app.py": hotProgram };
    const plain = await assessFolder(makeFolder(files));
    const rule = plain.hotspots[0]?.advice[0];
    assert.ok(rule !== undefined && rule.target !== "keep");
    const rulesWith = async (extra: Record<string, string>, where = "app.py") => {
      const { hotspots } = await assessFolder(makeFolder({ ...files, ...extra }));
      return hotspots.filter(({ path }) => path === where).flatMap(({ advice }) => advice.map((it) => it.rule));
    };
    assert.ok(!(await rulesWith({ "breakeven.toml": `disabled-rules = ["${rule.code}"]\n` })).includes(rule.rule));
    assert.ok(!(await rulesWith({ "breakeven.toml": `[per-file-ignores]\n"*.py" = ["${rule.rule}"]\n` })).includes(rule.rule));
    assert.ok((await rulesWith({ "breakeven.toml": `[per-file-ignores]\n"other/*" = ["${rule.rule}"]\n` })).includes(rule.rule));
    const nested = { "part/app.py": hotProgram, "part/breakeven.toml": `disabled-rules = ["${rule.rule}"]\n` };
    assert.ok(!(await rulesWith(nested, "part/app.py")).includes(rule.rule));
    assert.ok((await rulesWith(nested)).includes(rule.rule));
  });

  it("name an entry point that does not exist, on the command line as a mistake and in an editor as a problem", async () => {
    const folder = makeFolder({ "app.py": hotProgram });
    const wrong = { entryPoints: ["app.py:total", "app.py:totl"] };
    await assert.rejects(assessFolder(folder, { settings: wrong }), (error: Error) => {
      assert.ok(error instanceof SettingsError);
      assert.match(error.message, /entry point "app\.py:totl": there is no such/);
      return true;
    });
    for (const entry of ["app.py", "./app.py:total", "app:total"]) await assessFolder(folder, { settings: { entryPoints: [entry] } });
    const session = createSession(testHost());
    const project = await session.openProject({ root: folder, settings: wrong });
    const { problems } = (await project.refresh()).project;
    assert.deepEqual(
      problems.map(({ kind, message }) => [kind, /"app\.py:totl"/.test(message)]),
      [["settings", true]],
    );
    project.dispose();
    session.dispose();
  });

  it("of the request win over files, and a named file over the nearest", async () => {
    const folder = makeFolder({ "app.py": hotProgram, "breakeven.toml": "limit = 1\n", "two.py": hotProgram });
    const other = makeFolder({ "mine.toml": 'exclude = ["two.py"]\n' });
    assert.equal((await assessFolder(folder)).hotspots.length, 1);
    assert.ok((await assessFolder(folder, { settings: { limit: 30 } })).hotspots.length > 1);
    const named = await assessFolder(folder, { configFile: join(other, "mine.toml") });
    assert.deepEqual(hotPaths(named), ["app.py"]);
    await assert.rejects(assessFolder(folder, { configFile: join(other, "none.toml") }), /none\.toml: no such configuration file/);
  });

  it("read the lowest Python from the packaging data", async () => {
    const python = async (files: Record<string, string>) =>
      (await assessFolder(makeFolder({ "app.py": hotProgram, ...files }))).project.python;
    assert.equal(await python({ "pyproject.toml": '[project]\nrequires-python = ">=3.9"\n' }), ">=3.9");
    assert.equal(await python({ "pyproject.toml": '[tool.poetry.dependencies]\npython = "^3.10"\n' }), "^3.10");
    const setup = 'from setuptools import setup\nsetup(\n    name="x",\n    python_requires=">=3.7",\n)\n';
    assert.equal(await python({ "setup.py": setup }), ">=3.7");
    assert.equal(await python({ "setup.cfg": "[options]\npython_requires = >=3.8, <4\n", "setup.py": setup }), ">=3.8, <4");
    assert.equal(await python({ "setup.py": "python_requires = VERSIONS\n" }), undefined);
    assert.equal(await python({ "pyproject.toml": '[tool.breakeven]\npython-version = "3.14t"\n' }), "3.14t");
    assert.equal(
      await python({ "pyproject.toml": '[project]\nrequires-python = ">=3.9"\n[tool.breakeven]\npython-version = "3.13"\n' }),
      "3.13",
    );
  });

  it("of knowledge: a team's bad file is named with its line, and the rest is used", async () => {
    const folder = makeFolder({
      "app.py": hotProgram,
      "breakeven.toml": 'knowledge = "our-knowledge"\n',
      "our-knowledge/rules/broken.yaml": "rules: [\n",
    });
    const assessment = await assessFolder(folder);
    assert.equal(assessment.project.problems[0]?.path, "knowledge/rules/broken.yaml");
    assert.equal(assessment.project.problems[0]?.kind, "knowledge");
    assert.deepEqual(hotPaths(assessment), ["app.py"]);
    await refuses({ "breakeven.toml": 'knowledge = "nowhere"\n' }, /"knowledge".*nowhere is not a folder/);
  });
});
