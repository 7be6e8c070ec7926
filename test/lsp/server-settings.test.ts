import assert from "node:assert/strict";
import { defaultServerSettings, parseServerSettings } from "../../src/lsp/server-settings";

describe("settings of the language server", () => {
  it("are the defaults when nothing is set", () => {
    for (const raw of [null, undefined, {}]) assert.deepEqual(parseServerSettings(raw), { settings: defaultServerSettings, problems: [] });
  });

  it("hand on only what was set, so that configuration files keep their say", () => {
    const { settings, problems } = parseServerSettings({ minimumShare: 0.05, hints: { severity: "hint" }, trace: { server: "off" } });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.engine, { minimumShare: 0.05 });
    assert.deepEqual(settings.hints, { enable: true, severity: "hint" });
  });

  it("leave out a bad setting with its name and reason, and keep the rest", () => {
    const { settings, problems } = parseServerSettings({
      limit: -1,
      pythonVersion: "2.7",
      exclude: ["a"],
      hints: { enable: "yes" },
      colour: 1,
    });
    assert.deepEqual(settings.engine, { exclude: ["a"] });
    assert.equal(settings.hints.enable, true);
    assert.deepEqual(
      problems.map((problem) => problem.split(":")[0]),
      ["breakeven.limit", "breakeven.pythonVersion", "breakeven.hints.enable", "breakeven.colour"],
    );
  });

  it("are no object at all", () => {
    assert.equal(parseServerSettings(7).problems.length, 1);
  });
});
