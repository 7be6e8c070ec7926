import * as assert from "./assert";
import { assessingTests } from "./assessing";
import { hintTests } from "./hints";
import { runSuite } from "./run-suite";

export const run = () =>
  runSuite(() => {
    it("runs where there is no Node", () => assert.equal(typeof (globalThis as { importScripts?: unknown }).importScripts, "function"));
    hintTests();
    assessingTests({ screenshots: false });
  });
