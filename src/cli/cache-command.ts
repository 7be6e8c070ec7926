import { clearFactsStores } from "../session/node-host";
import { cacheFolder } from "./cache-folder";

/** Empties the cache of every project, and says how much that freed. */
export async function clearCacheCommand(flags: { readonly cacheDir?: string }): Promise<void> {
  const folder = cacheFolder(flags.cacheDir);
  const freed = await clearFactsStores(folder);
  process.stdout.write(`${(freed / 1e6).toFixed(1)} MB freed in ${folder}\n`);
}
