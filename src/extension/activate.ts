/**
 * What both hosts share. Activation registers commands, view and status bar and returns; the language client is loaded and the
 * server started after it.
 */
import * as vscode from "vscode";
import { Assessments } from "./assessments";
import { registerCommands } from "./commands";
import type { LoadRecorder } from "./commands/profile-program";
import { followContextKeys } from "./context-keys";
import { HotspotsTree } from "./hotspots-tree";
import { Panel } from "./panel";
import { LineHeat, profileDrop, registerProfileDocuments } from "./profiles";
import { registerRulePages } from "./rule-pages";
import { type CreateClient, ServerConnection } from "./server-connection";
import { createStatusBar } from "./status-bar";

/** What the extension hands to other extensions and to its tests. */
export interface BreakevenApi {
  /** Ends when the server has answered. */
  readonly ready: Promise<void>;
  readonly assessments: Pick<Assessments, "snapshot" | "status" | "onDidChange">;
}

let active: ServerConnection | undefined;

/** `loadRecorder` is undefined in a host that cannot run programs. */
export function activateExtension(context: vscode.ExtensionContext, createClient: CreateClient, loadRecorder: LoadRecorder): BreakevenApi {
  const output = vscode.window.createOutputChannel("Breakeven", { log: true });
  const server = new ServerConnection(context, output, createClient);
  active = server;
  const assessments = new Assessments(server);
  const panel = new Panel(context, server, assessments);
  const tree = new HotspotsTree(assessments, profileDrop(server));
  context.subscriptions.push(output, server, assessments, panel, tree, createStatusBar(assessments), followContextKeys(assessments));
  context.subscriptions.push(new LineHeat(server, assessments), registerProfileDocuments(server));
  registerRulePages(context, server);
  registerCommands(context, { server, assessments, panel, output, loadRecorder });
  // After this turn of the event loop, so that other extensions start first.
  const ready = new Promise<void>((resolve, reject) => {
    setTimeout(() => server.start().then(resolve, reject), 0);
  });
  ready.catch((error: unknown) => server.reportFailure(error));
  return { ready, assessments };
}

export async function deactivate(): Promise<void> {
  await active?.stop();
}
