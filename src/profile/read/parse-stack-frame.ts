/**
 * One element of a collapsed stack. The format has no rule for names, so every tool has its own: py-spy writes `func (file:line)`, Austin
 * and Python 3.15's sampler `file:func:line`, perf's trampoline `py::func:file`, flamegraph.pl and others the bare name.
 */
import type { ProfileFrame } from "../contract";

/** What an element of a stack is: a frame, or the name of the process or thread that the stack belongs to. */
export type StackElement = { readonly frame: ProfileFrame } | { readonly track: string };

const PROCESS = /^(?:process (\d+)(?::.*)?|P(\d+))$/;
/** Austin: `T<thread>` or `T<interpreter>:<thread>`. */
const AUSTIN_THREAD = /^T(?:(\d+):)?((?:0x)?[0-9a-f]+)$/;
/** py-spy: `thread (<id>)`, then `: <name>` where it has one; Python 3.15's sampler: `tid:<id>`. */
const THREAD = /^(?:thread \(([^)]*)\)(: .*)?|tid:(\d+)|Thread (?:0x)?[0-9a-f]+.*)$/;
const TRAMPOLINE = /^py::(.*?):(.*)$/;
/** Path with spaces and colons of drives allowed; a function name has no `/`. */
const FILE_FUNC_LINE = /^(.*):([^:/\\]*):(\d{1,9})$/;

/** `element` without the annotations (`_[k]`, `_[j]`) of perf's stack folding. */
export function parseStackElement(element: string): StackElement {
  const track = parseTrack(element);
  return track === undefined ? { frame: parseFrame(element) } : { track };
}

function parseTrack(element: string): string | undefined {
  const first = element.charCodeAt(0);
  // p, P, t, T
  if (first !== 112 && first !== 80 && first !== 116 && first !== 84) return undefined;
  const process = PROCESS.exec(element);
  if (process) return `process ${process[1] ?? process[2]}`;
  const austin = AUSTIN_THREAD.exec(element);
  if (austin) return austin[1] === undefined || austin[1] === "0" ? `thread ${austin[2]}` : `interpreter ${austin[1]}, thread ${austin[2]}`;
  const thread = THREAD.exec(element);
  const id = thread?.[1] ?? thread?.[3];
  return id === undefined ? thread?.[0] : `thread ${id}${thread?.[2] ?? ""}`;
}

function parseFrame(element: string): ProfileFrame {
  const annotated = /_\[[a-z]\]$/.exec(element);
  const text = annotated ? element.slice(0, annotated.index) : element;
  const trampoline = TRAMPOLINE.exec(text);
  if (trampoline) return { file: trampoline[2]!, name: trampoline[1]! };
  const spy = splitParentheses(text);
  if (spy) return spy;
  const parts = FILE_FUNC_LINE.exec(text);
  if (parts && !parts[1]!.includes("::")) return pythonOrNative(parts[1]!, parts[2]!, parts[3]);
  const special = /^:(\w+):$/.exec(text);
  if (special) return { file: "", name: `<${special[1]}>`, isNative: true };
  return { file: "", name: text, ...((annotated || looksNative(text)) && { isNative: true }) };
}

/** `name (file:line)` and `name (file)`; paths may hold spaces and parentheses. */
function splitParentheses(text: string): ProfileFrame | undefined {
  if (!text.endsWith(")")) return undefined;
  let open = text.length - 1;
  for (let depth = 1; depth > 0 && open > 0; ) {
    open--;
    if (text[open] === ")") depth++;
    else if (text[open] === "(") depth--;
  }
  if (open < 2 || text[open - 1] !== " ") return undefined;
  const inner = text.slice(open + 1, -1);
  const line = /:(\d{1,9})$/.exec(inner);
  const file = line ? inner.slice(0, line.index) : inner;
  return isFile(file, line?.[1]) ? pythonOrNative(file, text.slice(0, open - 1), line?.[1]) : undefined;
}

/** `operator()(int)` and `foo (inlined)` are names, `foo (lib.so)` and `foo (a.py:3)` have files. */
function isFile(text: string, line: string | undefined): boolean {
  return line !== undefined || /\.(?:pyx?|pxd|pyc|so(?:\.[\d.]+)?|c|cc|cpp|h|hpp|rs|dll|dylib|exe|pyd)$/.test(text) || /^[/<]/.test(text);
}

function pythonOrNative(file: string, name: string, line: string | undefined): ProfileFrame {
  const number = line === undefined ? 0 : Number(line);
  const isNative = isNativeFile(file);
  // Addresses without a symbol are of no use one by one.
  if (isNative && /^0x[0-9a-f]+$/.test(name)) return { file, name: `[${file.split("/").at(-1)}]`, isNative };
  return { file, name, ...(number > 0 && { line: number }), ...(isNative && { isNative }) };
}

/** Shared objects, compiled sources and the kernel; a Python file may have any name, so only these are known to be something else. */
export function isNativeFile(file: string): boolean {
  return (
    /\.(?:so|dll|dylib|pyd|exe|c|cc|cpp|cxx|h|hpp|rs|pyx|pxd)(?:\.[\d.]+)?$/.test(file) ||
    /^\[?(?:kernel|vdso|unknown)[\].]?/.test(file) ||
    file === "~"
  );
}

/**
 * The interpreter itself, what it is linked with, and the kernel: time there is time of the Python code, or of the library, that asked for
 * it. C code of lists, dictionaries and numbers is what interpreting is.
 */
export function isInterpreterFile(file: string): boolean {
  return INTERPRETER.test(file);
}

const INTERPRETER =
  /(?:^|\/)(?:lib)?python[\d.]*(?:[a-z]*)(?:\.so[\d.]*)?$|(?:^|\/)(?:libc|ld-linux[^/]*|libpthread|ld-musl[^/]*|libm)[-.][^/]*$|^\[|^$|perf-\d+\.map$/;

/** A bare name of C or C++: with its namespace, an address, a known prefix of the interpreter or of the system. */
function looksNative(name: string): boolean {
  return /^(?:0x[0-9a-f]+|_?Py[A-Z_]\w*|_PyEval\w*|\[unknown\]|<native>|<GC>|__libc\w*|_start|clone3?|start_thread|std::.*|.*::.*)$/.test(
    name,
  );
}
