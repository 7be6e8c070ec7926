import assert from "node:assert/strict";
import type { AdviceSettings } from "../../src/advice";
import { adviseFixture } from "../support/marker-fixture";

const rule = "list-membership-in-loop";

function program(comment = "", head = ""): string {
  return `${head}def known(words, allowed: list[str]):
    result = []
    for word in words:
        if word in allowed:${comment}
            result.append(word)
    return result


if __name__ == "__main__":
    known(["a"] * 10000, ["b"] * 1000)
`;
}

async function findings(text: string, settings: Partial<AdviceSettings> = {}, path = "app.py") {
  const result = await adviseFixture([{ path, text }], settings);
  const advised = result.hotspots.some(({ advice }) => advice.some((it) => it.rule === rule));
  return { count: result.findings.filter((it) => it.rule === rule).length, advised, problems: result.suppressionProblems };
}

describe("suppressions", () => {
  it("are absent by default", async () => {
    assert.deepEqual(await findings(program()), { count: 1, advised: true, problems: [] });
  });

  for (const comment of ["  # breakeven: ignore", "  # breakeven: ignore[BE201]", `  # breakeven: ignore[${rule}]`]) {
    it(`silence the line of ${comment.trim()}`, async () => {
      assert.deepEqual(await findings(program(comment)), { count: 0, advised: false, problems: [] });
    });
  }

  it("of other codes do not", async () => {
    assert.equal((await findings(program("  # breakeven: ignore[BE202]"))).count, 1);
  });

  it("of the whole file silence every line", async () => {
    assert.equal((await findings(program("", "# breakeven: ignore-file[BE201]\n"))).count, 0);
  });

  it("by rule and by path come from the settings", async () => {
    assert.equal((await findings(program(), { disabledRules: ["BE201"] })).count, 0);
    const ignoredPaths = [{ glob: "legacy/**", rules: ["*"] }];
    assert.equal((await findings(program(), { ignoredPaths }, "legacy/app.py")).count, 0);
    assert.equal((await findings(program(), { ignoredPaths }, "app.py")).count, 1);
  });

  it("with a code that does not exist are reported with the nearest one", async () => {
    const { count, problems } = await findings(program("  # breakeven: ignore[BE2O1]"));
    assert.equal(count, 1);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? "", /There is no rule "BE2O1"; did you mean "BE201"\?/);
  });
});
