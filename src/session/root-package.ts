import type { Host } from "./contract";
import { baseName, joinPath, parentPath } from "./paths";

/** Folders above the assessed one that may be packages around it. */
const mostLevels = 20;

/**
 * Dotted name of the package that a folder is by its own and its parents' `__init__.py`: `pkg.sub` for `/src/pkg/sub`. Undefined for a
 * folder that is no package, or whose name cannot be imported.
 */
export async function rootPackage(host: Host, folder: string): Promise<string | undefined> {
  const names: string[] = [];
  for (let current = folder; names.length < mostLevels; current = parentPath(current)) {
    if ((await host.stat(joinPath(current, "__init__.py")))?.kind !== "file") break;
    names.unshift(baseName(current));
    if (parentPath(current) === current) break;
  }
  return names.length > 0 && names.every((name) => /^[^\W\d]\w*$/u.test(name)) ? names.join(".") : undefined;
}
