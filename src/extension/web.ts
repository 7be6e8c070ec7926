/** Entry in VS Code in a browser: the server is a web worker. */
import { type ExtensionContext, Uri, workspace } from "vscode";
import { activateExtension, type BreakevenApi } from "./activate";
import type { CreateClient } from "./server-connection";

export { deactivate } from "./activate";

export function activate(context: ExtensionContext): BreakevenApi {
  const createClient: CreateClient = async (options) => {
    const { LanguageClient } = await import("vscode-languageclient/browser");
    return new LanguageClient("breakeven", "Breakeven", await startWorker(context.extensionUri), options);
  };
  return activateExtension(context, createClient, undefined);
}

async function startWorker(extensionUri: Uri): Promise<Worker> {
  const script = Uri.joinPath(extensionUri, "dist", "web", "server.js");
  if (script.scheme !== "vscode-remote") return new Worker(script.toString(true));
  // The editor starts no workers by an address on a remote machine, but from text.
  const url = URL.createObjectURL(new Blob([(await workspace.fs.readFile(script)).slice()], { type: "text/javascript" }));
  const worker = new Worker(url);
  // Read once the server speaks, not before.
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
