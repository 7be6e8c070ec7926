/** What the tests inside VS Code share: the extension, the sample files, waiting, and the hand outside. */
import * as vscode from "vscode";
import type { BreakevenApi } from "../../../src/extension/activate";

/** Replaced when the suite is bundled. */
declare const DRIVER_URL: string;

export const extensionId = "breakeven.breakeven";

export async function activate(): Promise<BreakevenApi> {
  const extension = vscode.extensions.getExtension<BreakevenApi>(extensionId);
  if (extension === undefined) throw new Error(`${extensionId} is not there`);
  const api = await extension.activate();
  await api.ready;
  return api;
}

export function fileUri(name: string, folder = 0): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[folder]?.uri;
  if (root === undefined) throw new Error("no folder is open");
  return vscode.Uri.joinPath(root, name);
}

export async function openFile(name: string, folder = 0): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(name, folder));
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** Hints of the extension on a file. */
export function hintsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "breakeven");
}

/** Asks again until the answer is neither undefined nor false. */
export async function eventually<Value>(
  what: string,
  ask: () => Value | undefined | false | Promise<Value | undefined | false>,
  limit = 20_000,
): Promise<Value> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function eventuallyHints(uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  return eventually(`hints on ${uri.path}`, () => {
    const hints = hintsOf(uri);
    return hints.length > 0 ? hints : undefined;
  });
}

/** Closes every editor and takes back what was typed. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

export interface UiAction {
  readonly action:
    | "screenshot"
    | "text"
    | "attribute"
    | "count"
    | "click"
    | "clickRight"
    | "evaluate"
    | "press"
    | "fill"
    | "value"
    | "panelText"
    | "panelTexts"
    | "panelCount"
    | "panelClick"
    | "panelFill"
    | "panelSelect"
    | "panelPress"
    | "panelEvaluate"
    | "panelAxe";
  readonly name?: string;
  readonly selector?: string;
  readonly keys?: string;
  /** What is typed or chosen. */
  readonly value?: string;
  /** Evaluated in the panel's page, or in the window's. */
  readonly expression?: string;
}

/** Does something in the window from outside; throws what went wrong there. */
export async function ui<Result = void>(action: UiAction): Promise<Result> {
  const response = await fetch(`${DRIVER_URL}/ui`, { method: "POST", body: JSON.stringify(action) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${action.action} ${action.selector ?? ""}: ${answer.error}`);
  return answer as Result;
}

/** Waits until the panel's page has `text` in it. */
export async function panelShows(text: string): Promise<void> {
  await eventually(`"${text}" in the panel`, async () =>
    (await ui<string>({ action: "panelText", selector: "breakeven-panel" })).includes(text),
  );
}

export async function send(result: object): Promise<void> {
  await fetch(`${DRIVER_URL}/result`, { method: "POST", body: JSON.stringify(result) });
}
