/** A thread that parses: contents come in, encoded facts go out. Bundled as `worker.js` beside the programs that start it. */
import { parentPort, workerData } from "node:worker_threads";
import { createParser, decodeSource, encodeFacts, type PythonParser, type SyntaxAssets } from "../syntax";

/** What one message asks for. */
export interface ParseTask {
  readonly contents: readonly Uint8Array[];
}

export interface ParseAnswer {
  readonly encoded: readonly (Uint8Array | undefined)[];
  /** The thread's WASM memory, which never shrinks. */
  readonly memoryBytes: number;
}

const parser = createParser(workerData as SyntaxAssets);

parentPort?.on("message", async ({ contents }: ParseTask) => {
  const ready = await parser;
  const encoded = contents.map((content) => encode(ready, content));
  const transferred = encoded.flatMap((bytes) => (bytes === undefined ? [] : [bytes.buffer]));
  parentPort?.postMessage({ encoded, memoryBytes: ready.memoryBytes } satisfies ParseAnswer, transferred);
});

/** The path is no part of encoded facts. Whatever goes wrong, the main thread tries again and tells. */
function encode(ready: PythonParser, content: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  try {
    return encodeFacts(ready.extract("", decodeSource(content)));
  } catch {
    return undefined;
  }
}
