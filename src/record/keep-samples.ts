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
 * Copies a profile of a counted format and says how many samples it has. With `isBeside` without those of the runner, which a sampler
 * that watches processes has seen, too. Constant memory.
 */
export async function keepSamples(from: string, to: string, extension: string, isBeside: boolean): Promise<number> {
  const count = countLine[extension] ?? (() => 0);
  let samples = 0;
  const lines = async function* () {
    for await (const line of createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (isBeside && line.includes(runnerFrame)) continue;
      samples += count(line);
      yield `${line}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(to));
  return samples;
}
