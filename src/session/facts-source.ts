/** Where facts of files come from. One in-process parser for now; workers and a cache on disk take the same place. */
import type { CancellationToken } from "../base";
import { contentHash } from "../base";
import { decodeSource, type FileFacts, type OpenDocument, type PythonParser } from "../syntax";

export interface FactsSource {
  /** Facts of a file's bytes. Throws CancelledError. */
  extract(path: string, bytes: Uint8Array, token: CancellationToken): Promise<FileFacts>;
  /** A document that is being edited. */
  open(path: string, text: string): OpenDocument;
}

export function createFactsSource(parser: PythonParser): FactsSource {
  /** By path: the facts last given, so that a file that was touched but not changed costs no parse. */
  const last = new Map<string, FileFacts>();
  return {
    async extract(path, bytes, token) {
      const source = decodeSource(bytes);
      const known = last.get(path);
      if (known !== undefined && known.length === source.text.length && known.contentHash === contentHash(source.text)) return known;
      const facts = parser.extract(path, source, token);
      last.set(path, facts);
      return facts;
    },
    open: (path, text) => parser.openDocument(path, text),
  };
}
