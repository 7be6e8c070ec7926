/** The folders and open documents of an editor, kept in step with it, and the diagnostics sent to it. */
import type { Connection, PublishDiagnosticsParams, WorkspaceFolder } from "vscode-languageserver";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import type { Session } from "../session";
import { toDiagnostics } from "./diagnostics";
import { pathFromUri } from "./file-uris";
import { type BackgroundProgress, type CurrentView, Folder, type FolderEvents } from "./folder";
import type { LineEdit } from "./line-shifts";
import { reportTo, tokenOf } from "./progress";
import { methods, type StatusParams } from "./protocol";
import type { ServerSettings } from "./server-settings";

export interface OpenDocument {
  readonly path: string;
  document: TextDocument;
  folder: Folder;
}

/** What the editor can do beyond the minimum. */
export interface EditorAbilities {
  readonly progress: boolean;
  readonly refreshLenses: boolean;
  /** Our own client: understands the notifications of `protocol.ts`. */
  readonly ownClient: boolean;
}

export class Workspace implements FolderEvents {
  readonly folders = new Map<string, Folder>();
  readonly documents = new Map<string, OpenDocument>();
  private readonly settings = new Map<string, ServerSettings>();
  private readonly published = new Map<string, Set<string>>();
  /** Diagnostics that the editor has, by document. */
  private readonly sent = new Map<string, string>();
  private lastStatus = "";

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly abilities: EditorAbilities,
    private baseSettings: ServerSettings,
  ) {}

  get allFolders(): readonly Folder[] {
    return [...this.folders.values()];
  }

  addFolder({ uri }: Pick<WorkspaceFolder, "uri">): void {
    if (this.folders.has(uri)) return;
    this.folders.set(uri, this.createFolder(uri, trimSlash(pathFromUri(uri)), false));
    this.rehomeDocuments();
  }

  removeFolder({ uri }: Pick<WorkspaceFolder, "uri">): void {
    const folder = this.folders.get(uri);
    if (folder === undefined) return;
    this.folders.delete(uri);
    this.rehomeDocuments();
    this.forget(folder);
  }

  openDocument(document: TextDocument): void {
    const path = pathFromUri(document.uri);
    const folder = this.folderFor(path) ?? this.createSingleFile(document.uri, path);
    this.documents.set(document.uri, { path, document, folder });
    const relative = folder.relative(path) as string;
    folder.openDocument(relative, document.getText());
    if (folder.assessment !== undefined) this.publish(folder, relative);
    else if (this.settingsOf(folder).assessOnOpen && folder.status.state === "idle") folder.assessSoon();
  }

  editDocument(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const open = this.documents.get(uri);
    if (open === undefined) return;
    const relative = open.folder.relative(open.path) as string;
    for (const change of changes) {
      const { document } = open;
      const range = "range" in change ? change.range : { start: document.positionAt(0), end: document.positionAt(Number.MAX_SAFE_INTEGER) };
      const edit = { start: document.offsetAt(range.start), end: document.offsetAt(range.end), text: change.text };
      const lines: LineEdit = { start: range.start.line, removed: range.end.line - range.start.line, added: countLineEnds(change.text) };
      open.document = TextDocument.update(document, [change], version);
      open.folder.editDocument(relative, [edit], lines.removed === 0 && lines.added === 0 ? [] : [lines]);
    }
  }

  closeDocument(uri: string): void {
    const open = this.documents.get(uri);
    if (open === undefined) return;
    this.documents.delete(uri);
    if (open.folder.isSingleFile) {
      this.folders.delete(open.folder.uri);
      this.forget(open.folder);
    } else open.folder.closeDocument(open.folder.relative(open.path) as string);
  }

  /** Files changed outside the editor, as URIs; `isContentOnly` when none has come or gone. */
  filesChanged(uris: readonly string[], isContentOnly: boolean): void {
    const paths = uris.map(pathFromUri);
    for (const folder of this.folders.values()) {
      const inside = paths.map((path) => folder.relative(path)).filter((path) => path !== undefined);
      if (inside.length > 0) folder.filesChanged(inside, isContentOnly);
    }
  }

  settingsOf(folder: Folder): ServerSettings {
    return this.settings.get(folder.uri) ?? this.baseSettings;
  }

  /** Settings of one folder, or of every folder without its own. */
  configure(settings: ServerSettings, folder?: Folder): void {
    // The editor's answer came after the folder was removed: its hints must not come back.
    if (folder !== undefined && this.folders.get(folder.uri) !== folder) return;
    if (folder === undefined) this.baseSettings = settings;
    else this.settings.set(folder.uri, settings);
    for (const one of folder === undefined ? this.folders.values() : [folder]) {
      one.configure(this.settingsOf(one).engine);
      this.publishAll(one);
    }
    this.refreshLenses();
  }

  /** Where a document is and what it shows; undefined for documents that are not open Python. */
  find(uri: string): { open: OpenDocument; relative: string; current: CurrentView | undefined } | undefined {
    const open = this.documents.get(uri);
    if (open === undefined) return undefined;
    const relative = open.folder.relative(open.path) as string;
    return { open, relative, current: open.folder.viewOf(relative) };
  }

  get status(): StatusParams {
    return { folders: this.allFolders.map((folder) => folder.status) };
  }

  dispose(): void {
    for (const folder of this.folders.values()) folder.dispose();
    this.folders.clear();
    this.documents.clear();
  }

  assessed(folder: Folder): void {
    // An assessment that was under way when its folder was removed ends later: its hints must not come back.
    if (this.folders.get(folder.uri) !== folder) return;
    this.publishAll(folder);
    this.refreshLenses();
    this.notify(methods.assessmentChanged, { folder: folder.uri });
  }

  statusChanged(): void {
    const text = JSON.stringify(this.status);
    if (text === this.lastStatus) return;
    this.lastStatus = text;
    this.notify(methods.statusChanged, this.status);
  }

  failed(folder: Folder, error: unknown): void {
    this.connection.console.error(`${folder.path}: ${error instanceof Error ? error.message : String(error)}`);
  }

  *openTexts(folder: Folder): Iterable<readonly [string, string]> {
    for (const open of this.documents.values()) {
      if (open.folder === folder) yield [folder.relative(open.path) as string, open.document.getText()];
    }
  }

  async beginProgress(folder: Folder): Promise<BackgroundProgress | undefined> {
    if (!this.abilities.progress) return undefined;
    const reporter = await this.connection.window.createWorkDoneProgress();
    reporter.begin("Breakeven", 0, `assessing ${folder.path.slice(folder.path.lastIndexOf("/") + 1)}`, true);
    return { token: tokenOf(reporter.token), report: reportTo(reporter), done: () => reporter.done() };
  }

  private createFolder(uri: string, path: string, isSingleFile: boolean): Folder {
    return new Folder(uri, path, isSingleFile, this.session, this.baseSettings.engine, this);
  }

  private createSingleFile(uri: string, path: string): Folder {
    const folder = this.createFolder(uri, path, true);
    this.folders.set(uri, folder);
    return folder;
  }

  /** The innermost folder that holds `path`, else the file alone if it is open. */
  private folderFor(path: string): Folder | undefined {
    const holding = this.allFolders.filter((folder) => folder.relative(path) !== undefined);
    const rank = (folder: Folder) => (folder.isSingleFile ? 0 : folder.path.length);
    return holding.sort((a, b) => rank(b) - rank(a))[0];
  }

  /** After folders came or went, each open document belongs to the innermost folder that is left. */
  private rehomeDocuments(): void {
    for (const [uri, open] of this.documents) {
      const { folder: from, document } = open;
      if (this.folderFor(open.path) === from) continue;
      this.documents.delete(uri);
      if (from.isSingleFile) {
        this.folders.delete(from.uri);
        this.forget(from);
      } else from.closeDocument(from.relative(open.path) as string);
      this.openDocument(document);
    }
  }

  private forget(folder: Folder): void {
    folder.dispose();
    for (const uri of this.published.get(folder.uri) ?? []) this.send({ uri, diagnostics: [] });
    this.published.delete(folder.uri);
    this.settings.delete(folder.uri);
    this.statusChanged();
  }

  private publishAll(folder: Folder): void {
    const before = this.published.get(folder.uri) ?? new Set();
    const shown = new Set<string>();
    this.published.set(folder.uri, shown);
    for (const relative of folder.paths) this.publish(folder, relative);
    for (const uri of before) if (!shown.has(uri)) this.send({ uri, diagnostics: [] });
  }

  /** The editor moves what it has with the text: hints of a file whose text is broken just now stay as they are. */
  private publish(folder: Folder, relative: string): void {
    const current = folder.viewOf(relative);
    if (current === undefined) return;
    const open = this.openAt(folder, relative);
    const uri = open?.document.uri ?? folder.uriOf(relative);
    const context = { folder: folder.uri, settings: this.settingsOf(folder).hints, document: open?.document, edits: current.edits };
    this.published.get(folder.uri)?.add(uri);
    this.send({ uri, version: open?.document.version, diagnostics: toDiagnostics(current.view.hints, context) });
  }

  /** What the editor has already, for the same version of the text, is not sent again. */
  private send(params: PublishDiagnosticsParams): void {
    const text = JSON.stringify(params);
    if (this.sent.get(params.uri) === text) return;
    if (params.diagnostics.length === 0) this.sent.delete(params.uri);
    else this.sent.set(params.uri, text);
    void this.connection.sendDiagnostics(params);
  }

  private openAt(folder: Folder, relative: string): OpenDocument | undefined {
    for (const open of this.documents.values()) {
      if (open.folder === folder && folder.relative(open.path) === relative) return open;
    }
    return undefined;
  }

  private refreshLenses(): void {
    if (!this.abilities.refreshLenses) return;
    this.connection.sendRequest("workspace/codeLens/refresh").catch(() => undefined);
  }

  private notify(method: string, params: object): void {
    if (this.abilities.ownClient) void this.connection.sendNotification(method, params);
  }
}

function trimSlash(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
