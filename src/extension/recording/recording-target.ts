/** What is to be run, from the editor or the input box. */
import { basename, dirname, relative, sep } from "node:path";
import * as vscode from "vscode";
import { splitCommandLine } from "../../record";
import type { RecordingContext, RecordingSubject } from "../commands/profile-program";
import { findTest, type TestAtLine } from "./find-test";

export interface RecordingTarget {
  /** For messages and the file name. */
  readonly name: string;
  readonly cwd: string;
  /** Whose settings and interpreter count. */
  readonly resource: vscode.Uri;
  command(python: string): readonly string[];
}

const lastCommandKey = "profile.lastCommand";

/** Undefined when there is nothing to run; the reader has been told. */
export function findTarget(subject: RecordingSubject, context: RecordingContext): Promise<RecordingTarget | undefined> {
  if (subject === "command") return typedCommand(context);
  return subject === "file" ? currentFile() : currentTest();
}

async function currentFile(): Promise<RecordingTarget | undefined> {
  const found = await savedPython();
  if (found === undefined) return undefined;
  const { path, cwd, document } = found;
  return { name: basename(path, ".py"), cwd, resource: document.uri, command: (python) => [python, path] };
}

async function currentTest(): Promise<RecordingTarget | undefined> {
  const found = await savedPython();
  if (found === undefined) return undefined;
  const { path, cwd, document, line } = found;
  const test = findTest(document.getText(), line);
  if (test === undefined) {
    vscode.window.showInformationMessage(vscode.l10n.t("No test here: put the cursor into a test function."));
    return undefined;
  }
  const name = test.path.at(-1) as string;
  return { name, cwd, resource: document.uri, command: (python) => [python, "-m", ...testCommand(test, path)] };
}

/** `path` is relative to where the command is run. */
function testCommand({ framework, path: names }: TestAtLine, path: string): string[] {
  if (framework === "pytest") return ["pytest", [path.split(sep).join("/"), ...names].join("::")];
  const module = path.replace(/\.py$/, "").split(sep).join(".");
  return ["unittest", [module, ...names].join(".")];
}

/** The Python file in front, as it is on disk. */
async function savedPython(): Promise<{ document: vscode.TextDocument; path: string; cwd: string; line: number } | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.languageId !== "python" || editor.document.uri.scheme !== "file") {
    vscode.window.showInformationMessage(vscode.l10n.t("Open a Python file that is saved on disk to record a profile of it."));
    return undefined;
  }
  const { document, selection } = editor;
  if (document.isDirty && !(await document.save())) return undefined;
  const cwd = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? dirname(document.uri.fsPath);
  return { document, path: relative(cwd, document.uri.fsPath), cwd, line: selection.active.line + 1 };
}

async function typedCommand({ extension }: RecordingContext): Promise<RecordingTarget | undefined> {
  const folder = await pickFolder();
  if (folder === undefined) return undefined;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t("Profile a Command"),
    prompt: vscode.l10n.t("Runs in {0}; python stands for the selected interpreter.", folder.name),
    value: extension.workspaceState.get<string>(lastCommandKey) ?? "python ",
    ignoreFocusOut: true,
    validateInput: whyNotReadable,
  });
  if (typed === undefined) return undefined;
  const words = splitCommandLine(typed);
  if (words.length === 0) return undefined;
  await extension.workspaceState.update(lastCommandKey, typed);
  const [first = "", ...rest] = words;
  const isPython = /^python3?$/.test(first);
  return {
    name: basename(isPython ? (rest.find((word) => !word.startsWith("-")) ?? first) : first, ".py"),
    cwd: folder.uri.fsPath,
    resource: folder.uri,
    command: (python) => (isPython ? [python, ...rest] : words),
  };
}

function whyNotReadable(text: string): string | undefined {
  try {
    splitCommandLine(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const active = document && vscode.workspace.getWorkspaceFolder(document.uri);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (active !== undefined || folders.length === 1) return active ?? folders[0];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  vscode.window.showInformationMessage(vscode.l10n.t("Open a folder to run a command in it."));
  return undefined;
}
