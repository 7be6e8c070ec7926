import { contentHash } from "../base";
import type { SourceFile } from "./extract-facts";

/**
 * The file with a line feed for each carriage return that ends a line alone, as Python reads it (the grammar would take it for white
 * space). All offsets stay, and the hash is that of the text as it is.
 */
export function withNewlines(file: SourceFile): SourceFile {
  const { text } = file;
  if (!text.includes("\r")) return file;
  const read = text.replace(/\r(?!\n)/g, "\n");
  return read === text ? file : { ...file, text: read, contentHash: contentHash(text) };
}
