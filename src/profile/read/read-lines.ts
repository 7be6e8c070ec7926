/** Text line by line in constant memory, for formats of any size. */
import { throwIfCancelled } from "../../base";
import { ProfileError } from "../contract";
import { type ProfileInput, textEncoding } from "./profile-input";

/**
 * Calls `onLine` with each line (without its end) and its number from 1. `isCut` is true for a last line without a line end: it may be
 * the stump of a longer one.
 */
export async function forEachLine(input: ProfileInput, onLine: (line: string, number: number, isCut: boolean) => void): Promise<void> {
  const decoder = new TextDecoder(textEncoding(input.head));
  let rest = "";
  let number = 0;
  for await (const chunk of input.chunks) {
    throwIfCancelled(input.token);
    const text = rest + decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      onLine(withoutReturn(text, start, end), ++number, false);
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > MAX_LINE) {
      const reason = `a line has more than ${MAX_LINE / 1048576} MiB; this is no profile, or a broken one`;
      throw new ProfileError(input.source, reason, `line ${number + 1}`);
    }
  }
  rest += decoder.decode();
  if (rest !== "") onLine(withoutReturn(rest, 0, rest.length), number + 1, true);
}

const MAX_LINE = 4 * 1024 * 1024;

function withoutReturn(text: string, start: number, end: number): string {
  return text.slice(start, end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
}
