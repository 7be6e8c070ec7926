import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A folder for profiles below `root`, made when missing, with a `.gitignore` that keeps all of it out of the repository. */
export async function makeProfileFolder(root: string): Promise<string> {
  const own = join(root, ".breakeven");
  const folder = join(own, "profiles");
  await mkdir(folder, { recursive: true });
  await writeFile(join(own, ".gitignore"), "# Recorded by breakeven.\n*\n", { flag: "wx" }).catch(ignoreExisting);
  return folder;
}

/** A file of `folder` that is not there yet: `2026-03-31-142530-simulate.pstats`, by the local clock. */
export async function nameProfile(folder: string, name: string, extension: string, now = new Date()): Promise<string> {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join("");
  const plain = name.replaceAll(/[^\w.-]+/g, "-").slice(0, 60) || "program";
  for (let count = 1; ; count++) {
    const file = join(folder, `${day}-${time}-${plain}${count === 1 ? "" : `-${count}`}.${extension}`);
    if (!(await isThere(file))) return file;
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
