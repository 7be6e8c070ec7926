import { emptyFacts, type SourceFile } from "./extract-facts";
import type { FileFacts } from "./file-facts";

/** Longest text that is parsed, in UTF-16 units. Longer ones are data in the shape of code. */
const MAX_LENGTH = 1_500_000;

export function isTooLarge(text: string): boolean {
  return text.length > MAX_LENGTH;
}

/** Facts of a file that is only measured, not read. */
export function tooLarge(file: SourceFile, lineStarts: number[]): FileFacts {
  const message = `The file has ${file.text.length} characters; more than ${MAX_LENGTH} are not read.`;
  const problems = [...file.problems, { code: "too-large" as const, start: 0, end: 0, message }];
  return emptyFacts({ ...file, problems }, lineStarts);
}
