/**
 * Output of `perf script` for a Python with the perf trampoline (`python -X perf`, 3.12 and later; https://docs.python.org/3/howto/
 * perf_profiling.html). A sample is a header line, its frames from the innermost outwards (`address symbol+offset (object)`), and a blank
 * line. Frames of the interpreter's own C code lie between the Python ones; they are left out, and C code that Python called is kept as
 * one frame, the first outside the interpreter and the C library.
 */
import { ProfileError, type ProfileFrame, type RawProfile } from "../contract";
import { createCallTree } from "./call-tree";
import { checkWeight } from "./json-shape";
import { isInterpreterFile } from "./parse-stack-frame";
import type { ProfileInput } from "./profile-input";
import { forEachLine } from "./read-lines";

/** Command (may hold blanks), process or thread, processor, time, period, event. */
const HEADER = /^(\S.{0,200}?)\s+(-?\d+(?:\/-?\d+)?)\s+(?:\[\d+\]\s+)?(?:[\w.]+\s+)?(\d+\.\d+):\s+(?:(\d+)\s+)?([^\s:]+)/;
const LONGEST_HEADER = 1000;
const TRAMPOLINE = /^py::(.*?):(.*)$/;

export function isPerfHeader(line: string): boolean {
  return HEADER.test(line.slice(0, LONGEST_HEADER)) && line.trimEnd().endsWith(":");
}

export async function readPerfScript(input: ProfileInput): Promise<RawProfile> {
  const reader = new PerfSamples(input);
  let isWhole = true;
  await forEachLine(input, (line, number, isCut) => {
    if (isCut && line.trim() !== "") isWhole = false;
    else reader.line(line, number);
  });
  if (isWhole) reader.endSample();
  return reader.finish(isWhole);
}

/** `address symbol+0xoffset (object)`; symbols of C++ hold blanks and parentheses, objects may be `x.so (deleted)`. */
function parseFrameLine(line: string): { symbol: string; object: string } | undefined {
  const text = line.trim();
  const space = text.indexOf(" ");
  if (space < 0 || !/^[0-9a-f]+$/.test(text.slice(0, space))) return undefined;
  const end = text.endsWith(" (deleted))") ? text.length - " (deleted))".length : text.length;
  const open = text.endsWith(")") ? text.lastIndexOf(" (", end - 1) : -1;
  const symbol = text.slice(space + 1, open > space ? open : undefined);
  return { symbol: symbol.replace(/\+0x[0-9a-f]+$/, ""), object: open > space ? text.slice(open + 2, -1) : "" };
}

class PerfSamples {
  private readonly tree;
  private readonly frames = new Map<string, number>();
  private readonly stack: number[] = [];
  /** Frames of the sample, innermost first. */
  private inner: { symbol: string; object: string }[] = [];
  private track = -1;
  private weight = 1;
  private isInSample = false;
  private isClock = false;
  private samples = 0;
  private pythonSamples = 0;
  private oddLine = 0;

  constructor(private readonly input: ProfileInput) {
    this.tree = createCallTree(input.limits);
  }

  line(line: string, number: number): void {
    if (line.trim() === "") this.endSample();
    if (line.trim() === "" || line.startsWith("#")) return;
    if (/^\s/.test(line)) {
      const frame = parseFrameLine(line);
      if (frame && this.isInSample) this.inner.push(frame);
      else this.oddLine ||= number;
      return;
    }
    this.endSample();
    const header = HEADER.exec(line.slice(0, LONGEST_HEADER));
    if (!header) {
      this.oddLine ||= number;
      return;
    }
    this.isInSample = true;
    this.track = this.tree.track(`${header[1]} ${header[2]}`);
    this.isClock = /^(?:cpu|task)-clock/.test(header[5]!);
    this.weight = this.isClock && header[4] !== undefined ? checkWeight(this.input.source, Number(header[4]), `line ${number}`) * 1e-9 : 1;
  }

  endSample(): void {
    if (!this.isInSample) return;
    this.isInSample = false;
    this.samples++;
    const depth = this.arrange();
    this.tree.addStack(this.stack, depth, "running", this.weight, this.track);
    this.inner = [];
  }

  /** Puts the sample on `stack`, outermost first: the Python frames, then at most one of C code. */
  private arrange(): number {
    let depth = 0;
    let native: ProfileFrame | undefined;
    for (let index = this.inner.length - 1; index >= 0; index--) {
      const { symbol, object } = this.inner[index]!;
      const python = TRAMPOLINE.exec(symbol);
      if (python) {
        this.stack[depth++] = this.frame({ file: python[2]!, name: python[1]! });
        native = undefined;
      } else if (native === undefined && depth > 0 && !isInterpreterFile(object)) {
        native = { file: object, name: symbol, isNative: true };
      }
    }
    if (depth > 0) this.pythonSamples++;
    else native = { file: "", name: "(outside Python)", isNative: true };
    if (native) this.stack[depth++] = this.frame(native);
    return depth;
  }

  private frame(frame: ProfileFrame): number {
    const key = `${frame.name}\0${frame.file}`;
    let number = this.frames.get(key);
    if (number === undefined) {
      number = this.tree.frame(frame);
      if (this.frames.size > 200_000) this.frames.clear();
      this.frames.set(key, number);
    }
    return number;
  }

  finish(isWhole: boolean): RawProfile {
    const { source } = this.input;
    if (this.samples === 0) throw new ProfileError(source, "holds no whole sample; record the profile again, for longer");
    if (this.pythonSamples === 0) {
      throw new ProfileError(
        source,
        "no frame names a Python function; record it with Python 3.12 or later as `perf record -g python -X perf ...`",
      );
    }
    const built = this.tree.finish();
    const warnings = [...built.warnings];
    if (this.oddLine > 0) warnings.push(`line ${this.oddLine}: this line, and maybe others, is none of perf script's and was left out`);
    if (!isWhole) warnings.push("the file ends within a sample, which was left out");
    const clock = { unit: this.isClock ? "seconds" : "samples", clock: "cpu" } as const;
    return { format: "perf-script", tool: "perf", source, ...clock, isDeterministic: false, sampleCount: this.samples, ...built, warnings };
  }
}
