import * as vscode from "vscode";
import * as assert from "./assert";
import { runSuite } from "./run-suite";
import { activate, closeAll, eventually, eventuallyHints, fileUri, openFile } from "./support";

export const run = () =>
  runSuite(() => {
    describe("several folders", () => {
      after(closeAll);

      it("are each assessed on their own", async () => {
        assert.equal(vscode.workspace.workspaceFolders?.length, 2);
        const { assessments } = await activate();
        // A document that stays open after its folder is gone is assessed alone: the one whose hints have to go is never opened.
        for (const [folder, name] of ["hot.py", "calm.py"].entries()) {
          await openFile(name, folder);
          await eventuallyHints(fileUri("hot.py", folder));
        }
        const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
        await eventually("both assessments", () => roots.every((root) => assessments.snapshot(root) !== undefined));
        for (const root of roots) assert.equal(assessments.snapshot(root)?.assessment.hotspots[0]?.qualname, "hot_energy");
      });

      it("go with their hints when they are removed", async () => {
        const uri = fileUri("hot.py", 1);
        await closeAll();
        assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1));
        await eventually("no hints", () => vscode.languages.getDiagnostics(uri).length === 0);
      });
    });
  });
