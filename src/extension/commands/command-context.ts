import type * as vscode from "vscode";
import type { Assessments } from "../assessments";
import type { Panel } from "../panel";
import type { ServerConnection } from "../server-connection";
import type { LoadRecorder } from "./profile-program";

export interface CommandContext {
  readonly server: ServerConnection;
  readonly assessments: Assessments;
  readonly panel: Panel;
  readonly output: vscode.LogOutputChannel;
  readonly loadRecorder: LoadRecorder;
}
