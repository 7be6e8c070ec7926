/** What a profiler's path of a source file says by itself, before the project is looked at. */

/** Where the code of a frame comes from, judged by its path alone. */
export type PathOrigin =
  /** A file that may be the project's own. */
  | { readonly kind: "file"; readonly segments: readonly string[]; readonly isAbsolute: boolean }
  /** Below an installation: what follows `site-packages` or `lib/python3.x`, and the package it belongs to. */
  | { readonly kind: "installed"; readonly segments: readonly string[]; readonly package: string }
  /** `<frozen importlib._bootstrap>`, `<string>`, an empty path: code without a file. */
  | { readonly kind: "none"; readonly label: string };

const installFolders: ReadonlySet<string> = new Set(["site-packages", "dist-packages"]);
/** `lib/python3.12/`, `Lib/` of Windows, `lib/python312.zip/`. */
const standardLibrary = /^(python\d(\.\d+)?t?|pypy\d(\.\d+)?|python\d+\.zip|Python\.framework)$/;

export function readFramePath(written: string): PathOrigin {
  const path = written.replace(/^file:\/\//, "").replaceAll("\\", "/");
  if (path === "" || path === "~" || /^<.*>$/.test(path)) return { kind: "none", label: path === "~" ? "" : path };
  const isAbsolute = path.startsWith("/") || /^[a-zA-Z]:\//.test(path);
  const segments = resolveDots(path.split("/"));
  const installed = afterInstallation(segments);
  if (installed === undefined || installed.length === 0) return { kind: "file", segments, isAbsolute };
  return { kind: "installed", segments: installed, package: packageOf(installed) };
}

/** `./a/../b.py` -> `b.py`; a path that climbs out of itself starts where it arrives. */
function resolveDots(segments: readonly string[]): string[] {
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === "..") resolved.pop();
    else if (segment !== "." && segment !== "") resolved.push(segment);
  }
  return resolved;
}

function afterInstallation(segments: readonly string[]): readonly string[] | undefined {
  const installed = segments.findLastIndex((segment) => installFolders.has(segment));
  if (installed >= 0) return segments.slice(installed + 1);
  const library = segments.findLastIndex(
    (segment, index) => standardLibrary.test(segment) && /^(lib|lib64|pypy.*)$/i.test(segments[index - 1] ?? ""),
  );
  if (library >= 0) return segments.slice(library + 1);
  const windows = segments.findIndex((segment, index) => segment === "Lib" && /^python/i.test(segments[index - 1] ?? ""));
  return windows >= 0 ? segments.slice(windows + 1) : undefined;
}

/** `json/decoder.py` -> `json`, `copy.py` -> `copy`. */
export function packageOf(segments: readonly string[]): string {
  return (segments[0] ?? "").replace(/\.(pyw?|pyc|so|pyd)$/, "");
}
