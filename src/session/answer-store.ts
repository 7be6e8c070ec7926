/** The port to a place where the last assessment of a project outlives the process. */

export interface AnswerStore {
  /** Whether anything was kept: if not, no key need be made to ask for it. */
  isEmpty(): Promise<boolean>;
  /** What was kept last under this key, byte for byte, or undefined: never anything else, whatever happened to the place meanwhile. */
  recall(key: string): Promise<Uint8Array | undefined>;
  /** Takes the place of what was kept before. Never throws: what cannot be kept is worked out again. */
  keep(key: string, bytes: Uint8Array): Promise<void>;
}
