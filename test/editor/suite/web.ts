import * as assert from "./assert";
import { assessingTests } from "./assessing";
import { hintTests } from "./hints";
import { refusedRecordingTests } from "./recording-refused";
import { runSuite } from "./run-suite";

export const run = () =>
  runSuite(() => {
    it("runs where there is no Node", () => assert.equal(typeof (globalThis as { importScripts?: unknown }).importScripts, "function"));
    hintTests();
    refusedRecordingTests("A browser cannot run Python");
    assessingTests({ screenshots: false });
  });
