/** A measured profile in the editor: heat of lines, code lenses and hovers, the flame picture in the panel, and ways to import and clear. */
import * as vscode from "vscode";
import { createFormat, stringsFor } from "../../../src/panel";
import type { Assessment, Hotspot } from "../../../src/report";
import * as assert from "./assert";
import { drawnBars, drawnHeat, eventuallyHeat } from "./heat-in-window";
import { evaluate } from "./panel";
import { profilePictureTests } from "./profile-pictures";
import { runSuite } from "./run-suite";
import { activate, closeAll, eventually, fileUri, openFile, panelShows, ui } from "./support";

const module = "orbits/forces.py";
const { percent } = createFormat("en", stringsFor("en").strings);
const importFile = (name: string) => vscode.commands.executeCommand("breakeven.importProfile", fileUri(name));

async function assessment(): Promise<Assessment | undefined> {
  const { assessments } = await activate();
  return assessments.snapshot(fileUri("").toString().replace(/\/$/, ""))?.assessment;
}

const importedFrom = (name: string) => () =>
  eventually(`the profile of ${name}`, async () => (await assessment())?.profile?.sources.some(({ file }) => file.endsWith(name)));
const cleared = () => eventually("no profile", async () => (await assessment())?.profile === undefined);

async function hottest(): Promise<Hotspot> {
  const hotspot = (await assessment())?.hotspots[0];
  if (hotspot?.measured === undefined) throw new Error("the first hotspot is not measured");
  return hotspot;
}

export const run = () =>
  runSuite(() => {
    describe("a measured profile", () => {
      before(async () => {
        await activate();
        await openFile(module);
        await vscode.commands.executeCommand("breakeven.assess");
        await eventually("the assessment", assessment);
      });
      after(closeAll);

      it("ranks after its import, and draws the time of lines in gutter and text", async () => {
        assert.equal((await drawnHeat()).length, 0, "nothing is drawn before");
        await importFile("run.collapsed");
        await importedFrom("run.collapsed")();
        const { measured, qualname } = await hottest();
        assert.equal(qualname, "accelerations");
        const { document } = await openFile(module);
        for (const { line, share } of measured?.lines.slice(0, 3) ?? []) {
          await eventuallyHeat(document.lineAt(line - 1).text.trim(), (heat) => heat === percent(share));
        }
        const lines = await drawnHeat();
        assert.equal(await drawnBars(), lines.length);
        await importFile("run.collapsed");
        assert.deepEqual(await drawnHeat(), lines, "the same again");
      });

      it("says the measured share above the function, and both figures on hover", async () => {
        const { document } = await openFile(module);
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 20);
        const share = percent((await hottest()).measured?.share ?? 0).replace("%", "");
        const titles = lenses.map(({ command }) => command?.title ?? "");
        assert.ok(
          titles.some((title) => title.startsWith(share) && title.includes("(measured)")),
          titles.join("; "),
        );
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          "vscode.executeHoverProvider",
          document.uri,
          new vscode.Position(((await hottest()).startLine ?? 1) - 1, 6),
        );
        const text = hovers.flatMap(({ contents }) => contents.map((it) => (typeof it === "string" ? it : it.value))).join("\n");
        assert.match(text, /measured/);
        assert.match(text, /estimate/);
      });

      it("follows edits above the line and inside the function", async () => {
        const { document } = await openFile(module);
        const hot = document.lineAt(((await hottest()).measured?.lines[0]?.line ?? 1) - 1).text.trim();
        const { heat } = await eventuallyHeat(hot, () => true);
        const edit = async (line: number, text: string) => {
          const change = new vscode.WorkspaceEdit();
          change.insert(document.uri, new vscode.Position(line, 0), text);
          await vscode.workspace.applyEdit(change);
        };
        await edit(0, "import math\n\n");
        await eventuallyHeat(hot, (now) => now === heat);
        await edit(13, "        spare = math.pi\n");
        await eventuallyHeat(hot, (now) => now.startsWith(heat));
        await vscode.commands.executeCommand("workbench.action.files.revert");
        await eventuallyHeat(hot, (now) => now === heat);
      });

      it("shows the call tree in the panel, from which the code opens", async () => {
        await vscode.commands.executeCommand("notifications.showList");
        await ui({ action: "click", selector: '.notifications-center .monaco-button:has-text("Open Panel")' });
        await panelShows(percent((await assessment())?.profile?.mappedShare ?? 0));
        const box = '.flame-box[aria-label^="accelerations "]';
        await eventually("the call tree", async () => (await ui<number>({ action: "panelCount", selector: box })) > 0);
        await openFile("orbits/cluster.py");
        await ui({ action: "panelPress", selector: box, keys: "Enter" });
        await eventually("the code", () => vscode.window.activeTextEditor?.document.fileName.endsWith("forces.py"));
        assert.equal(vscode.window.activeTextEditor?.selection.active.line, 6);
        await ui({ action: "panelFill", selector: "vscode-textfield input", value: "energy" });
        await eventually("matches", async () => (await ui<number>({ action: "panelCount", selector: ".flame-match" })) > 0);
        assert.deepEqual(await ui<string[]>({ action: "panelAxe" }), []);
        await ui({ action: "panelFill", selector: "vscode-textfield input", value: "" });
        await ui({ action: "panelClick", selector: '.flame-box[aria-label^="simulate "]' });
        assert.equal(await evaluate("document.querySelector('.breadcrumb [aria-current]').textContent"), "simulate");
        await ui({ action: "panelClick", selector: '.breadcrumb button:has-text("whole profile")' });
      });

      it("is gone everywhere when it is cleared, and back when it is imported again", async () => {
        await openFile(module);
        await eventually("heat", async () => (await drawnHeat()).length > 0);
        await vscode.commands.executeCommand("breakeven.clearProfile");
        await cleared();
        await eventually("no heat", async () => (await drawnHeat()).length === 0 && (await drawnBars()) === 0);
        await eventually("no tab", async () => (await ui<number>({ action: "panelCount", selector: "#tab-profile" })) === 0);
        await importFile("run.collapsed");
        await eventually("heat", async () => (await drawnHeat()).length > 0);
        await eventually("the tab", async () => (await ui<number>({ action: "panelCount", selector: "#tab-profile" })) === 1);
      });

      it("draws no heat where the setting is off", async () => {
        await openFile(module);
        const configuration = vscode.workspace.getConfiguration("breakeven");
        await configuration.update("lineHeat.enable", false, vscode.ConfigurationTarget.Global);
        await eventually("no heat", async () => (await drawnHeat()).length === 0);
        await configuration.update("lineHeat.enable", undefined, vscode.ConfigurationTarget.Global);
        await eventually("heat", async () => (await drawnHeat()).length > 0);
      });

      it("is imported by opening its file", async () => {
        await vscode.commands.executeCommand("breakeven.clearProfile");
        await cleared();
        await vscode.commands.executeCommand("vscode.open", fileUri("run.pstats"));
        await importedFrom("run.pstats")();
        await vscode.commands.executeCommand("vscode.openWith", fileUri("run.collapsed"), "breakeven.profileText");
        await importedFrom("run.collapsed")();
        await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      });

      profilePictureTests(module);
    });
  });
