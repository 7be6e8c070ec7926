/** Real Python files: the samples and fixtures of this repository and, where there is a Python, some of its standard library. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Relative to the library's folder. */
const library = [
  "argparse.py",
  "asyncio/base_events.py",
  "email/_header_value_parser.py",
  "heapq.py",
  "inspect.py",
  "shlex.py",
  "textwrap.py",
  "unittest/mock.py",
];

export function someLibraryFiles(): string[] {
  return [...pythonFiles("samples"), ...pythonFiles("test/fixtures"), ...installedLibrary()];
}

/** Files of the standard library; none where there is no Python. */
export function installedLibrary(): string[] {
  const python = spawnSync("python3", ["-c", "import sysconfig; print(sysconfig.get_paths()['stdlib'])"], { encoding: "utf8" });
  const folder = python.status === 0 ? python.stdout.trim() : undefined;
  return folder === undefined ? [] : library.map((path) => join(folder, path));
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pythonFiles(path) : entry.name.endsWith(".py") ? [path] : [];
  });
}
