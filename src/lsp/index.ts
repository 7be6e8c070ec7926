/** The door for the command line; the extension speaks to the server through `protocol.ts`. */
export { serveNode } from "./serve-node";
