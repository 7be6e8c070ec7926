/** The latest assessments and states of the workspace folders, as the server told them. */
import * as vscode from "vscode";
import { type AssessmentSnapshot, type FolderParams, type FolderStatus, methods, type StatusParams } from "../lsp/protocol";
import type { ServerConnection } from "./server-connection";

/** `percentage` of the whole, 0..100. */
export interface AssessmentProgress {
  readonly percentage: number;
  readonly message: string;
}

export class Assessments implements vscode.Disposable {
  private readonly snapshots = new Map<string, AssessmentSnapshot>();
  private statuses: readonly FolderStatus[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly progress = new vscode.EventEmitter<AssessmentProgress>();
  private readonly subscriptions: vscode.Disposable[];
  /** Of an assessment that somebody asked for. */
  readonly onProgress = this.progress.event;
  /** A snapshot or a state is a new one. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: ServerConnection) {
    this.subscriptions = [
      server.onStatus((status) => this.setStatus(status)),
      server.onAssessed((params) => this.fetch(params).catch((error: unknown) => server.log(error))),
      this.changed,
      this.progress,
    ];
  }

  get status(): readonly FolderStatus[] {
    return this.statuses;
  }

  /** Folders that have been assessed, in the order of the workspace. */
  get all(): readonly AssessmentSnapshot[] {
    return this.statuses.map(({ folder }) => this.snapshots.get(folder)).filter((snapshot) => snapshot !== undefined);
  }

  snapshot(folder: string): AssessmentSnapshot | undefined {
    return this.snapshots.get(folder);
  }

  statusOf(folder: string): FolderStatus | undefined {
    return this.statuses.find((status) => status.folder === folder);
  }

  reportProgress(progress: AssessmentProgress): void {
    this.progress.fire(progress);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private setStatus({ folders }: StatusParams): void {
    this.statuses = folders;
    const known = new Set(folders.map(({ folder }) => folder));
    for (const folder of this.snapshots.keys()) if (!known.has(folder)) this.snapshots.delete(folder);
    this.changed.fire();
  }

  private async fetch({ folder }: FolderParams): Promise<void> {
    const snapshot = await this.server.request<AssessmentSnapshot | null>(methods.assessment, { folder });
    if (snapshot === null) return;
    this.snapshots.set(folder, snapshot);
    this.changed.fire();
  }
}

/** What people call a folder. */
export function folderLabel(folder: string): string {
  const uri = vscode.Uri.parse(folder);
  return vscode.workspace.getWorkspaceFolder(uri)?.name ?? uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

/** Address of a path of an assessment. */
export function fileUri({ folder, assessment }: AssessmentSnapshot, path: string): vscode.Uri {
  const root = vscode.Uri.parse(folder);
  // A file opened without a folder is assessed alone: its address is the folder's.
  const isSingleFile = assessment.project.files <= 1 && root.path.endsWith(`/${path}`);
  return isSingleFile ? root : vscode.Uri.joinPath(root, path);
}
