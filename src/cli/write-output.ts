/** Where the result goes: standard output, or what `--output` names. */
import { access, chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UsageError } from "./usage-error";

/** Fails before the work starts when the file could not be written at its end. Throws UsageError. */
export async function requireWritable(output: string): Promise<void> {
  const folder = dirname(resolve(output));
  await access(folder).catch(() => {
    throw new UsageError(`--output ${output}: the folder ${folder} does not exist; create it first`);
  });
  const there = await stat(output).catch(() => undefined);
  if (there?.isDirectory()) throw new UsageError(`--output ${output}: this is a folder; name a file in it`);
}

/** A file is complete or untouched: written beside, then renamed. Links are followed, and pipes and devices written to as they are. */
export async function writeOutput(text: string, output: string | undefined): Promise<void> {
  if (output === undefined) {
    await new Promise<void>((done) => process.stdout.write(text, () => done()));
    return;
  }
  try {
    await writeWhole(text, output);
  } catch (error) {
    throw new UsageError(`--output ${output}: ${(error as Error).message}`);
  }
}

async function writeWhole(text: string, output: string): Promise<void> {
  const before = await stat(output).catch(() => undefined);
  // Renaming over a pipe or a device such as /dev/null would put a file in its place.
  if (before !== undefined && !before.isFile()) return writeFile(output, text);
  const target = before === undefined ? output : await realpath(output);
  const beside = `${target}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
    if (before !== undefined) await chmod(beside, before.mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
