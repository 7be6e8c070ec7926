/** The files of a project as facts: what was read, what could not be, and what an editor holds open instead. */
import { type CancellationToken, CancelledError, lineAt, throwIfCancelled } from "../base";
import type { Assessment } from "../report";
import type { FileFacts, OpenDocument } from "../syntax";
import type { AssessProgress, DocumentEdit, Host } from "./contract";
import type { FactsSource } from "./facts-source";
import { joinPath } from "./paths";

type Skip = Assessment["project"]["skipped"][number];
type Problem = Assessment["project"]["problems"][number];

interface ReadFile {
  readonly modified: number;
  readonly size: number;
  readonly facts?: FileFacts;
  readonly skip?: Skip;
}

/** So many files are read at once: enough to keep the disk busy, few enough to keep memory flat. */
const concurrency = 16;
/** Longest time without a pause, in milliseconds. */
const slice = 20;

export class ProjectFiles {
  private read = new Map<string, ReadFile>();
  private readonly documents = new Map<string, { document: OpenDocument; pending: (DocumentEdit[] | string)[] }>();

  constructor(
    private readonly host: Host,
    private readonly root: string,
    private readonly source: FactsSource,
  ) {}

  setDocument(path: string, text: string): void {
    const open = this.documents.get(path);
    if (open === undefined) this.documents.set(path, { document: this.source.open(path, text), pending: [] });
    else open.pending.push(text);
  }

  editDocument(path: string, edits: readonly DocumentEdit[]): void {
    this.documents.get(path)?.pending.push([...edits]);
  }

  closeDocument(path: string): void {
    this.documents.get(path)?.document.dispose();
    this.documents.delete(path);
  }

  /** Reads again at the next `update`, whatever time the file bears. */
  forget(path: string): void {
    this.read.delete(path);
  }

  dispose(): void {
    for (const path of [...this.documents.keys()]) this.closeDocument(path);
  }

  /** Reads what is new or changed among `paths` and forgets the rest. Throws CancelledError; what was read until then is kept. */
  async update(
    paths: readonly string[],
    options: { readonly maximumFileSize: number; readonly token: CancellationToken; onProgress?(progress: AssessProgress): void },
  ): Promise<void> {
    const wanted = new Set(paths);
    for (const path of this.read.keys()) if (!wanted.has(path)) this.read.delete(path);
    let done = 0;
    let lastPause = this.host.now();
    for (let from = 0; from < paths.length; from += concurrency) {
      throwIfCancelled(options.token);
      const batch = paths.slice(from, from + concurrency).filter((path) => !this.documents.has(path));
      const contents = await Promise.all(batch.map((path) => this.fetch(path, options.maximumFileSize)));
      for (const [index, path] of batch.entries()) {
        const content = contents[index];
        if (content !== undefined) this.read.set(path, await this.accept(path, content, options.token));
        if (this.host.now() - lastPause > slice) {
          await this.host.breathe();
          throwIfCancelled(options.token);
          lastPause = this.host.now();
        }
      }
      done += Math.min(concurrency, paths.length - from);
      options.onProgress?.({ phase: "read", done, total: paths.length, message: `${done} of ${paths.length} files read` });
    }
    this.updateDocuments(options.token);
  }

  /** Facts in the order of `paths`, what had to be left out, and what is wrong inside files. */
  result(paths: readonly string[]): { facts: FileFacts[]; skipped: Skip[]; problems: Problem[] } {
    const facts: FileFacts[] = [];
    const skipped: Skip[] = [];
    const problems: Problem[] = [];
    for (const path of paths) {
      const open = this.documents.get(path);
      const file = open === undefined ? this.read.get(path) : { facts: open.document.facts };
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

  private updateDocuments(token: CancellationToken): void {
    for (const { document, pending } of this.documents.values()) {
      while (pending.length > 0) {
        // Taken off only when applied: a cancelled update has changed the text already and must not be repeated.
        const change = pending.shift() as DocumentEdit[] | string;
        try {
          document.update(change, token);
        } catch (error) {
          if (error instanceof CancelledError) pending.unshift([]);
          throw error;
        }
      }
    }
  }

  private async fetch(
    path: string,
    maximumSize: number,
  ): Promise<{ bytes?: Uint8Array; modified: number; size: number; reason?: string } | undefined> {
    const absolute = joinPath(this.root, path);
    const stat = await this.host.stat(absolute);
    if (stat === undefined)
      return {
        modified: 0,
        size: 0,
        reason: path.includes("\uFFFD") ? "its name is not valid Unicode" : "it vanished while the folder was read",
      };
    const known = this.read.get(path);
    if (known !== undefined && known.modified === stat.modified && known.size === stat.size) return undefined;
    const { modified, size } = stat;
    if (stat.kind !== "file") return { modified, size, reason: "not a regular file" };
    if (size > maximumSize) {
      return {
        modified,
        size,
        reason: `larger than ${megabytes(maximumSize)} MB (it has ${megabytes(size)} MB; the setting is maximum-file-size)`,
      };
    }
    try {
      return { bytes: await this.host.readFile(absolute), modified, size };
    } catch (error) {
      return { modified, size, reason: `cannot be read: ${(error as { reason?: string }).reason ?? (error as Error).message}` };
    }
  }

  private async accept(
    path: string,
    { bytes, modified, size, reason }: { bytes?: Uint8Array; modified: number; size: number; reason?: string },
    token: CancellationToken,
  ): Promise<ReadFile> {
    if (bytes === undefined) return { modified, size, skip: { path, reason: reason ?? "" } };
    if (isOneLiteral(bytes)) return { modified, size, skip: { path, reason: "minified, or one huge literal" } };
    return { modified, size, facts: await this.source.extract(path, bytes, token) };
  }
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
