import { type Language, Parser, type Tree } from "web-tree-sitter";
import { type CancellationToken, CancelledError, lineStartsOf, neverCancelled, StringPool, throwIfCancelled } from "../base";
import type { DecodedSource } from "./decode-source";
import { extractFacts, type SourceFile } from "./extract-facts";
import type { FileFacts } from "./file-facts";
import { loadRuntime, type SyntaxAssets } from "./load-runtime";
import { type OpenDocument, openDocument, type ParsingService } from "./open-document";
import { createTreeReader, type TreeReader } from "./read-tree";
import { isTooLarge, tooLarge } from "./size-limit";
import { SyntaxTableBuffer } from "./syntax-table";
import { withNewlines } from "./with-newlines";

/** Turns Python source into facts. One parser serves one thread; it is not reentrant. */
export interface PythonParser {
  /**
   * Parses one file and extracts its facts; no syntax tree is kept. Never throws for what the file holds: damaged code gives
   * facts with `problems`. Throws `CancelledError` when `token` is cancelled before or while parsing.
   * `source` may be what `decodeSource` returned; its problems are then among the facts' problems.
   */
  extract(path: string, source: string | DecodedSource, token?: CancellationToken): FileFacts;
  /** Keeps the syntax tree of a document that is being edited, so that a change costs little. Call `dispose` to free it. */
  openDocument(path: string, text: string, token?: CancellationToken): OpenDocument;
  /** False when syntax trees have to be read the slow way (several times slower than needed); for diagnostics. */
  readonly isFast: boolean;
  /** Size of the WASM memory that this thread's parsers share. It never shrinks: a worker past a cap is best replaced. */
  readonly memoryBytes: number;
  /** Frees the parser. Documents that are still open must not be updated afterwards. */
  dispose(): void;
}

/**
 * Loads tree-sitter and the Python grammar. The WASM files come as bytes or, to compile them once for many workers, as compiled
 * modules. Rejects when they cannot be compiled or do not fit together.
 */
export async function createParser(assets: SyntaxAssets): Promise<PythonParser> {
  const { language, module } = await loadRuntime(assets);
  return new TreeSitterPythonParser(language, module);
}

class TreeSitterPythonParser implements PythonParser, ParsingService {
  private readonly parser = new Parser();
  private readonly table = new SyntaxTableBuffer();
  private readonly strings = new StringPool();
  private readonly reader: TreeReader;

  constructor(language: Language, module: object) {
    this.parser.setLanguage(language);
    this.reader = createTreeReader(this.parser, language, module);
  }

  get memoryBytes(): number {
    return this.reader.memoryBytes;
  }

  get isFast(): boolean {
    return this.reader.isFast;
  }

  extract(path: string, source: string | DecodedSource, token: CancellationToken = neverCancelled): FileFacts {
    throwIfCancelled(token);
    const file = sourceFile(path, source);
    // Counting lines also flattens a string that was put together from pieces, which parsing would pay for dearly.
    const lineStarts = lineStartsOf(file.text);
    if (isTooLarge(file.text)) return tooLarge(file, lineStarts);
    const readable = withNewlines(file);
    const tree = this.parse(readable.text, undefined, token);
    try {
      return this.extractFrom(tree, readable, lineStarts);
    } finally {
      tree.delete();
    }
  }

  openDocument(path: string, text: string, token: CancellationToken = neverCancelled): OpenDocument {
    return openDocument(this, path, text, token);
  }

  dispose(): void {
    this.parser.delete();
  }

  parse(text: string, previous: Tree | undefined, token: CancellationToken): Tree {
    const options = token === neverCancelled ? undefined : { progressCallback: () => token.isCancelled };
    const tree = this.parser.parse(text, previous, options);
    if (tree !== null) return tree;
    // A cancelled parse would otherwise be resumed by the next one.
    this.parser.reset();
    throw new CancelledError();
  }

  extractFrom(tree: Tree, source: SourceFile, lineStarts: number[]): FileFacts {
    this.reader.read(tree, this.table);
    return extractFacts(source, this.table, this.strings, lineStarts);
  }
}

function sourceFile(path: string, source: string | DecodedSource): SourceFile {
  return typeof source === "string" ? { path, text: source, problems: [] } : { path, text: source.text, problems: source.problems };
}
