/**
 * Between the URIs of editors and the `/`-separated absolute paths of the engine. `file:` URIs become paths of the machine; any other
 * scheme becomes `/scheme:authority/path`, so that a virtual workspace has paths that can be joined and taken apart like others.
 */

/** `file:///c%3A/a b.py` -> `c:/a b.py`, `file:///a.py` -> `/a.py`, `vscode-vfs://github/o/r/a.py` -> `/vscode-vfs:github/o/r/a.py`. */
export function pathFromUri(uri: string): string {
  const { scheme, authority, path } = parseUri(uri);
  if (scheme !== "file") return `/${scheme}:${authority}${path}`;
  if (authority !== "") return `//${authority}${path}`;
  return /^\/[a-zA-Z]:/.test(path) ? `${path[1]?.toLowerCase()}${path.slice(2)}` : path;
}

/** Whether a path stands for a URI of a scheme other than `file:`. */
export function isVirtualPath(path: string): boolean {
  return virtualPath.test(path);
}

const virtualPath = /^\/([a-z][a-z0-9+.-]*):([^/]*)(\/.*)?$/i;

/** The inverse of `pathFromUri`, encoded as VS Code encodes. */
export function uriFromPath(path: string): string {
  const virtual = virtualPath.exec(path);
  if (virtual !== null) return `${virtual[1]}://${virtual[2]}${encodePath(virtual[3] ?? "/")}`;
  const share = /^\/\/([^/]+)(\/.*)$/.exec(path);
  if (share !== null) return `file://${share[1]}${encodePath(share[2] as string)}`;
  return `file://${encodePath(path.startsWith("/") ? path : `/${path}`)}`;
}

/** Path of `inner` relative to `outer`, or undefined when it is not inside. Equal paths give the empty string. */
export function relativePath(outer: string, inner: string): string | undefined {
  if (inner === outer) return "";
  const prefix = outer.endsWith("/") ? outer : `${outer}/`;
  return inner.startsWith(prefix) ? inner.slice(prefix.length) : undefined;
}

export function joinPath(folder: string, relative: string): string {
  if (relative === "") return folder;
  return folder.endsWith("/") ? `${folder}${relative}` : `${folder}/${relative}`;
}

function parseUri(uri: string): { scheme: string; authority: string; path: string } {
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/.exec(uri);
  if (match === null) return { scheme: "file", authority: "", path: decode(uri) };
  return { scheme: (match[1] as string).toLowerCase(), authority: match[2] ?? "", path: decode(match[3] ?? "") };
}

/** A stray `%` stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
