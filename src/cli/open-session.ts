import { resolve } from "node:path";
import { createSession, type Session, type SessionOptions } from "../session";
import { createNodeHost, slashed } from "../session/node-host";

/** Assets lie beside the bundle. */
export function openSession(options: SessionOptions = {}): Session {
  return createSession(createNodeHost(__dirname), options);
}

/** What the user typed as an absolute path with `/`. */
export function absolutePath(path: string): string {
  return slashed(resolve(path));
}
