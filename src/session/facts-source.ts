/** Where facts of files come from: what is known already, the cache, threads that parse beside this one, or the parser of this one. */
import { type CancellationToken, contentHash, StringPool, throwIfCancelled } from "../base";
import { DamagedFacts, decodeFacts, decodeSource, encodeFacts, type FileFacts, type OpenDocument, type PythonParser } from "../syntax";
import type { FactsStore, ParseWorkers } from "./facts-store";

export interface SourceBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Facts of the file from before, which are given again, the same object, when its text is the same. */
  readonly known?: FileFacts;
}

export interface FactsSource {
  /** What stands for a content, or for that of the file with these facts; undefined without a cache, or when it is not known. */
  keyOf(content: Uint8Array | FileFacts): string | undefined;
  /** Facts of each file, in order. `pause` is awaited between files. Throws CancelledError. */
  extractAll(files: readonly SourceBytes[], token: CancellationToken, pause: () => Promise<void> | undefined): Promise<FileFacts[]>;
  /** How many calls of `extractAll` are worth having under way at once. */
  readonly parallel: number;
  /** A document that is being edited. */
  open(path: string, text: string): Promise<OpenDocument>;
  /** Called once so many files are about to be asked for: whether threads are worth starting depends on it. */
  expect(files: number): void;
  save(isLast: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface FactsTools {
  parser(): Promise<PythonParser>;
  readonly store?: FactsStore;
  startWorkers?(): Promise<ParseWorkers | undefined>;
  /** Somebody asked for threads: they are started for the first file that has to be parsed. */
  readonly wantsWorkers?: boolean;
}

/** Fewer files than this do not repay the start of threads. */
const worthWorkers = 400;
/** So many files had to be parsed before threads are started: in a warm run hardly any is. */
const missesBeforeWorkers = 48;

export function createFactsSource(tools: FactsTools): FactsSource {
  const { store } = tools;
  const strings = new StringPool();
  const keys = new WeakMap<FileFacts, string>();
  let workers: ParseWorkers | undefined;
  let isWorthWorkers = false;
  let misses = 0;

  function fromStore(path: string, key: string): FileFacts | undefined {
    const bytes = store?.get(key);
    return bytes && decoded(path, bytes);
  }

  function decoded(path: string, bytes: Uint8Array): FileFacts | undefined {
    try {
      return decodeFacts(path, bytes, strings);
    } catch (error) {
      // Its checksum was right and its content is not: written by a build that has the version of this one by mistake.
      if (error instanceof DamagedFacts || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  async function keep(facts: FileFacts, key: string | undefined, encoded?: Uint8Array): Promise<FileFacts> {
    if (store === undefined || key === undefined) return facts;
    keys.set(facts, key);
    await store.put(key, encoded ?? encodeFacts(facts));
    return facts;
  }

  /** What needs no parser. */
  function recall({ path, known }: SourceBytes, key: string | undefined): FileFacts | undefined {
    if (key === undefined) return undefined;
    if (known !== undefined && keys.get(known) === key) return known;
    const facts = fromStore(path, key);
    if (facts === undefined) return undefined;
    // The object that is there already, so that whoever compares sees that nothing has changed.
    const same = known !== undefined && known.length === facts.length && known.contentHash === facts.contentHash ? known : facts;
    keys.set(same, key);
    return same;
  }

  async function parseHere({ path, bytes, known }: SourceBytes, key: string | undefined, token: CancellationToken): Promise<FileFacts> {
    const source = decodeSource(bytes);
    if (known !== undefined && known.length === source.text.length && known.contentHash === contentHash(source.text)) return known;
    return keep((await tools.parser()).extract(path, source, token), key);
  }

  async function parseBeside(
    threads: ParseWorkers,
    files: readonly SourceBytes[],
    fileKeys: readonly (string | undefined)[],
    token: CancellationToken,
  ) {
    const encoded = await threads.extract(files.map(({ bytes }) => bytes));
    throwIfCancelled(token);
    return Promise.all(
      files.map((file, index) => {
        const bytes = encoded[index];
        const facts = bytes && decoded(file.path, bytes);
        return facts === undefined ? parseHere(file, fileKeys[index], token) : keep(facts, fileKeys[index], bytes);
      }),
    );
  }

  return {
    keyOf: (content) => (content instanceof Uint8Array ? store?.keyOf(content) : keys.get(content)),
    get parallel() {
      return workers === undefined ? 1 : workers.count * 2;
    },
    expect(files) {
      isWorthWorkers = tools.wantsWorkers === true || files >= worthWorkers;
    },
    async extractAll(files, token, pause) {
      const fileKeys = files.map(({ bytes }) => store?.keyOf(bytes));
      const found: (FileFacts | undefined)[] = [];
      for (const [index, file] of files.entries()) {
        found.push(recall(file, fileKeys[index]));
        if (found[index] !== undefined) await pause();
      }
      const missing = files.map((_, index) => index).filter((index) => found[index] === undefined);
      misses += missing.length;
      const enough = tools.wantsWorkers === true ? 1 : missesBeforeWorkers;
      if (workers === undefined && isWorthWorkers && misses >= enough) {
        isWorthWorkers = false;
        // Where threads cannot be started, this one does the work.
        workers = await tools.startWorkers?.().catch(() => undefined);
      }
      if (workers !== undefined && missing.length > 1) {
        const at = (index: number) => files[index] as SourceBytes;
        const parsed = await parseBeside(
          workers,
          missing.map(at),
          missing.map((index) => fileKeys[index]),
          token,
        );
        for (const [place, index] of missing.entries()) found[index] = parsed[place];
        await pause();
      } else {
        for (const index of missing) {
          found[index] = await parseHere(files[index] as SourceBytes, fileKeys[index], token);
          await pause();
        }
      }
      return found as FileFacts[];
    },
    open: async (path, text) => (await tools.parser()).openDocument(path, text),
    async save(isLast) {
      await store?.save(isLast);
      // Threads hold memory: the first reading was what they were for.
      workers?.dispose();
      workers = undefined;
    },
    async close() {
      workers?.dispose();
      workers = undefined;
      await store?.close();
    },
  };
}
