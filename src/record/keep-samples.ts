import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** In a frame the runner's name is followed by a line number or function; in the name of a process, by arguments. */
const runnerFrame = "run_program.py:";

/** Samples on a line of a text format: collapsed stacks count them; each line of Austin's that is no comment is one. */
const countLine: Readonly<Record<string, (line: string) => number>> = {
  collapsed: (line) => Number(/ (\d+)$/.exec(line)?.[1] ?? 0),
  austin: (line) => (line === "" || line.startsWith("#") ? 0 : 1),
};

/** Whether samples of a format can be counted. */
export function isCounted(extension: string): boolean {
  return extension in countLine;
}

/**
 * Copies a profile of a counted format without the runner's frames, and says how many samples it has. With `isBeside` the runner's
 * stacks are its own and left out whole. Constant memory.
 */
export async function keepSamples(from: string, to: string, extension: string, isBeside: boolean): Promise<number> {
  const count = countLine[extension] ?? (() => 0);
  let samples = 0;
  const lines = async function* () {
    for await (const line of createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY })) {
      const own = withoutRunner(line, isBeside);
      if (own === undefined) continue;
      samples += count(own);
      yield `${own}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(to));
  return samples;
}

/** Undefined for a stack that ends in the runner. */
function withoutRunner(line: string, isBeside: boolean): string | undefined {
  if (!line.includes(runnerFrame)) return line;
  const frames = line.split(";");
  if (isBeside || frames.at(-1)?.includes(runnerFrame)) return undefined;
  return frames.filter((frame) => !frame.includes(runnerFrame)).join(";");
}
