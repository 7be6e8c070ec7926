import { resolve } from "node:path";
import { createSession, type Session } from "../session";
import { createNodeHost, slashed } from "../session/node-host";

/** Assets lie beside the bundle. */
export function openSession(): Session {
  return createSession(createNodeHost(__dirname));
}

/** What the user typed as an absolute path with `/`. */
export function absolutePath(path: string): string {
  return slashed(resolve(path));
}
