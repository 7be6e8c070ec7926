/** What is left out of an assessment by its name or by what lies beside it, and why. */

/** Folders that nobody takes for code: left out without a word. */
const foldersWithoutWord: ReadonlySet<string> = new Set([
  ".git",
  ".hg",
  ".svn",
  "__pycache__",
  ".mypy_cache",
  ".pytest_cache",
  ".ruff_cache",
  ".ipynb_checkpoints",
]);

/** Folders that never hold the project's own code. */
const foldersByName: Readonly<Record<string, string>> = {
  node_modules: "installed packages",
  "site-packages": "installed packages",
  "dist-packages": "installed packages",
  __pypackages__: "installed packages",
  ".tox": "virtual environment",
  ".nox": "virtual environment",
  ".venv": "virtual environment",
  ".eggs": "build output",
  _build: "build output",
  _vendor: "vendored code",
  _vendored: "vendored code",
  vendored: "vendored code",
  third_party: "vendored code",
  "third-party": "vendored code",
  thirdparty: "vendored code",
};

/** Names that are also good names of packages: only without an `__init__.py`. */
const foldersUnlessPackage: Readonly<Record<string, string>> = {
  build: "build output",
  dist: "build output",
  vendor: "vendored code",
  extern: "vendored code",
  externals: "vendored code",
};

/** Why a folder is left out, judged by its name and the names of what it holds; undefined when it is not. */
export function skippedFolder(name: string, entries: readonly string[]): string | undefined {
  if (Object.hasOwn(foldersByName, name)) return foldersByName[name];
  if (entries.includes("pyvenv.cfg") || entries.includes("conda-meta")) return "virtual environment";
  if (/\.(egg-info|dist-info)$/.test(name)) return "package metadata";
  if (Object.hasOwn(foldersUnlessPackage, name) && !entries.includes("__init__.py")) return foldersUnlessPackage[name];
  return undefined;
}

/** Folders whose content need not even be listed: the reason, `unmentioned` when not worth telling, undefined for all others. */
export function skippedByName(name: string): string | undefined {
  return foldersWithoutWord.has(name) ? unmentioned : Object.hasOwn(foldersByName, name) ? foldersByName[name] : undefined;
}

export const unmentioned = "";

/** `python` to assess a file, a reason to mention it as skipped, undefined when it is no Python at all. */
export function classifyFile(name: string): "python" | { readonly reason: string } | undefined {
  if (/_pb2(_grpc)?\.py$/.test(name)) return { reason: "generated code" };
  if (/\.pyw?$/.test(name)) return "python";
  if (name.endsWith(".ipynb")) return { reason: "notebook (not assessed yet)" };
  if (/\.(pyx|pxd)$/.test(name)) return { reason: "Cython, compiled already" };
  return undefined;
}
