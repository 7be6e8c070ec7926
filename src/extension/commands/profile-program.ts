/**
 * The commands that record a profile, in every host: where no program may or can be run they say why. What runs one is loaded on the
 * first request only, and not at all in a browser.
 */
import * as vscode from "vscode";
import type { ServerConnection } from "../server-connection";

/** What a recording is made of: the file or the test at the cursor, or a command that is typed. */
export type RecordingSubject = "file" | "test" | "command";

export interface RecordingContext {
  readonly extension: vscode.ExtensionContext;
  readonly server: ServerConnection;
}

/** The part of the extension that can run programs. */
export interface Recorder {
  recordProfile(subject: RecordingSubject, context: RecordingContext): Promise<void>;
  stopRecording(): void;
}

/** Undefined in a host without processes. */
export type LoadRecorder = (() => Promise<Recorder>) | undefined;

export async function profileProgram(subject: RecordingSubject, context: RecordingContext, load: LoadRecorder): Promise<void> {
  if (load === undefined) {
    vscode.window.showWarningMessage(
      vscode.l10n.t(
        "A browser cannot run Python. Open the folder in VS Code on a machine to record a profile, or import one that was recorded elsewhere.",
      ),
    );
    return;
  }
  if (!vscode.workspace.isTrusted) return explainTrust();
  const { recordProfile } = await load();
  await recordProfile(subject, context);
}

export async function stopRecording(load: LoadRecorder): Promise<void> {
  (await load?.())?.stopRecording();
}

function explainTrust(): void {
  const manage = vscode.l10n.t("Manage Workspace Trust");
  const message = vscode.l10n.t("Recording a profile runs the code of this folder, and the workspace is not trusted.");
  vscode.window.showWarningMessage(message, manage).then((choice) => {
    if (choice === manage) vscode.commands.executeCommand("workbench.trust.manage");
  });
}
