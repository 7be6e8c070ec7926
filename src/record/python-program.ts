/** What was typed after `--`, understood: which interpreter starts what. */
import { open, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { RecordError } from "./contract";
import { findExecutable } from "./find-executable";
import { runQuietly } from "./run-quietly";

export interface Python {
  /** The interpreter itself, not a shim or a launcher in front of it. */
  readonly executable: string;
  /** `[3, 11]` */
  readonly version: readonly [number, number];
}

export interface PythonProgram {
  readonly python: Python;
  /** The command with the interpreter itself in front, where it is one. */
  readonly command: readonly string[];
  /** How the interpreter is told to start it. Undefined when the command starts Python by way of something else. */
  readonly start?: {
    /** Options of the interpreter: `-O`, `-X dev`. */
    readonly options: readonly string[];
    /** `-m module …`, `-c code …` or `script …`. */
    readonly target: readonly string[];
  };
  /** Short name for files and messages: `simulate`, `pytest`. */
  readonly name: string;
}

interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

const isPythonName = /^(python|pypy)[\d.]*w?(\.exe)?$|^py(\.exe)?$/i;

/** Throws RecordError when there is no such program, no Python, or no script to start. */
export async function findPythonProgram(words: readonly string[], place: Place): Promise<PythonProgram> {
  const [first = "", ...rest] = words;
  if (first === "") throw new RecordError("say what to run: breakeven profile -- python script.py");
  if (/^py(\.exe)?$/i.test(basename(first)) && /^-\d/.test(rest[0] ?? "")) {
    // The launcher of Windows is told the version by an option of its own.
    return ofInterpreter(await askPython(first, place, rest.slice(0, 1)), rest.slice(1), place);
  }
  if (isPythonName.test(basename(first))) return ofInterpreter(await askPython(first, place), rest, place);
  if (/\.pyw?$/i.test(first)) return ofInterpreter(await defaultPython(place), words, place);
  const file = await findExecutable(first, place);
  if (file === undefined) throw new RecordError(`${first}: no such program; give its path or put it on PATH`);
  const shebang = await readShebang(file);
  const interpreter = shebang?.find((word) => isPythonName.test(basename(word)));
  if (interpreter !== undefined) return ofInterpreter(await askPython(interpreter, place), [file, ...rest], place);
  return { python: await defaultPython(place), command: [file, ...rest], name: bareName(first) };
}

const question = "import sys; print(sys.executable); print(sys.version_info[0]); print(sys.version_info[1])";

/** Asks an interpreter where and what it is. Throws RecordError when there is none, or when it is Python 2. */
export async function askPython(name: string, place: Place, options: readonly string[] = []): Promise<Python> {
  const file = await findExecutable(name, place);
  if (file === undefined) throw new RecordError(`no Python: ${name} is not there; install Python or give the path of the interpreter`);
  // Isolated, so that nothing of the project's folder is imported.
  const answer = await runQuietly([file, ...options, "-I", "-c", question], place);
  const [executable = "", major, minor] = answer.stdout.trim().split(/\r?\n/);
  if (answer.status !== 0 || executable === "") {
    const reason = answer.failure ?? answer.stderr.trim().split("\n").at(-1) ?? "";
    throw new RecordError(`${file} is no Python 3 that works: ${reason === "" ? "it gave no answer" : reason}`);
  }
  const version = [Number(major), Number(minor)] as const;
  if (version[0] < 3 || (version[0] === 3 && version[1] < 6)) {
    throw new RecordError(`${file} is Python ${version.join(".")}; recording needs Python 3.6 or newer`);
  }
  return { executable, version };
}

async function defaultPython(place: Place): Promise<Python> {
  const names = process.platform === "win32" ? ["python", "py", "python3"] : ["python3", "python"];
  for (const name of names) {
    if ((await findExecutable(name, place)) !== undefined) return askPython(name, place);
  }
  throw new RecordError(`no Python: neither ${names.join(" nor ")} is on PATH; install Python or name an interpreter after --`);
}

async function ofInterpreter(python: Python, rest: readonly string[], { cwd }: Place): Promise<PythonProgram> {
  const { options, target } = splitOptions(rest);
  const [kind] = target;
  if (kind === undefined) throw new RecordError("say what Python is to run: a script, -m MODULE or -c CODE");
  if (kind === "-") throw new RecordError("a program on standard input cannot be recorded; put it into a file");
  if (kind !== "-m" && kind !== "-c" && (await stat(resolve(cwd, kind)).catch(() => undefined)) === undefined) {
    throw new RecordError(`${kind}: no such script in ${cwd}`);
  }
  const name = kind === "-m" ? bareName(target[1] ?? "module") : kind === "-c" ? "code" : bareName(kind);
  return { python, command: [python.executable, ...rest], start: { options, target }, name };
}

/** Options of the interpreter end at the script, `-m` or `-c`, as in `python --help`; `-Om module` is two of them in one word. */
function splitOptions(words: readonly string[]): { options: string[]; target: string[] } {
  const options: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (!word.startsWith("-") || word === "-") return { options, target: words.slice(index) };
    if (word.startsWith("--")) {
      options.push(word);
      if (word === "--check-hash-based-pycs") options.push(words[++index] ?? "");
      continue;
    }
    const ending = /^-([A-Za-z]*?)([mcXW])(.*)$/.exec(word);
    if (ending === null) {
      options.push(word);
      continue;
    }
    const [, flags = "", letter = "", attached = ""] = ending;
    if (flags !== "") options.push(`-${flags}`);
    const value = attached === "" ? [words[index + 1] ?? ""] : [attached];
    const after = words.slice(index + (attached === "" ? 2 : 1));
    if (letter === "m" || letter === "c") return { options, target: value[0] === "" ? [] : [`-${letter}`, ...value, ...after] };
    options.push(`-${letter}`, ...value);
    if (attached === "") index++;
  }
  return { options, target: [] };
}

/** The words of `#!…`, with those of `env` and the folder left as they are; undefined for other files. */
async function readShebang(file: string): Promise<string[] | undefined> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    const line = buffer.toString("latin1", 0, bytesRead).split("\n", 1)[0] ?? "";
    return line.startsWith("#!") ? line.slice(2).trim().split(/\s+/) : undefined;
  } finally {
    await handle.close();
  }
}

function bareName(path: string): string {
  const name = basename(path).replace(/\.(pyw?|exe)$/i, "");
  return name === "__main__" ? basename(dirname(resolve(path))) : name;
}
