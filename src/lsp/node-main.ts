/** The language server as a process: over Node's IPC for VS Code, over standard input and output for other editors. */
import { serveNode } from "./serve-node";

serveNode();
