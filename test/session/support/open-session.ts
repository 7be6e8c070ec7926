/** A session over the real file system with the assets of the installed packages, so that no build is needed. */
import type { Assessment } from "../../../src/report";
import { type AssessRequest, createSession, type Host, type Session } from "../../../src/session";
import { createNodeHost, slashed } from "../../../src/session/node-host";
import { readProjectTexts } from "../../support/knowledge";
import { readAssets } from "../../support/python-parser";

export function testHost(changes: Partial<Host> = {}): Host {
  return {
    ...createNodeHost("."),
    async readAsset(name) {
      if (name === "knowledge.json") return new TextEncoder().encode(JSON.stringify(readProjectTexts()));
      const { treeSitterWasm, pythonWasm } = await readAssets();
      if (name === "web-tree-sitter.wasm") return treeSitterWasm;
      if (name === "tree-sitter-python.wasm") return pythonWasm;
      throw new Error(`${name}: no such asset without a build`);
    },
    ...changes,
  };
}

let shared: Session | undefined;

/** Assesses a folder with the session that all tests of a run share. */
export function assessFolder(folder: string, request: Partial<AssessRequest> = {}): Promise<Assessment> {
  shared ??= createSession(testHost());
  return shared.assess({ root: slashed(folder), ...request });
}

/** The paths that have a hotspot, sorted: what was really looked at. */
export function hotPaths(assessment: Assessment): string[] {
  return [...new Set(assessment.hotspots.map(({ path }) => path))].sort();
}

export function skipReason(assessment: Assessment, path: string): string | undefined {
  return assessment.project.skipped.find((it) => it.path === path)?.reason;
}
