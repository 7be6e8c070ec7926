import * as vscode from "vscode";
import * as assert from "./assert";
import { hintTests } from "./hints";
import { refusedRecordingTests } from "./recording-refused";
import { runSuite } from "./run-suite";
import { activate, eventually, fileUri } from "./support";

const stacks = "<module> (hot.py:20);main (hot.py:16);hot_energy (hot.py:11) 90\n<module> (hot.py:20) 10\n";

export const run = () =>
  runSuite(() => {
    it("opens in restricted mode", () => assert.equal(vscode.workspace.isTrusted, false));
    hintTests();
    refusedRecordingTests("the workspace is not trusted");

    // A suite of its own: tests of the root come before those of suites, and hints are of the estimate.
    describe("a profile", () => {
      it("is imported: reading a file runs nothing", async () => {
        const { assessments } = await activate();
        await vscode.workspace.fs.writeFile(fileUri("run.collapsed"), new TextEncoder().encode(stacks));
        await vscode.commands.executeCommand("breakeven.importProfile", fileUri("run.collapsed"));
        const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? "";
        const first = await eventually("the measured hotspot", () => {
          const [hotspot] = assessments.snapshot(folder)?.assessment.hotspots ?? [];
          return hotspot?.measured && hotspot;
        });
        assert.equal(first.qualname, "hot_energy");
        assert.equal(first.measured?.share, 0.9);
      });
    });
  });
