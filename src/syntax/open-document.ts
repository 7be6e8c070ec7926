import { Edit, type Tree } from "web-tree-sitter";
import { type CancellationToken, lineStartsOf, neverCancelled, throwIfCancelled } from "../base";
import type { SourceFile } from "./extract-facts";
import type { FileFacts } from "./file-facts";
import { isTooLarge, tooLarge } from "./size-limit";
import { withNewlines } from "./with-newlines";

/** Replaces the text between two offsets of the document as it is when the edit is applied. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document that is being edited. Facts are always those that a fresh `extract` of the same text would give. */
export interface OpenDocument {
  readonly text: string;
  readonly facts: FileFacts;
  /**
   * Applies edits one after the other, or replaces the text, and returns the new facts. Throws `CancelledError` when `token` is
   * cancelled; the text is then changed, `facts` stay the old ones, and the next update catches up.
   */
  update(change: readonly SourceEdit[] | string, token?: CancellationToken): FileFacts;
  /** Frees the syntax tree. The facts stay usable. */
  dispose(): void;
}

/** What an open document needs of its parser. */
export interface ParsingService {
  /** Parses `text`; `previous` must have been edited to fit it. Throws `CancelledError`. */
  parse(text: string, previous: Tree | undefined, token: CancellationToken): Tree;
  extractFrom(tree: Tree, source: SourceFile, lineStarts: number[]): FileFacts;
}

const texts = new WeakMap<FileFacts, string>();

/** The text that facts of an open document were read from; undefined for facts from elsewhere. */
export function documentText(facts: FileFacts): string | undefined {
  return texts.get(facts);
}

/** Facts that were read from elsewhere are those of this text of a document. */
export function setDocumentText(facts: FileFacts, text: string): void {
  texts.set(facts, text);
}

export function openDocument(service: ParsingService, path: string, text: string, token: CancellationToken): OpenDocument {
  return new TreeSitterDocument(service, path, text, token);
}

class TreeSitterDocument implements OpenDocument {
  facts: FileFacts;
  private tree: Tree | undefined;
  private hasError = false;
  /** The tree is of another text, with line feeds for lone carriage returns. */
  private wasChanged = false;

  constructor(
    private readonly service: ParsingService,
    private readonly path: string,
    public text: string,
    token: CancellationToken,
  ) {
    this.facts = this.readNow(token);
  }

  update(change: readonly SourceEdit[] | string, token: CancellationToken = neverCancelled): FileFacts {
    const edits = typeof change === "string" ? differenceOf(this.text, change) : change;
    for (const edit of edits) this.apply(edit);
    this.facts = this.readNow(token);
    return this.facts;
  }

  dispose(): void {
    this.tree?.delete();
    this.tree = undefined;
  }

  private apply(edit: SourceEdit): void {
    const before = this.text;
    this.text = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
    const newEnd = edit.start + edit.text.length;
    this.tree?.edit(
      new Edit({
        startIndex: edit.start,
        oldEndIndex: edit.end,
        newEndIndex: newEnd,
        startPosition: pointAt(before, edit.start),
        oldEndPosition: pointAt(before, edit.end),
        newEndPosition: pointAt(this.text, newEnd),
      }),
    );
  }

  private readNow(token: CancellationToken): FileFacts {
    const facts = this.read(token);
    texts.set(facts, this.text);
    return facts;
  }

  private read(token: CancellationToken): FileFacts {
    throwIfCancelled(token);
    const lineStarts = lineStartsOf(this.text);
    const file = { path: this.path, text: this.text, problems: [] };
    if (isTooLarge(this.text)) {
      this.dispose();
      return tooLarge(file, lineStarts);
    }
    const readable = withNewlines(file);
    this.parse(readable.text, token);
    return this.service.extractFrom(this.tree as Tree, readable, lineStarts);
  }

  /**
   * Re-parses with the old tree. How the parser recovers from an error depends on what it could reuse, so a tree with an error
   * is made anew and never reused: facts must not depend on the key strokes that led to a text.
   */
  private parse(text: string, token: CancellationToken): void {
    const previous = this.tree;
    // Typing between \r and \n changes what the \r means, outside the edit.
    const isAsRead = text === this.text && !this.wasChanged;
    const isReusable = previous !== undefined && !this.hasError && isAsRead;
    let tree = this.service.parse(text, isReusable ? previous : undefined, token);
    if (isReusable && tree.rootNode.hasError) {
      tree.delete();
      tree = this.service.parse(text, undefined, token);
    }
    // Only now, so that a cancelled parse leaves the edited old tree for the next attempt.
    previous?.delete();
    this.tree = tree;
    this.wasChanged = text !== this.text;
    this.hasError = tree.rootNode.hasError;
  }
}

/** The one edit that turns `before` into `after`: what lies between their common start and their common end. */
function differenceOf(before: string, after: string): SourceEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return [{ start, end: before.length - tail, text: after.slice(start, after.length - tail) }];
}

/** tree-sitter's place of an offset: only `\n` ends a row for it. */
function pointAt(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
