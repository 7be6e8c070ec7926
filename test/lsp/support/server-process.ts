/** The built language server as a child process, driven by a JSON-RPC client over standard input and output. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const root = resolve(__dirname, "../../..");
export const serverPath = join(root, "dist", "server.js");
export const cliPath = join(root, "dist", "cli.js");

/** Builds `dist/` when a source is newer. */
export async function buildServer(): Promise<void> {
  const { buildIfStale } = await import(pathToFileURL(join(root, "scripts", "build.mjs")).href);
  await buildIfStale();
}

export interface Diagnosed {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

export class ServerProcess {
  readonly connection: ProtocolConnection;
  readonly published: Diagnosed[] = [];
  readonly log: string[] = [];
  stderr = "";
  private readonly child: ChildProcess;
  private readonly listeners = new Set<(diagnosed: Diagnosed) => void>();
  readonly exit: Promise<number | null>;

  constructor(command: readonly string[] = [serverPath, "--stdio"]) {
    this.child = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "pipe"] });
    this.exit = new Promise((done) => this.child.once("exit", done));
    this.child.stderr?.on("data", (data) => {
      this.stderr += data;
    });
    const { stdin, stdout } = this.child;
    if (stdin === null || stdout === null) throw new Error("the server has no pipes");
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const listener of this.listeners) listener(params);
    });
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onRequest("window/workDoneProgress/create", () => null);
    this.connection.onRequest("workspace/codeLens/refresh", () => null);
    this.connection.listen();
  }

  async initialize(folders: readonly string[], more: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { window: { workDoneProgress: true }, workspace: { workspaceFolders: true } },
      workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: "test" })),
      ...more,
    } satisfies InitializeParams);
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  open(path: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: uriOf(path), languageId: "python", version, text },
    });
  }

  change(path: string, version: number, contentChanges: unknown[]): Promise<void> {
    return this.connection.sendNotification("textDocument/didChange", { textDocument: { uri: uriOf(path), version }, contentChanges });
  }

  /** The next diagnostics of the file that satisfy `accept`; those already sent count when `past` is set. */
  diagnostics(path: string, accept: (diagnostics: readonly Diagnostic[]) => boolean, past = false): Promise<readonly Diagnostic[]> {
    const uri = uriOf(path);
    const matches = (diagnosed: Diagnosed) => diagnosed.uri === uri && accept(diagnosed.diagnostics);
    const known = past ? this.published.findLast((diagnosed) => diagnosed.uri === uri) : undefined;
    if (known !== undefined && accept(known.diagnostics)) return Promise.resolve(known.diagnostics);
    return new Promise((done) => {
      const listener = (diagnosed: Diagnosed) => {
        if (!matches(diagnosed)) return;
        this.listeners.delete(listener);
        done(diagnosed.diagnostics);
      };
      this.listeners.add(listener);
    });
  }

  /** Shuts down as the protocol says and gives the exit status. */
  async shutdown(): Promise<number | null> {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    return this.exit;
  }

  /** What happens to a server when its editor is gone. */
  closeInput(): void {
    this.child.stdin?.end();
  }

  /** Ends the process when a test went wrong before its shutdown. */
  kill(): void {
    if (this.child.exitCode === null) this.child.kill();
    this.connection.dispose();
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** A folder of files that is removed by `remove`. */
export function createProject(files: Record<string, string>): { folder: string; path(name: string): string; remove(): void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "breakeven-lsp-")));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
