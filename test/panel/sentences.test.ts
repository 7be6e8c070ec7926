import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AdviceResult } from "../../src/advice";
import { stringsFor } from "../../src/panel/strings";
import { sentences } from "../../src/panel/strings/de-sentences";
import { createSay } from "../../src/panel/strings/sentences";
import { adviseFixture, readFixture } from "../support/marker-fixture";

const { say } = stringsFor("de").strings;
const fixtures = join(__dirname, "..", "fixtures", "advice");

describe("sentences of the engine in another language", () => {
  const separators = { decimal: ",", group: "." };

  it("take numbers with the language's separators, names as they are, and words of the catalogue", () => {
    const catalogue = {
      "{n} of {w:what} in {path}": "In {path} {n} {w:what}",
      files: "Dateien",
      "as {l:parts}.": "wie {l:parts}.",
      "{n} x": "{n} mal x",
    };
    const told = createSay(catalogue, separators);
    assert.equal(told("1,250.5 of files in a/b.py"), "In a/b.py 1.250,5 Dateien");
    assert.equal(told("as files; 1.5 x."), "wie Dateien; 1,5 mal x.");
  });

  it("stay English as a whole where a part is not in the catalogue", () => {
    const told = createSay({ "A is {w:a}.": "A ist {w:a}.", one: "eins", "B.": "B!" }, separators);
    assert.equal(told("A is two."), "A is two.");
    assert.equal(told("A is one. B."), "A ist eins. B!");
    assert.equal(told("A is one. C."), "A is one. C.");
  });

  it("have the same holes in both languages", () => {
    const holes = (text: string) => (text.match(/\{[\w:]+\}/g) ?? []).sort();
    for (const [english, german] of Object.entries(sentences)) assert.deepEqual(holes(german), holes(english), english);
  });
});

describe("the panel in German", function () {
  this.timeout(120_000);

  it("says the verdict, what it rests on and what would change it for whatever the rules' fixtures show", async () => {
    const missing = new Set<string>();
    for (const name of readdirSync(fixtures)) {
      const { files } = readFixture(readFileSync(join(fixtures, name), "utf8"));
      for (const text of said(await adviseFixture(files, { python: [3, 8], rustExperience: "learning" }))) {
        if (say(text) === text) missing.add(text);
      }
    }
    assert.deepEqual([...missing], []);
  });

  it("says break-even in days", async () => {
    const { files } = readFixture(readFileSync(join(fixtures, "numeric-loop-nest.py"), "utf8"));
    const running = { runsPerDay: 24, secondsPerRun: 600, costPerHour: 40, developerCostPerHour: 80 };
    const { verdict } = await adviseFixture(files, { running });
    const text = verdict.evidence.find((it) => it.includes("Pays for itself"));
    assert.match(
      say(text ?? ""),
      /Macht sich nach etwa [\d,]+ Tag(en)? bezahlt .* Angenommen: 24 Läufe am Tag zu 600 s; eine Arbeitsstunde/,
    );
  });
});

/** All that stands at the head of the first page. A message of a rule inside the summary is the rule's. */
function said({ verdict, heat }: AdviceResult): string[] {
  const summary = verdict.summary.replace(/ first, which takes hours, not weeks: .*/s, " first, which takes hours, not weeks: x");
  const signs = verdict.constraints.flatMap(({ evidence }) => evidence.filter((it) => !/^\S+:\d+ imports /.test(it)));
  return [summary, ...verdict.evidence, ...verdict.wouldChange, ...heat.confidence.reasons, ...heat.bound.evidence, ...signs];
}
