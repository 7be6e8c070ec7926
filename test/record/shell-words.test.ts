import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { splitCommandLine, toCommandLine } from "../../src/record";

describe("command lines", () => {
  const word = fc.string({ unit: fc.constantFrom(..."ab/-.=:\\'\"$` \tü!*") }).filter((text) => !text.includes("\0"));

  for (const platform of ["linux", "win32"] as const) {
    it(`are split as they were joined on ${platform}`, () => {
      fc.assert(
        fc.property(fc.array(word), (words) => {
          assert.deepEqual(splitCommandLine(toCommandLine(words, platform), platform), words);
        }),
      );
    });
  }

  it("are read by a shell as they are meant", function () {
    if (process.platform === "win32") this.skip(); // There is no sh there.
    const words = ["a b", "it's", '"x"', "$HOME", "back\\slash", "", "*", "--x=1"];
    const line = `printf '%s\\n' ${toCommandLine(words, "linux")}`;
    assert.deepEqual(execFileSync("sh", ["-c", line], { encoding: "utf8" }), `${words.join("\n")}\n`);
  });

  it("keep backslashes of Windows paths and say which quote is open", () => {
    assert.deepEqual(splitCommandLine('python C:\\app\\run.py "a b"', "win32"), ["python", "C:\\app\\run.py", "a b"]);
    assert.throws(() => splitCommandLine("python 'x", "linux"), /the quote ' is not closed/);
  });
});
