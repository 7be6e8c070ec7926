/** What is measured on: the standard library of the local Python without its tests, Django and NetworkX, and concatenated copies. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

const work = resolve("bench/speed/.work");
const packages = ["django==5.2.8", "networkx==3.6.1"];
const peers = ["ruff==0.14.6", "pylint==3.3.9", "perflint==0.8.1"];
const leftOut = new Set(["site-packages", "test", "tests", "idle_test", "__pycache__", "lib-dynload", "ensurepip", "turtledemo"]);

/** The whole corpus; fetched once. */
export function corpusFolder(): string {
  const folder = join(work, "corpus");
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  const library = run("python3", ["-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"]).trim();
  copyPython(library, join(part, "stdlib"));
  const wheels = join(work, "wheels");
  run("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", wheels, ...packages]);
  for (const wheel of readdirSync(wheels)) {
    const unpacked = join(work, "unpacked", wheel);
    run("python3", ["-m", "zipfile", "-e", join(wheels, wheel), unpacked]);
    const [name = ""] = wheel.split("-");
    copyPython(join(unpacked, name), join(part, name), new Set(["__pycache__"]));
  }
  cpSync(part, folder, { recursive: true });
  rmSync(part, { recursive: true });
  return folder;
}

/**
 * So many copies of the corpus side by side, each under names of its own, so that no import leads from one copy into another; less than one is
 * that part of the files of one copy.
 */
export function copiesOf(copies: number): string {
  const folder = join(work, copies < 1 ? `part-${Math.round(1 / copies)}` : `copies-${copies}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  const corpus = corpusFolder();
  const roots = ["", "stdlib"].flatMap((inner) => readdirSync(join(corpus, inner))).map((name) => name.replace(/\.py$/, ""));
  const names = new Set(roots.filter((name) => /^\w+$/.test(name) && name !== "stdlib" && !name.startsWith("__")));
  const paths = pythonFiles(corpus).filter((_, index) => copies >= 1 || index % Math.round(1 / copies) === 0);
  for (let copy = 1; copy <= Math.max(1, copies); copy++) {
    for (const path of paths) {
      const place = path.slice(corpus.length + 1).split("/");
      const at = place[0] === "stdlib" ? 1 : 0;
      place[at] = (place[at] as string).replace(/^\w+/, (name) => (names.has(name) ? `${name}_${copy}` : name));
      const target = join(part, `copy_${copy}`, ...place);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, renameImports(readFileSync(path, "latin1"), names, copy), "latin1");
    }
  }
  // More than are assessed without being asked.
  writeFileSync(join(part, "breakeven.toml"), "maximum-files = 100000\n");
  renameSync(part, folder);
  return folder;
}

/** Imports of `names` lead to the modules of this copy, under the names that the rest of the file uses. */
function renameImports(text: string, names: ReadonlySet<string>, copy: number): string {
  return text
    .replace(/^(\s*from )(\w+)(?=[.\s])/gm, (all, before: string, name: string) => (names.has(name) ? `${before}${name}_${copy}` : all))
    .replace(/^(\s*import )([\w., ]+)/gm, (_, before: string, list: string) => {
      const items = list.split(",").map((item) => {
        const [, name = "", rest = "", alias = ""] = /^\s*(\w+)([.\w]*)(\s+as \w+)?/.exec(item) ?? [];
        if (!names.has(name)) return item.trim();
        if (alias !== "" || rest === "") return `${name}_${copy}${rest}${alias || ` as ${name}`}`;
        return `${name}_${copy}${rest}, ${name}_${copy} as ${name}`;
      });
      return `${before}${items.join(", ")}`;
    });
}

/** About so many lines of the corpus' files, in one folder, for tools too slow for all of it. */
export function sampleOf(lines: number): string {
  const folder = join(work, `sample-${lines}`);
  if (existsSync(folder)) return folder;
  const source = join(corpusFolder(), "stdlib");
  let left = lines;
  mkdirSync(folder, { recursive: true });
  for (const path of pythonFiles(source)) {
    const count = countLines(path);
    if (count > 5000 || count > left) continue;
    left -= count;
    cpSync(path, join(folder, `${String(lines - left).padStart(7, "0")}_${basename(path)}`));
    if (left < 100) break;
  }
  return folder;
}

/** Programs of the tools compared with, in an environment of their own; undefined where they cannot be installed. */
export function peerPrograms(): { readonly ruff: string; readonly pylint: string } | undefined {
  const environment = join(work, "peers");
  const programs = { ruff: join(environment, "bin", "ruff"), pylint: join(environment, "bin", "pylint") };
  if (existsSync(programs.pylint)) return programs;
  try {
    run("python3", ["-m", "venv", environment]);
    run(join(environment, "bin", "pip"), ["install", "--quiet", ...peers]);
    return programs;
  } catch (error) {
    process.stderr.write(`without the tools compared with: ${(error as Error).message}\n`);
    return undefined;
  }
}

/** A private copy whose files a measurement may change. */
export function scratchCopy(): string {
  const folder = join(work, "scratch");
  rmSync(folder, { recursive: true, force: true });
  cpSync(corpusFolder(), folder, { recursive: true });
  return folder;
}

/** A valid module of about so many lines: functions of the standard library, each under a name of its own. */
export function longFile(lines: number): string {
  const path = join(work, `long-${lines}.py`);
  if (existsSync(path)) return path;
  const parts: string[] = [];
  let count = 0;
  for (const file of pythonFiles(join(corpusFolder(), "networkx"))) {
    if (count >= lines) break;
    const text = readFileSync(file, "utf8").replace(/^from __future__.*$/gm, "");
    parts.push(text.endsWith("\n") ? text : `${text}\n`);
    count += text.split("\n").length - 1;
  }
  writeFileSync(path, `${parts.join("").split("\n").slice(0, lines).join("\n")}\n`);
  return path;
}

export function workFile(name: string): string {
  mkdirSync(work, { recursive: true });
  return join(work, name);
}

export function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? pythonFiles(path) : entry.name.endsWith(".py") ? [path] : [];
    });
}

export function sizeOf(folder: string): { readonly files: number; readonly lines: number; readonly bytes: number } {
  const paths = pythonFiles(folder);
  let lines = 0;
  let bytes = 0;
  for (const path of paths) {
    lines += countLines(path);
    bytes += statSync(path).size;
  }
  return { files: paths.length, lines, bytes };
}

function copyPython(from: string, to: string, without: ReadonlySet<string> = leftOut): void {
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !without.has(basename(path)) && (statSync(path).isDirectory() || path.endsWith(".py")),
  });
}

function countLines(path: string): number {
  let lines = 0;
  for (const byte of readFileSync(path)) if (byte === 10) lines++;
  return lines;
}

function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${done.stderr || done.error}`);
  return done.stdout;
}
