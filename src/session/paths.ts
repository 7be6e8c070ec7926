/** Paths with `/`, as the Host port and the Assessment use them on every system. */

export function joinPath(folder: string, relative: string): string {
  if (relative === "" || relative === ".") return folder;
  return folder.endsWith("/") ? `${folder}${relative}` : `${folder}/${relative}`;
}

/** The folder that holds `path`; the root of the file system holds itself. */
export function parentPath(path: string): string {
  const cut = path.lastIndexOf("/");
  if (cut < 0) return path;
  const parent = path.slice(0, cut);
  return parent === "" || parent.endsWith(":") ? `${parent}/` : parent;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `path` relative to `folder`, `""` for the folder itself, undefined when it lies elsewhere. */
export function relativeTo(folder: string, path: string): string | undefined {
  if (path === folder) return "";
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** `path`, its parent, and so on up to the root of the file system. */
export function* ancestors(path: string): Generator<string> {
  let current = path;
  for (;;) {
    yield current;
    const parent = parentPath(current);
    if (parent === current) return;
    current = parent;
  }
}
