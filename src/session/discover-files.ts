/** Finds the Python files of a folder: its own walk over the Host, with ignore files, links in circles and unreadable places in mind. */
import ignore, { type Ignore } from "ignore";
import { type CancellationToken, throwIfCancelled } from "../base";
import type { Host, HostEntry } from "./contract";
import { configurationNames, readFolderConfiguration } from "./find-configuration";
import type { ConfigurationFile } from "./parse-configuration";
import { ancestors, baseName, joinPath, relativeTo } from "./paths";
import { classifyFile, skippedByName, skippedFolder, unmentioned } from "./skip-rules";

export interface Discovery {
  /** Relative paths in a fixed order. */
  readonly files: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Configuration files below the root, with the folder (relative) that they speak of. */
  readonly nested: readonly { readonly folder: string; readonly file: ConfigurationFile }[];
}

interface Folder {
  readonly relative: string;
  readonly ignores: readonly { readonly folder: string; readonly rules: Ignore; readonly reason: string }[];
}

const ignoreNames = [".gitignore", ".ignore"];

/** `exclude` are globs relative to `excludeFolder` (absolute). The root itself is assessed whatever its name or the ignore files above say. */
export async function discoverFiles(
  host: Host,
  root: string,
  options: {
    readonly exclude: readonly string[];
    readonly maximumFiles: number;
    readonly excludeFolder: string;
    readonly token: CancellationToken;
    onFolder?(files: number): void;
  },
): Promise<Discovery> {
  const files: string[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const nested: { folder: string; file: ConfigurationFile }[] = [];
  const rootReal = (await host.stat(root))?.realPath ?? root;
  const visited = new Set([rootReal]);
  const excluded = { folder: options.excludeFolder, rules: ignore().add([...options.exclude]), reason: "excluded by settings" };
  const queue: Folder[] = [{ relative: "", ignores: [...(await ignoresAbove(host, root)), excluded] }];

  while (queue.length > 0) {
    throwIfCancelled(options.token);
    const folder = queue.pop() as Folder;
    const absolute = joinPath(root, folder.relative);
    const entries = await list(absolute, folder.relative);
    if (entries === undefined) continue;
    const names = entries.map(({ name }) => name);
    const reason = folder.relative === "" ? undefined : skippedFolder(baseName(folder.relative), names);
    if (reason !== undefined) {
      skipped.push({ path: `${folder.relative}/`, reason });
      continue;
    }
    const ignores = [...folder.ignores, ...(await ignoresIn(host, absolute, names))];
    const own = folder.relative === "" ? undefined : await readFolderConfiguration(host, absolute, names.filter(isConfiguration));
    if (own !== undefined) {
      nested.push({ folder: folder.relative, file: own });
      if (own.settings?.exclude)
        ignores.push({ folder: absolute, rules: ignore().add(own.settings.exclude), reason: "excluded by settings" });
    }
    const below: Folder[] = [];
    for (const entry of entries) {
      const relative = folder.relative === "" ? entry.name : `${folder.relative}/${entry.name}`;
      if (entry.kind === "directory") {
        if (await enters(relative, entry, ignores)) below.push({ relative, ignores });
      } else await takeFile(relative, entry, ignores);
    }
    queue.push(...below.reverse());
    options.onFolder?.(files.length);
  }
  files.sort(comparePaths);
  const left = files.splice(options.maximumFiles);
  if (left.length > 0) {
    const reason = `${left.length} of ${files.length + left.length} Python files are more than are assessed at once (the setting is maximum-files; exclude what does not matter, or assess a folder below)`;
    skipped.push({ path: `${left[0]} and what follows`, reason });
  }
  return { files, skipped, nested };

  async function list(absolute: string, relative: string): Promise<HostEntry[] | undefined> {
    try {
      return [...(await host.readDirectory(absolute))].sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      skipped.push({ path: relative === "" ? "./" : `${relative}/`, reason: `folder cannot be read: ${reasonIn(error)}` });
      return undefined;
    }
  }

  async function enters(relative: string, entry: HostEntry, ignores: Folder["ignores"]): Promise<boolean> {
    const byName = skippedByName(entry.name);
    if (byName === unmentioned) return false;
    const reason = byName ?? ignoredBy(ignores, joinPath(root, relative), true);
    if (reason !== undefined) {
      skipped.push({ path: `${relative}/`, reason });
      return false;
    }
    if (!entry.isLink) return true;
    const real = (await host.stat(joinPath(root, relative)))?.realPath;
    if (real === undefined || visited.has(real) || relativeTo(rootReal, real) !== undefined || relativeTo(real, rootReal) !== undefined) {
      skipped.push({ path: `${relative}/`, reason: "link to a folder that is covered already" });
      return false;
    }
    visited.add(real);
    return true;
  }

  async function takeFile(relative: string, entry: HostEntry, ignores: Folder["ignores"]): Promise<void> {
    const kind = classifyFile(entry.name);
    if (kind === undefined) return;
    const reason =
      ignoredBy(ignores, joinPath(root, relative), false) ?? (kind === "python" ? await unusable(relative, entry) : kind.reason);
    if (reason === undefined) files.push(relative);
    else skipped.push({ path: relative, reason });
  }

  async function unusable(relative: string, entry: HostEntry): Promise<string | undefined> {
    if (entry.kind === "other") return entry.isLink ? "link that leads nowhere or in a circle" : "not a regular file";
    if (!entry.isLink) return undefined;
    const real = (await host.stat(joinPath(root, relative)))?.realPath;
    if (real === undefined) return "link that leads nowhere or in a circle";
    return relativeTo(rootReal, real) === undefined ? undefined : "link to a file that is covered already";
  }
}

function isConfiguration(name: string): boolean {
  return (configurationNames as readonly string[]).includes(name);
}

function ignoredBy(ignores: Folder["ignores"], path: string, isFolder: boolean): string | undefined {
  let reason: string | undefined;
  for (const { folder, rules, reason: because } of ignores) {
    const relative = relativeTo(folder, path);
    if (relative === undefined || relative === "") continue;
    const { ignored, unignored } = rules.test(isFolder ? `${relative}/` : relative);
    if (ignored) reason = because;
    else if (unignored) reason = undefined;
  }
  return reason;
}

async function ignoresIn(host: Host, folder: string, names: readonly string[]): Promise<Folder["ignores"][number][]> {
  // The last that speaks of a path wins: as for git, its own list gives way to the files in the tree.
  const found = [];
  if (names.includes(".git"))
    found.push(...(await readIgnore(host, folder, joinPath(folder, ".git/info/exclude"), "ignored by .git/info/exclude")));
  for (const name of ignoreNames) {
    if (names.includes(name)) found.push(...(await readIgnore(host, folder, joinPath(folder, name), `ignored by ${name}`)));
  }
  return found;
}

/** Ignore files between the root of the repository and `root`, unless they ignore `root` itself: it was asked for by name. */
async function ignoresAbove(host: Host, root: string): Promise<Folder["ignores"]> {
  const found: Folder["ignores"][number][] = [];
  for (const folder of ancestors(root)) {
    const names: string[] = [];
    for (const name of [...ignoreNames, ".git"]) if ((await host.stat(joinPath(folder, name))) !== undefined) names.push(name);
    if (folder !== root) found.unshift(...(await ignoresIn(host, folder, names)));
    if (names.includes(".git")) return ignoredBy(found, root, true) === undefined ? found : [];
  }
  return [];
}

async function readIgnore(host: Host, folder: string, path: string, reason: string): Promise<Folder["ignores"][number][]> {
  try {
    return [{ folder, rules: ignore().add(new TextDecoder().decode(await host.readFile(path))), reason }];
  } catch {
    // An ignore file that cannot be read ignores nothing, as for git.
    return [];
  }
}

function reasonIn(error: unknown): string {
  return (error as { reason?: string }).reason ?? (error as Error).message;
}

/** Folder by folder, as a person lists them: by code unit, which no locale changes. */
function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
