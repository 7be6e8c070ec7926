import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/**
 * Samples in a file that a sampler has just written; undefined for formats that do not count them. Lines with `except` are left out: a
 * runner beside the program is watched, too. Constant memory.
 */
export async function countSamples(file: string, extension: string, except?: string): Promise<number | undefined> {
  const isOurs = (line: string) => except !== undefined && line.includes(except);
  if (extension === "collapsed") return sumLines(file, (line) => (isOurs(line) ? 0 : Number(/ (\d+)$/.exec(line)?.[1] ?? 0)));
  // Of Austin's text, each line that is no comment is a sample.
  if (extension === "austin") return sumLines(file, (line) => (line === "" || line.startsWith("#") || isOurs(line) ? 0 : 1));
  return undefined;
}

async function sumLines(file: string, count: (line: string) => number): Promise<number> {
  let sum = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) sum += count(line);
  return sum;
}
