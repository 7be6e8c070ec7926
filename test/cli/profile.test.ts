import assert from "node:assert/strict";
import { join } from "node:path";
import { assessmentSchema } from "../../src/report";
import { makeFolder } from "../session/support/temporary-folder";
import { buildCli, runCli } from "./support/run-cli";

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

describe("assess --profile", function () {
  this.timeout(120_000);
  let folder: string;
  before(async () => {
    await buildCli();
    folder = makeFolder({
      "app.py": app,
      "run.txt": "<module> (app.py:14);fast (app.py:2) 800\n<module> (app.py:14);slow (app.py:9) 200\n",
      "second=run.txt": "slow (app.py:9) 5\n",
      "broken.speedscope.json": '{"$schema": "https://www.speedscope.app/file-format-schema.json", "shared": {"frames": [',
      "notes.txt": "no profile at all\n",
    });
  });
  const assess = (...args: string[]) => runCli(["assess", folder, ...args]);
  const at = (name: string) => join(folder, name);

  it("ranks by what was measured", async () => {
    const run = await assess("--profile", at("run.txt"), "--format", "json");
    assert.deepEqual([run.status, run.stderr], [0, ""]);
    const { hotspots, profile, verdict } = assessmentSchema.parse(JSON.parse(run.stdout));
    assert.deepEqual(
      hotspots.slice(0, 2).map(({ qualname, measured }) => [qualname, measured?.share, measured?.total]),
      [
        ["fast", 0.8, 0.8],
        ["slow", 0.2, 0.2],
      ],
    );
    assert.equal(profile?.samples, 1000);
    assert.match(verdict.summary, /Measured: 1,000 samples by /);
  });

  it("merges several by weight; a file whose name holds = is one", async () => {
    const run = await assess("--profile", `${at("run.txt")}=1`, "--profile", `${at("second=run.txt")}=3`, "--format", "json");
    const { hotspots } = assessmentSchema.parse(JSON.parse(run.stdout));
    assert.deepEqual(
      hotspots.slice(0, 2).map(({ qualname, measured }) => [qualname, Number(measured?.share.toFixed(6))]),
      [
        ["slow", 0.8],
        ["fast", 0.2],
      ],
    );
  });

  it("says in the terminal what was measured and what was not", async () => {
    const run = await assess("--profile", at("run.txt"));
    assert.match(run.stdout, /^Profile\n {2}- .*run\.txt: .*1,000 samples/m);
    assert.match(run.stdout, /Hotspots \(share of CPU measured/);
    assert.doesNotMatch((await assess()).stdout, /measured/i);
  });

  for (const [name, reason] of [
    ["notes.txt", /./],
    ["broken.speedscope.json", /./],
    ["gone.txt", /does not exist/],
  ] as const) {
    it(`ends with status 2 and one line for ${name}`, async () => {
      const run = await assess("--profile", at(name));
      assert.deepEqual([run.status, run.stdout], [2, ""]);
      assert.match(run.stderr, /^breakeven: [^\n]*\n$/);
      assert.ok(run.stderr.includes(at(name)), run.stderr);
      assert.match(run.stderr.replace(at(name), ""), reason);
    });
  }

  it("explains a place by what was measured and by what was estimated", async () => {
    const run = await runCli(["explain", "app.py:6", "--profile", at("run.txt")], { cwd: folder });
    assert.match(run.stdout, /^Measured by .*: 20 % of the CPU time in its own code \(200 of 1,000 samples\)/);
    assert.match(run.stdout, /Estimated from the source alone:/);
  });

  it("refuses a weight of nothing", async () => {
    const run = await assess("--profile", `${at("run.txt")}=0`);
    assert.equal(run.status, 2);
    assert.match(run.stderr, /weight must be above 0/);
  });
});
