/** Entry in VS Code in a browser: the server is a web worker. */
import { type ExtensionContext, Uri } from "vscode";
import { activateExtension, type BreakevenApi } from "./activate";

export { deactivate } from "./activate";

export function activate(context: ExtensionContext): BreakevenApi {
  return activateExtension(context, async (options) => {
    const { LanguageClient } = await import("vscode-languageclient/browser");
    const worker = new Worker(Uri.joinPath(context.extensionUri, "dist", "web", "server.js").toString(true));
    return new LanguageClient("breakeven", "Breakeven", worker, options);
  });
}
