import * as vscode from "vscode";
import * as assert from "./assert";
import { hintTests } from "./hints";
import { refusedRecordingTests } from "./recording-refused";
import { runSuite } from "./run-suite";

export const run = () =>
  runSuite(() => {
    it("opens in restricted mode", () => assert.equal(vscode.workspace.isTrusted, false));
    hintTests();
    refusedRecordingTests("the workspace is not trusted");
  });
