/** A Host whose files are read by the client, for a server that has no file access of its own. */
import type { Connection } from "vscode-languageserver";
import { decodeBase64 } from "../base";
import { type Host, HostFileError } from "../session";
import { isVirtualPath, uriFromPath } from "./file-uris";
import { oneLine } from "./guard";
import { type AssetParams, type DirectoryEntry, type FileParams, type FileStat, methods } from "./protocol";

/** `local` for paths of the machine, `client` for those of virtual workspaces. */
export function createRoutedHost(local: Host, client: Host): Host {
  const hostOf = (path: string) => (isVirtualPath(path) ? client : local);
  return {
    readFile: (path) => hostOf(path).readFile(path),
    readChunks: (path) => chunksFrom(hostOf(path), path),
    readDirectory: (path) => hostOf(path).readDirectory(path),
    stat: (path, isSizeEnough) => hostOf(path).stat(path, isSizeEnough),
    readAsset: (name) => local.readAsset(name),
    now: () => local.now(),
    breathe: () => local.breathe(),
    openFactsStore: local.openFactsStore,
    openAnswerStore: local.openAnswerStore,
    startWorkers: local.startWorkers,
  };
}

async function* chunksFrom(host: Host, path: string): AsyncIterable<Uint8Array> {
  if (host.readChunks !== undefined) yield* host.readChunks(path);
  else yield await host.readFile(path);
}

export function createClientHost(connection: Connection): Host {
  const ask = async <Result>(method: string, path: string): Promise<Result> => {
    try {
      return await connection.sendRequest<Result>(method, { uri: uriFromPath(path) } satisfies FileParams);
    } catch (error) {
      throw new HostFileError(path, oneLine(error));
    }
  };
  return {
    readFile: async (path) => decodeBase64(await ask<string>(methods.readFile, path)),
    readDirectory: (path) => ask<DirectoryEntry[]>(methods.listFiles, path),
    async stat(path) {
      const stat = await ask<FileStat | null>(methods.stat, path);
      return stat === null ? undefined : { ...stat, realPath: path };
    },
    async readAsset(name) {
      return decodeBase64(await connection.sendRequest<string>(methods.readAsset, { name } satisfies AssetParams));
    },
    now: () => performance.now(),
    // A timer, not a promise: messages of the client come in between.
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
}
