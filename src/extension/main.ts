/** Entry in VS Code on a machine: the server is a process of Node. */
import type { ExtensionContext } from "vscode";
import { activateExtension, type BreakevenApi } from "./activate";
import type { CreateClient } from "./server-connection";

export { deactivate } from "./activate";

export function activate(context: ExtensionContext): BreakevenApi {
  const createClient: CreateClient = async (options) => {
    const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
    const module = context.asAbsolutePath("dist/server.js");
    const server = { module, transport: TransportKind.ipc };
    return new LanguageClient("breakeven", "Breakeven", { run: server, debug: server }, options);
  };
  return activateExtension(context, createClient, () => import("./recording"));
}
