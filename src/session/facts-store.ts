/** The port to a place where facts outlive the process: on disk in Node, nowhere in a browser. */

export interface FactsStore {
  /** What stands for a content: different contents have different keys beyond any doubt. */
  keyOf(content: Uint8Array): string;
  /** What was put under the key, byte for byte, or undefined: never anything else, whatever happened to the place meanwhile. */
  get(key: string): Uint8Array | undefined;
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Makes what was put last, soon or, with `isLast`, now. Never throws: what cannot be kept is worked out again. */
  save(isLast: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Threads beside this one that turn sources into encoded facts. */
export interface ParseWorkers {
  /** One answer for each content, in order; undefined where the worker failed. */
  extract(contents: readonly Uint8Array[]): Promise<readonly (Uint8Array | undefined)[]>;
  readonly count: number;
  dispose(): void;
}
