/** Answers a server that has no file access of its own (in a browser, or for a folder that is not on the machine). */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { encodeBase64 } from "../base";
import { type AssetParams, type DirectoryEntry, type FileParams, type FileStat, methods } from "../lsp/protocol";

export function serveFiles(client: BaseLanguageClient, extensionUri: vscode.Uri): void {
  const { fs } = vscode.workspace;
  client.onRequest(methods.readFile, async ({ uri }: FileParams) => encodeBase64(await fs.readFile(vscode.Uri.parse(uri))));
  client.onRequest(methods.listFiles, async ({ uri }: FileParams): Promise<DirectoryEntry[]> => {
    const entries = await fs.readDirectory(vscode.Uri.parse(uri));
    return entries.map(([name, type]) => ({ name, kind: kindOf(type), isLink: isLink(type) }));
  });
  client.onRequest(methods.stat, async ({ uri }: FileParams): Promise<FileStat | null> => {
    try {
      const { type, size, mtime } = await fs.stat(vscode.Uri.parse(uri));
      return { kind: kindOf(type), size, modified: mtime };
    } catch {
      return null;
    }
  });
  client.onRequest(methods.readAsset, async ({ name }: AssetParams) => {
    if (!/^[a-z0-9-]+\.(wasm|json|html)$/.test(name)) throw new Error(`no such asset: ${name}`);
    return encodeBase64(await fs.readFile(vscode.Uri.joinPath(extensionUri, "dist", name)));
  });
}

function kindOf(type: vscode.FileType): FileStat["kind"] {
  if (type & vscode.FileType.Directory) return "directory";
  return type & vscode.FileType.File ? "file" : "other";
}

function isLink(type: vscode.FileType): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}
