/** Between the panel and the rest of the editor: links both ways, edits, reloads and themes. */
import * as vscode from "vscode";
import { viewSchema } from "../../../src/panel";
import type { Assessment } from "../../../src/report";
import * as assert from "./assert";
import { evaluate, show, viewText } from "./panel";
import { eventually, eventuallyHints, openFile, ui } from "./support";

const themes = ["Default Light Modern", "Default Dark Modern", "Default High Contrast", "Default High Contrast Light"];

export function panelAcrossTests(assessment: () => Assessment): void {
  const hot = () => {
    const found = assessment().hotspots.find(({ qualname }) => qualname === "hot_energy");
    assert.ok(found, "hot_energy is no hotspot");
    return found;
  };

  it("opens the code at the line of a place, a loop, a line number and a caller", async () => {
    await vscode.commands.executeCommand("breakeven.showHotspot", { folder: folder(), hotspot: hot().id });
    const { startLine, loops, callers } = hot();
    await eventually("the code", async () => (await ui<number>({ action: "panelCount", selector: ".line" })) > 0);
    const links: readonly [string, number][] = [
      [`.detail-head button:has-text("hot.py:${startLine}")`, startLine],
      [`.detail table button:has-text("lines ${loops[0]?.startLine}")`, loops[0]?.startLine ?? 0],
      [`button.gutter:has-text("${startLine + 1}")`, startLine + 1],
      [`.detail .bullets button:has-text("${callers[0]?.qualname}")`, callers[0]?.line ?? 0],
    ];
    for (const [selector, line] of links) {
      await openFile("calm.py");
      await ui({ action: "panelClick", selector });
      await eventually(`line ${line}`, () => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.fileName.endsWith("hot.py") && editor.selection.active.line === line - 1;
      });
    }
  });

  it("shows a hotspot asked for by code lens, hover, tree and walkthrough", async () => {
    const { document } = await openFile("hot.py");
    const [hint] = await eventuallyHints(document.uri);
    const ways: Record<string, () => Promise<unknown>> = {
      "code lens": async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
        const command = lenses.find(({ range }) => document.lineAt(range.start.line).text.includes("hot_energy"))?.command;
        await vscode.commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
      },
      hover: async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, hint?.range.start);
        const text = hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join("\n");
        const [, query] = /\(command:breakeven\.showHotspot\?([^)]+)\)/.exec(text) ?? [];
        const parsed = JSON.parse(decodeURIComponent(query ?? "")) as unknown;
        await vscode.commands.executeCommand("breakeven.showHotspot", ...(Array.isArray(parsed) ? parsed : [parsed]));
      },
      tree: async () => {
        await vscode.commands.executeCommand("breakeven.hotspots.focus");
        await ui({ action: "clickRight", selector: '.pane-body [role="treeitem"]:has-text("hot_energy")' });
        // A menu takes no click right after it has opened, so that the click that opened it chooses nothing.
        await new Promise((resolve) => setTimeout(resolve, 500));
        await ui({ action: "click", selector: '.monaco-menu [role="menuitem"]:has-text("Show Hotspot in Panel")' });
      },
    };
    const isShown = async () => (await evaluate("document.querySelector('.detail h2')?.textContent")) === "hot_energy";
    for (const [way, go] of Object.entries(ways)) {
      await show("learn");
      // A menu closes when the tree below it is drawn anew: then it is opened once more.
      await eventually(`the hotspot by ${way}`, async () => {
        await go().catch(() => undefined);
        return eventually("the hotspot", isShown, 3_000).catch(() => false);
      });
    }
    await vscode.commands.executeCommand("breakeven.openPanel", { view: "compare" });
    await eventually("the comparison", async () => (await selectedTab()) === "Compare");
  });

  it("marks what is edited, and takes the mark away with a new assessment", async () => {
    const { document } = await openFile("hot.py");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "# an edit\n");
    await vscode.workspace.applyEdit(edit);
    const mark = async () => (await ui<number>({ action: "panelCount", selector: ".page-title .stale" })) > 0;
    const assessed = await evaluate<string>("document.querySelector('breakeven-panel').model.assessedAt");
    await eventually("the mark, or what it asks for", async () => (await mark()) || (await isNewer(assessed)));
    const again = "[...document.querySelectorAll('vscode-button')].find((it) => it.textContent.includes('Assess again'))?.click() ?? true";
    await eventually("the button", () => evaluate<boolean>(`${again}`));
    await eventually("a new assessment without it", async () => (await isNewer(assessed)) && !(await mark()));
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("shows the same page after a reload, and after it was closed", async () => {
    const isRestored = async () =>
      (await selectedTab()) === "Hotspots" && (await ui<number>({ action: "panelCount", selector: ".hotspot-item" })) === 1;
    await show("hotspots");
    await back();
    await ui({ action: "panelFill", selector: "vscode-textfield input", value: "hot_energy" });
    await eventually("the filtered list", isRestored);
    await evaluate("window.__before = true");
    await vscode.commands.executeCommand("workbench.action.webview.reloadWebviewAction");
    await eventually("a new page", async () => (await tolerant<string>("typeof window.__before")) === "undefined");
    await eventually("the filtered list again", isRestored);
    // What the webview keeps itself goes with its tab: the extension keeps it too.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await closePanel();
    await vscode.commands.executeCommand("breakeven.openPanel");
    await eventually("the filtered list in a new tab", isRestored);
    await ui({ action: "panelClick", selector: 'button:has-text("Clear filters")' });
  });

  for (const theme of themes) {
    it(`follows the theme and has no accessibility violation in any view (${theme})`, async () => {
      const before = await colours();
      await vscode.workspace.getConfiguration("workbench").update("colorTheme", theme, vscode.ConfigurationTarget.Global);
      await eventually("other colours", async () => (await colours()) !== before);
      for (const view of viewSchema.options.filter((it) => it !== "profile")) {
        await show(view);
        await eventually(view, async () => (await viewText()).length > 100);
        assert.deepEqual(await ui<string[]>({ action: "panelAxe" }), [], view);
      }
    });
  }
}

function folder(): string {
  return (vscode.workspace.workspaceFolders ?? [])[0]?.uri.toString() ?? "";
}

/** Background and class of the page: what a theme changes. */
function colours(): Promise<string> {
  return evaluate("document.body.className + getComputedStyle(document.body).backgroundColor + document.body.dataset.vscodeThemeId");
}

async function selectedTab(): Promise<string | undefined> {
  return tolerant("document.querySelector('[role=tab][aria-selected=true]')?.textContent");
}

/** Undefined while the page is being replaced. */
function tolerant<Value>(expression: string): Promise<Value | undefined> {
  return evaluate<Value>(expression).catch(() => undefined);
}

async function isNewer(assessed: string): Promise<boolean> {
  return (await evaluate<string>("document.querySelector('breakeven-panel').model.assessedAt")) > assessed;
}

async function back(): Promise<void> {
  if (await evaluate<boolean>("document.querySelector('.only-narrow')?.checkVisibility() === true")) {
    await ui({ action: "panelClick", selector: ".only-narrow" });
  }
}

async function closePanel(): Promise<void> {
  const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "Breakeven");
  assert.ok(tab, "there is no tab of the panel");
  await vscode.window.tabGroups.close(tab);
}
