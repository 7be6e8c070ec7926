/** The language server in a web worker, for the editor in a browser: files come from the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { createClientHost } from "./client-host";
import { startServer } from "./start-server";

const scope = self as unknown as Worker;
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
startServer(connection, createClientHost(connection));
