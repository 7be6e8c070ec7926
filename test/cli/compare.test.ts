import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comparisonSchema } from "../../src/report";
import { buildCli, runCli } from "./support/run-cli";

const program = `def hot(n):
    return sum(i * i for i in range(n))


def cold(n):
    return [n] * n


if __name__ == "__main__":
    hot(10)
    cold(10)
`;
/** `hot` and `cold` with so many samples. */
const stacks = (hot: number, cold: number) => `<module> (app.py:10);hot (app.py:2) ${hot}\n<module> (app.py:11);cold (app.py:6) ${cold}\n`;

describe("breakeven compare", function () {
  this.timeout(120_000);
  let folder: string;

  before(async () => {
    await buildCli();
    folder = mkdtempSync(join(tmpdir(), "breakeven-compare-"));
    writeFileSync(join(folder, "app.py"), program);
    writeFileSync(join(folder, "before.txt"), stacks(900, 100));
    writeFileSync(join(folder, "after.txt"), stacks(100, 900));
    writeFileSync(join(folder, "few.txt"), stacks(8, 2));
    writeFileSync(join(folder, "bad.txt"), "no profile\n");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const compare = (...args: string[]) => runCli(["compare", ".", ...args], { cwd: folder });

  it("says which functions changed their share by more than chance, and what to know before believing it", async () => {
    const { status, stdout } = await compare("--before", "before.txt", "--after", "after.txt");
    assert.equal(status, 0);
    assert.match(stdout, /1 run before, 1 run after\. .* The\s+shares\s+of\s+2\s+functions\s+changed\s+by\s+more\s+than\s+chance\./s);
    assert.match(stdout, /90 % +10 % +-80\.0 ± 1\.3 points +less +hot \(app\.py:1\)/);
    assert.match(stdout, /10 % +90 % +\+80\.0 ± 1\.3 points +more +cold \(app\.py:5\)/);
    assert.match(stdout, /run to run/);
  });

  it("takes a difference within chance for what it is", async () => {
    const { stdout } = await compare("--before", "before.txt", "--after", "few.txt");
    assert.match(stdout, /No\s+function's\s+share\s+changed\s+by\s+more\s+than\s+chance\./);
    assert.match(stdout, /may be chance/);
  });

  it("prints an object that its schema describes", async () => {
    const { stdout } = await compare("--before", "before.txt", "--after", "after.txt", "--after", "after.txt", "--format", "json");
    const comparison = comparisonSchema.parse(JSON.parse(stdout));
    assert.deepEqual([comparison.before.files.length, comparison.after.files.length, comparison.after.samples], [1, 2, 2000]);
    assert.deepEqual(
      comparison.functions.map(({ qualname, change }) => [qualname, change]),
      [
        ["hot", "less"],
        ["cold", "more"],
      ],
    );
  });

  it("names what is missing or cannot be used", async () => {
    const missing = await compare("--before", "before.txt");
    assert.deepEqual([missing.status, missing.stdout], [2, ""]);
    assert.match(missing.stderr, /--after/);
    const bad = await compare("--before", "before.txt", "--after", "bad.txt");
    assert.deepEqual([bad.status, bad.stdout], [2, ""]);
    assert.match(bad.stderr, /bad\.txt/);
  });
});
