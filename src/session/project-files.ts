/** The files of a project as facts: what was read, what could not be, and what an editor holds open instead. */
import { type CancellationToken, CancelledError, contentHash, lineAt, throwIfCancelled } from "../base";
import type { Assessment } from "../report";
import { type FileFacts, type OpenDocument, setDocumentText } from "../syntax";
import { type AssessProgress, type DocumentEdit, type Host, type HostFileError, noSuchFile } from "./contract";
import type { FactsSource } from "./facts-source";
import { createPacer } from "./pacer";
import { joinPath } from "./paths";

type Skip = Assessment["project"]["skipped"][number];
type Problem = Assessment["project"]["problems"][number];

interface ReadFile {
  readonly modified: number;
  readonly size: number;
  readonly facts?: FileFacts;
  readonly skip?: Skip;
}

interface EditedFile {
  /** Undefined until something was typed: a file that is only looked at costs no syntax tree. */
  document: OpenDocument | undefined;
  facts: FileFacts | undefined;
  readonly pending: (readonly DocumentEdit[] | string)[];
}

interface Content {
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly modified: number;
  readonly size: number;
  readonly reason?: string;
}

/** Path, and what stands for the content or says why there is none. */
export type ContentKey = readonly [path: string, key: string];

/** So many files are read at once: enough to keep the disk busy, few enough to keep memory flat. */
const concurrency = 16;
/** The time of a file that has to be read again whatever it says. */
const UNKNOWN_TIME = Number.NaN;

export class ProjectFiles {
  private read = new Map<string, ReadFile>();
  private readonly documents = new Map<string, EditedFile>();
  /** Paths that may have changed after they were read, while the reading is under way. */
  private readonly forgotten = new Set<string>();

  constructor(
    private readonly host: Host,
    private readonly root: string,
    private readonly source: FactsSource,
  ) {}

  setDocument(path: string, text: string): void {
    const open = this.documents.get(path);
    if (open === undefined) this.documents.set(path, { document: undefined, facts: undefined, pending: [text] });
    else open.pending.push(text);
  }

  editDocument(path: string, edits: readonly DocumentEdit[]): void {
    this.documents.get(path)?.pending.push([...edits]);
  }

  /** What was typed and not saved is gone; the file is read again unless it is known to be as the document was. */
  closeDocument(path: string): void {
    const open = this.documents.get(path);
    if (open === undefined) return;
    if (!this.isUnchanged(path)) this.forget(path);
    open.document?.dispose();
    this.documents.delete(path);
  }

  isOpen(path: string): boolean {
    return this.documents.has(path);
  }

  /** Whether `text` is what was read of the file, so that opening or closing it changes nothing. */
  isAsRead(path: string, text: string): boolean {
    const facts = this.read.get(path)?.facts;
    return facts !== undefined && facts.length === text.length && facts.contentHash === contentHash(text);
  }

  /** Whether the document of `path` says nothing else than what was read of the file. */
  isUnchanged(path: string): boolean {
    const open = this.documents.get(path);
    const read = this.read.get(path);
    if (open === undefined || read?.facts === undefined || Number.isNaN(read.modified)) return false;
    if (open.pending.length === 0) return open.facts === read.facts;
    const [only] = open.pending;
    return open.facts === undefined && open.pending.length === 1 && typeof only === "string" && this.isAsRead(path, only);
  }

  /** Reads again at the next `update`, whatever time the file bears. */
  forget(path: string): void {
    this.forgotten.add(path);
    const known = this.read.get(path);
    if (known !== undefined) this.read.set(path, { ...known, modified: UNKNOWN_TIME });
  }

  dispose(): void {
    for (const { document } of this.documents.values()) document?.dispose();
    this.documents.clear();
  }

  /** Reads what is new or changed among `paths` and forgets the rest. Throws CancelledError; what was read until then is kept. */
  async update(
    paths: readonly string[],
    options: {
      readonly maximumFileSize: number;
      readonly token: CancellationToken;
      /** Only what was said to have changed is looked at. */
      readonly isQuick: boolean;
      onProgress?(progress: AssessProgress): void;
    },
  ): Promise<void> {
    const { token } = options;
    const wanted = new Set(paths);
    for (const path of this.read.keys()) if (!wanted.has(path)) this.read.delete(path);
    this.source.expect(paths.length);
    const pause = createPacer(this.host, token);
    let done = 0;
    const underWay = new Set<Promise<void>>();
    // Kept here: a failure that comes while other files are read has nobody who waits for it.
    let failure: unknown;
    for (let from = 0; from < paths.length && failure === undefined; from += concurrency) {
      const batch = paths.slice(from, from + concurrency).filter((path) => !this.documents.has(path));
      const due = options.isQuick ? batch.filter((path) => !this.isKnown(path)) : batch;
      const contents = await Promise.all(due.map((path) => this.fetch(path, options.maximumFileSize)));
      if (token.isCancelled) break;
      const work = this.accept(contents, token, pause)
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => underWay.delete(work));
      underWay.add(work);
      while (underWay.size >= this.source.parallel) await Promise.race(underWay);
      done += Math.min(concurrency, paths.length - from);
      options.onProgress?.({ phase: "read", done, total: paths.length, message: `${done} of ${paths.length} files read` });
    }
    // None may go on by itself when another has failed or was cancelled.
    await Promise.all(underWay);
    if (failure !== undefined) throw failure;
    throwIfCancelled(token);
    await this.updateDocuments(token);
  }

  /** What stands for the content of each file as it is on the disk or in an editor, without keeping any; undefined where that cannot be told. */
  async contentKeys(paths: readonly string[], maximumFileSize: number): Promise<readonly ContentKey[] | undefined> {
    const keys: ContentKey[] = [];
    for (let from = 0; from < paths.length; from += concurrency) {
      const batch = paths.slice(from, from + concurrency);
      const found = await Promise.all(
        batch.map(async (path) => {
          const open = this.documents.get(path);
          if (open !== undefined) return this.documentKey(open);
          const content = await this.fetch(path, maximumFileSize);
          return content && (refusalOf(content) ?? this.source.keyOf(content.bytes as Uint8Array));
        }),
      );
      for (const [index, key] of found.entries()) {
        if (key === undefined) return undefined;
        keys.push([batch[index] as string, key]);
      }
    }
    return keys;
  }

  /** The same of what `result` gives at this moment. */
  resultKeys(paths: readonly string[]): readonly ContentKey[] | undefined {
    const keys: ContentKey[] = [];
    for (const path of paths) {
      const open = this.documents.get(path);
      const read = this.read.get(path);
      const key = open !== undefined ? this.resultKey(open) : (read?.skip?.reason ?? (read?.facts && this.source.keyOf(read.facts)));
      if (key === undefined) return undefined;
      keys.push([path, key]);
    }
    return keys;
  }

  /** What came in since the facts were made is not in them; and generated code counts only while it is open, which no content tells. */
  private resultKey(open: EditedFile): string | undefined {
    const { document, facts, pending } = open;
    const isBehind = facts === undefined || (document !== undefined && pending.length > 0);
    return isBehind || facts.generated ? undefined : this.documentKey(open);
  }

  private documentKey({ document, facts, pending }: EditedFile): string | undefined {
    const [first] = pending;
    if (pending.length === 0 && document === undefined) return facts && this.source.keyOf(facts);
    const text = pending.length === 0 ? document?.text : pending.length === 1 && typeof first === "string" ? first : undefined;
    return text === undefined ? undefined : this.source.keyOf(new TextEncoder().encode(text));
  }

  /** Facts in the order of `paths`, what had to be left out, and what is wrong inside files. */
  result(paths: readonly string[]): { facts: FileFacts[]; skipped: Skip[]; problems: Problem[] } {
    const facts: FileFacts[] = [];
    const skipped: Skip[] = [];
    const problems: Problem[] = [];
    for (const path of paths) {
      const open = this.documents.get(path);
      const file = open === undefined ? this.read.get(path) : { facts: open.facts };
      if (file === undefined) continue;
      if ("skip" in file && file.skip !== undefined) skipped.push(file.skip);
      if (file.facts === undefined) continue;
      if (file.facts.generated && open === undefined) {
        skipped.push({ path, reason: "generated code (its head says so)" });
        continue;
      }
      facts.push(file.facts);
      problems.push(...problemsOf(file.facts));
    }
    return { facts, skipped, problems };
  }

  private isKnown(path: string): boolean {
    const known = this.read.get(path);
    return known !== undefined && !Number.isNaN(known.modified);
  }

  private async updateDocuments(token: CancellationToken): Promise<void> {
    for (const [path, open] of this.documents) {
      if (open.pending.length === 0) continue;
      await this.updateDocument(path, open, token);
      // The same object for the same text: whoever compares sees that nothing has changed.
      const known = this.read.get(path)?.facts;
      const { document } = open;
      if (document === undefined) continue;
      const isSame = known !== undefined && known.length === document.facts.length && known.contentHash === document.facts.contentHash;
      open.facts = isSame ? known : document.facts;
    }
  }

  private async updateDocument(path: string, open: EditedFile, token: CancellationToken): Promise<void> {
    const [first] = open.pending;
    if (open.document === undefined && typeof first === "string") {
      if (open.pending.length === 1 && this.isAsRead(path, first)) {
        open.facts = this.read.get(path)?.facts;
        return;
      }
      open.document = await this.source.open(path, first);
      const known = this.read.get(path)?.facts;
      if (known !== undefined && this.isAsRead(path, first)) setDocumentText(known, first);
      open.pending.shift();
    }
    while (open.pending.length > 0) {
      // Taken off only when applied: a cancelled update has changed the text already and must not be repeated.
      const change = open.pending.shift() as readonly DocumentEdit[] | string;
      try {
        open.document?.update(change, token);
      } catch (error) {
        if (error instanceof CancelledError) open.pending.unshift([]);
        throw error;
      }
    }
  }

  private async fetch(path: string, maximumSize: number): Promise<Content | undefined> {
    const absolute = joinPath(this.root, path);
    this.forgotten.delete(path);
    const stat = await this.host.stat(absolute, true);
    if (stat === undefined) return { path, modified: UNKNOWN_TIME, size: 0, ...(await this.whyNot(path)) };
    const known = this.read.get(path);
    if (known !== undefined && known.modified === stat.modified && known.size === stat.size) return undefined;
    const { modified, size } = stat;
    if (stat.kind !== "file") return { path, modified, size, reason: "not a regular file" };
    if (size > maximumSize) {
      return {
        path,
        modified,
        size,
        reason: `larger than ${megabytes(maximumSize)} MB (it has ${megabytes(size)} MB; the setting is maximum-file-size)`,
      };
    }
    try {
      return { path, bytes: await this.host.readFile(absolute), modified, size };
    } catch (error) {
      return { path, modified, size, reason: `cannot be read: ${(error as { reason?: string }).reason ?? (error as Error).message}` };
    }
  }

  /** Only reading tells why a file has no size: it is gone, or nothing answers. */
  private async whyNot(path: string): Promise<Pick<Content, "bytes" | "reason">> {
    if (path.includes("\uFFFD")) return { reason: "its name is not valid Unicode" };
    try {
      return { bytes: await this.host.readFile(joinPath(this.root, path)) };
    } catch (error) {
      const { reason } = error as HostFileError;
      return { reason: reason === noSuchFile ? "it vanished while the folder was read" : `cannot be read: ${reason}` };
    }
  }

  private async accept(
    contents: readonly (Content | undefined)[],
    token: CancellationToken,
    pause: () => Promise<void> | undefined,
  ): Promise<void> {
    const readable: (Content & { readonly bytes: Uint8Array })[] = [];
    for (const content of contents) {
      if (content === undefined) continue;
      const { path, bytes, modified, size } = content;
      const refusal = refusalOf(content);
      if (refusal !== undefined) this.read.set(path, { modified, size, skip: { path, reason: refusal } });
      else readable.push({ ...content, bytes: bytes as Uint8Array });
    }
    const wanted = readable.map(({ path, bytes }) => ({ path, bytes, known: this.read.get(path)?.facts }));
    const facts = await this.source.extractAll(wanted, token, pause);
    for (const [index, { path, modified, size }] of readable.entries()) {
      this.read.set(path, { modified: this.forgotten.has(path) ? UNKNOWN_TIME : modified, size, facts: facts[index] });
    }
  }
}

function refusalOf({ bytes, reason }: Content): string | undefined {
  if (bytes === undefined) return reason ?? "";
  return isOneLiteral(bytes) ? "minified, or one huge literal" : undefined;
}

/** Lines of thousands of characters on average are data or the output of a tool: they hold no loop, and cost much memory. */
function isOneLiteral(bytes: Uint8Array): boolean {
  if (bytes.length < 100_000) return false;
  const most = bytes.length / 2_000;
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0 && lines <= most; at = bytes.indexOf(lineFeed, at + 1)) lines++;
  return lines <= most && !bytes.includes(carriageReturn);
}

const lineFeed = 10;
const carriageReturn = 13;

function problemsOf(facts: FileFacts): Problem[] {
  return facts.problems.map((problem) => ({
    path: facts.path,
    line: lineAt(facts.lineStarts, problem.start),
    message: problem.message,
    kind: problem.code === "syntax-error" || problem.code === "too-deep" ? ("syntax" as const) : ("file" as const),
  }));
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
