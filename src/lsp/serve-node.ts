import { dirname } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createNodeHost } from "../session/node-host";
import { createClientHost, createRoutedHost } from "./client-host";
import { startServer } from "./start-server";

const transports = ["--node-ipc", "--stdio", "--socket", "--pipe"];

/**
 * Serves the editor that started this process, by the transport its arguments name; standard input and output when they name none.
 * Assets lie beside the bundle. The process ends with the editor.
 */
export function serveNode(): void {
  // A line in the editor's log instead of an end: the next request may work.
  const log = (error: unknown) => process.stderr.write(`breakeven: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.on("uncaughtException", log);
  process.on("unhandledRejection", log);
  const isNamed = process.argv.some((argument) => transports.some((name) => argument === name || argument.startsWith(`${name}=`)));
  const connection = isNamed
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  startServer(connection, createRoutedHost(createNodeHost(dirname(__filename)), createClientHost(connection)));
}
