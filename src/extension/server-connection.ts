/** The language client: started once somebody needs it, restarted on demand, with the requests of the protocol typed. */
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type FolderParams, methods, type StatusParams } from "../lsp/protocol";
import { clientOptions } from "./client-options";
import { serveFiles } from "./serve-files";

export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export class ServerConnection implements vscode.Disposable {
  private readonly statusEmitter = new vscode.EventEmitter<StatusParams>();
  private readonly assessedEmitter = new vscode.EventEmitter<FolderParams>();
  readonly onStatus = this.statusEmitter.event;
  readonly onAssessed = this.assessedEmitter.event;
  private starting: Promise<BaseLanguageClient> | undefined;
  /** Requests with progress so far: each has a token of its own. */
  private asked = 0;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
    private readonly createClient: CreateClient,
  ) {}

  async start(): Promise<void> {
    await this.client();
  }

  async stop(): Promise<void> {
    const { starting } = this;
    this.starting = undefined;
    const client = await starting?.catch(() => undefined);
    await client?.dispose();
    this.statusEmitter.fire({ folders: [] });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Asks the server, starting it when it is not running. */
  async request<Result>(method: string, params: object = {}, token?: vscode.CancellationToken): Promise<Result> {
    const client = await this.client();
    // An undefined token would be sent as a second parameter.
    return token === undefined ? client.sendRequest<Result>(method, params) : client.sendRequest<Result>(method, params, token);
  }

  /** Asks what takes a while; `listener` hears how far it is, the percentage from 0 to 100. */
  async requestWithProgress<Result>(
    method: string,
    params: object,
    listener: (percentage: number, message: string) => void,
    token: vscode.CancellationToken,
  ): Promise<Result> {
    const client = await this.client();
    const { WorkDoneProgress } = await import("vscode-languageclient");
    const workDoneToken = `breakeven-${++this.asked}`;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === "report") listener(value.percentage ?? 0, value.message ?? "");
    });
    try {
      return await client.sendRequest<Result>(method, { ...params, workDoneToken }, token);
    } finally {
      listening.dispose();
    }
  }

  reportFailure(error: unknown): void {
    this.log(error);
    const show = vscode.l10n.t("Show Output");
    const message = vscode.l10n.t("Breakeven could not start its server: {0}", error instanceof Error ? error.message : String(error));
    vscode.window.showErrorMessage(message, show).then((choice) => choice === show && this.output.show());
  }

  log(error: unknown): void {
    this.output.error(error instanceof Error ? error : String(error));
  }

  /** A command that failed: one sentence for the reader, the rest in the log. */
  reportError(error: unknown): void {
    this.log(error);
    vscode.window.showErrorMessage(`Breakeven: ${error instanceof Error ? error.message : String(error)}`);
  }

  dispose(): void {
    void this.stop();
    this.statusEmitter.dispose();
    this.assessedEmitter.dispose();
  }

  private client(): Promise<BaseLanguageClient> {
    this.starting ??= this.launch().catch((error) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  private async launch(): Promise<BaseLanguageClient> {
    const client = await this.createClient(clientOptions(this.context, this.output));
    client.onNotification(methods.statusChanged, (params: StatusParams) => this.statusEmitter.fire(params));
    client.onNotification(methods.assessmentChanged, (params: FolderParams) => this.assessedEmitter.fire(params));
    serveFiles(client, this.context.extensionUri);
    await client.start();
    return client;
  }
}
