/**
 * The last assessment of a project on disk: one file beside the packs of its facts, put in place whole. It holds the key (32 hexadecimal
 * digits), then the bytes, deflated; a file that was cut or changed does not inflate to what its checksum says.
 */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { AnswerStore } from "./answer-store";
import { partSuffix } from "./facts-pack";
import { answerSuffix, projectFolder } from "./node-facts-store";

const name = `last${answerSuffix}`;
const keyLength = 32;

/** Arguments as for `openFactsStore`. */
export function openAnswerStore(folder: string, root: string, version: string): AnswerStore {
  const own = projectFolder(folder, root, version);
  const path = join(own, name);
  return {
    isEmpty: () =>
      stat(path).then(
        ({ size }) => size === 0,
        () => true,
      ),
    async recall(key) {
      try {
        const bytes = await readFile(path);
        if (bytes.toString("latin1", 0, keyLength) !== key) return undefined;
        return await promisify(gunzip)(bytes.subarray(keyLength));
      } catch {
        return undefined;
      }
    },
    async keep(key, bytes) {
      const part = join(own, `${randomBytes(6).toString("hex")}${partSuffix}`);
      try {
        await mkdir(own, { recursive: true, mode: 0o700 });
        const packed = await promisify(gzip)(bytes, { level: 1 });
        await writeFile(part, Buffer.concat([Buffer.from(key, "latin1"), packed]), { flag: "wx", mode: 0o600 });
        await rename(part, path);
      } catch {
        await rm(part, { force: true }).catch(() => undefined);
      }
    },
  };
}
