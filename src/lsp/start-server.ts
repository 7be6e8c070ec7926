/** The language server over any connection: what it can do, and the editor's messages handed to the workspace. */
import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { version } from "../../package.json";
import { createSession, type Host, type SessionOptions } from "../session";
import { registerCustomRequests } from "./custom-requests";
import { uriFromPath } from "./file-uris";
import type { Folder } from "./folder";
import { createGuard, oneLine } from "./guard";
import { registerLanguageFeatures } from "./language-features";
import { type InitializationOptions, serverCommands } from "./protocol";
import { defaultServerSettings, parseServerSettings, type ServerSettings } from "./server-settings";
import { Workspace } from "./workspace";

const section = "breakeven";

/** Changes of these outside the editor change an assessment. */
const watched = ["**/*.py", "**/pyproject.toml", "**/breakeven.toml", "**/setup.cfg", "**/.gitignore"];

/** Listens on `connection` until the editor ends it. Files are read through `host`. */
export function startServer(connection: Connection, host: Host): void {
  const sessionOptions: SessionOptions = {};
  const session = createSession(host, sessionOptions);
  const guard = createGuard(connection);
  let abilities: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let workspace = new Workspace(connection, session, { progress: false, refreshLenses: false, ownClient: false }, defaultServerSettings);
  const ownClient = () => options.clientCommands === true;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    abilities = params.capabilities;
    options = (params.initializationOptions ?? {}) as InitializationOptions;
    if (typeof options.cacheFolder === "string") sessionOptions.cacheFolder = options.cacheFolder;
    const can = {
      progress: abilities.window?.workDoneProgress === true,
      refreshLenses: abilities.workspace?.codeLens?.refreshSupport === true,
      ownClient: ownClient(),
    };
    workspace = new Workspace(connection, session, can, read(options.settings));
    for (const uri of foldersOf(params)) workspace.addFolder({ uri });
    return { serverInfo: { name: "breakeven", version }, capabilities };
  });

  connection.onInitialized(async () => {
    if (abilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) workspace.removeFolder(folder);
        for (const folder of added) workspace.addFolder(folder);
        void pullSettings();
      });
    }
    if (abilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = watched.map((globPattern) => ({ globPattern }));
      await register(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (abilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await register(() => connection.client.register(DidChangeConfigurationNotification.type, { section }));
    }
    await pullSettings();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (abilities.workspace?.configuration === true) await pullSettings();
    else workspace.configure(read((settings as Record<string, unknown> | null)?.[section] ?? settings));
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version: number, text } }) => {
    if (languageId !== "python" && !/\.pyi?$/.test(uri)) return;
    workspace.openDocument(TextDocument.create(uri, languageId, number, text));
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    workspace.editDocument(textDocument.uri, textDocument.version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => workspace.closeDocument(textDocument.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const isContentOnly = changes.every(({ type }) => type === FileChangeType.Changed);
    const uris = changes.map(({ uri }) => uri);
    workspace.filesChanged(uris, isContentOnly);
  });

  registerLanguageFeatures(connection, () => workspace, ownClient, guard);
  registerCustomRequests({ connection, session, workspace: () => workspace, ownClient, guard });

  connection.onShutdown(() => {
    workspace.dispose();
    session.dispose();
  });
  connection.listen();

  function read(raw: unknown): ServerSettings {
    const { settings, problems } = parseServerSettings(raw);
    for (const problem of problems) connection.console.warn(`setting left out: ${problem}`);
    return settings;
  }

  async function pullSettings(): Promise<void> {
    if (abilities.workspace?.configuration !== true) return;
    const pull = async (folder: Folder) => {
      const raw = await connection.workspace.getConfiguration({ scopeUri: folder.uri, section });
      workspace.configure(raw === null ? read(options.settings) : read(raw), folder);
    };
    await Promise.all(workspace.allFolders.map((folder) => pull(folder).catch(logged)));
  }

  async function register(registration: () => Promise<unknown>): Promise<void> {
    await registration().catch(logged);
  }

  function logged(error: unknown): void {
    connection.console.error(oneLine(error));
  }
}

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  codeLensProvider: { resolveProvider: false },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  executeCommandProvider: { commands: Object.values(serverCommands) },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Older editors send one root, as a URI or as a path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [uriFromPath(rootPath.replaceAll("\\", "/"))] : [];
}
