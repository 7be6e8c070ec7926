/**
 * line_profiler: its .lprof files (a pickled `LineStats`) and what it prints of them. The time of a line includes the functions that it
 * calls. Where these were profiled too and the text of the lines is at hand, it is taken off again (`subtractCallees`); the files hold no
 * text, so there own and whole time are the same and a warning says so.
 */
import { ProfileError, type RawProfile } from "../contract";
import { createCallTree } from "./call-tree";
import { checkWeight } from "./json-shape";
import { PickleDict, PickleObject, type PickleValue, readPickle } from "./pickle";
import { type ProfileInput, readWhole } from "./profile-input";
import { forEachLine } from "./read-lines";

export interface LineTime {
  readonly line: number;
  readonly hits: number;
  /** Seconds, with everything that the line called. */
  readonly time: number;
  /** Source of the line, empty where it is not known. */
  readonly text: string;
}

export interface FunctionTimes {
  readonly file: string;
  /** As written; a qualified name or a bare one. */
  readonly name: string;
  readonly firstLine: number;
  readonly lines: LineTime[];
}

/** `line_profiler.line_profiler.LineStats`, earlier `_line_profiler` and `line_profiler._line_profiler`. */
const LINE_STATS = /^(?:line_profiler\.)?(?:_?line_profiler\.)?LineStats$/;

export async function readLineStats(input: ProfileInput): Promise<RawProfile> {
  const value = readPickle(input.source, await readWhole(input, "a .lprof file"), LINE_STATS);
  const state = value instanceof PickleObject ? value.state : value;
  const unit = checkWeight(input.source, member(state, "unit"), "unit");
  const timings = member(state, "timings");
  if (!(timings instanceof PickleDict))
    throw new ProfileError(input.source, "this is a pickle, but not one of line_profiler: it has no timings");
  const functions = timings.entries.map(([key, lines]) => toFunction(input.source, key, lines, unit));
  const warning =
    "a .lprof file tells no own times: the time of a line includes what it calls (the printed form, `python -m line_profiler FILE`, tells)";
  return toProfile(input, functions, [warning]);
}

function member(state: PickleValue, key: string): PickleValue | undefined {
  return state instanceof PickleDict ? state.entries.find(([name]) => name === key)?.[1] : undefined;
}

function toFunction(source: string, key: PickleValue, lines: PickleValue, unit: number): FunctionTimes {
  const [file, firstLine, name] = Array.isArray(key) ? key : [];
  if (typeof file !== "string" || typeof firstLine !== "number" || typeof name !== "string" || !Array.isArray(lines)) {
    throw new ProfileError(source, "this is a pickle, but not one of line_profiler: timings are no `(file, line, name): lines`");
  }
  const place = `${name} (${file}:${firstLine})`;
  return {
    file,
    name,
    firstLine,
    lines: lines.map((item) => {
      const [line, hits, time] = Array.isArray(item) ? item : [];
      const at = { line: checkWeight(source, line, place), hits: checkWeight(source, hits, place) };
      return { ...at, time: checkWeight(source, time, place) * unit, text: "" };
    }),
  };
}

// Colours of a terminal, when the table was printed with -r.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they start with the escape character.
const COLOURS = /\u001b\[[0-9;]*m/g;
const ROW = /^\s*(\d{1,9})\s+(\d+)\s+([\d.]+(?:e[-+]?\d+)?)\s+[\d.]+(?:e[-+]?\d+)?(?:\s+[\d.]+)?(?:\s{1,2}(.*))?$/;

export async function readLineTable(input: ProfileInput): Promise<RawProfile> {
  const functions: FunctionTimes[] = [];
  let file = "";
  let unit = 1e-6;
  await forEachLine(input, (coloured, number) => {
    const line = coloured.replace(COLOURS, "");
    const header = /^(Timer unit|File|Function): (.*)$/.exec(line);
    if (header?.[1] === "Timer unit") unit = checkWeight(input.source, Number.parseFloat(header[2]!), `line ${number}`);
    else if (header?.[1] === "File") file = header[2]!;
    else if (header?.[1] === "Function") {
      const [, name = "", firstLine = "0"] = /^(.*) at line (\d{1,9})$/.exec(header[2]!) ?? [];
      functions.push({ file, name, firstLine: Number(firstLine), lines: [] });
    } else {
      const row = ROW.exec(line);
      if (!row || functions.length === 0) return;
      const time = checkWeight(input.source, Number(row[3]), `line ${number}`) * unit;
      functions.at(-1)!.lines.push({ line: Number(row[1]), hits: Number(row[2]), time, text: row[4] ?? "" });
    }
  });
  return toProfile(input, functions, []);
}

function toProfile(input: ProfileInput, functions: readonly FunctionTimes[], warnings: readonly string[]): RawProfile {
  const tree = createCallTree(input.limits);
  const own = subtractCallees(functions);
  functions.forEach(({ file, name, firstLine, lines }, index) => {
    lines.forEach(({ line, time }, at) => {
      if (time === 0) return;
      const frame = tree.frame({ file, name, ...(line > 0 && { line }), ...(firstLine > 0 && { firstLine }) });
      tree.setTotal(tree.addStack([frame], 1, "running", own[index]![at]!), time);
    });
  });
  if (tree.weight === 0) throw new ProfileError(input.source, "holds no time: no function that was marked for line_profiler ran");
  const built = tree.finish();
  return {
    format: "line-profiler",
    tool: "line_profiler",
    source: input.source,
    unit: "seconds",
    clock: "wall",
    isDeterministic: true,
    ...built,
    warnings: [...built.warnings, ...warnings],
  };
}

/**
 * Own time of each line: what the profiled functions called in it took is taken off. A function's whole time goes to the lines that name it
 * with a parenthesis after it, in proportion to their times, since the table has no calls. Measuring a line costs time too, which falls on
 * the line that called the function; the least of it seen for any call is taken off everywhere.
 */
export function subtractCallees(functions: readonly FunctionTimes[]): number[][] {
  const calls = findCalls(functions);
  const cost = costOfEvent(calls);
  const own = functions.map(({ lines }) => lines.map(({ time }) => time));
  for (const { index, at, whole, events } of calls) own[index]![at] = Math.max(0, own[index]![at]! - whole - events * cost);
  return own;
}

interface Call {
  /** Function and line that call. */
  readonly index: number;
  readonly at: number;
  readonly time: number;
  /** Share of the called function's time, and of the lines that were measured for it. */
  readonly whole: number;
  readonly events: number;
}

function findCalls(functions: readonly FunctionTimes[]): Call[] {
  const byName = new Map<string, { lines: { index: number; at: number; time: number }[]; whole: number; events: number }>();
  for (const { name, lines } of functions) {
    const bare = name.split(".").at(-1)!;
    const known = byName.get(bare) ?? { lines: [], whole: 0, events: 0 };
    for (const { time, hits } of lines) {
      known.whole += time;
      known.events += hits;
    }
    byName.set(bare, known);
  }
  functions.forEach(({ lines }, index) => {
    lines.forEach(({ text, time }, at) => {
      const names = new Set([...text.matchAll(/(?<!\bdef\s)\b([A-Za-z_]\w*)\s*\(/g)].map(([, called]) => called!));
      for (const called of names) byName.get(called)?.lines.push({ index, at, time });
    });
  });
  return [...byName.values()].flatMap(({ lines, whole, events }) => {
    const sum = lines.reduce((total, { time }) => total + time, 0);
    return lines.map((line) => ({
      ...line,
      whole: sum > 0 ? (whole * line.time) / sum : 0,
      events: sum > 0 ? (events * line.time) / sum : 0,
    }));
  });
}

/** Seconds that the measuring of one line adds to its caller. A line that calls several functions would tell too little of any. */
function costOfEvent(calls: readonly Call[]): number {
  const costs = calls.filter(({ events }) => events >= MANY_EVENTS).map(({ time, whole, events }) => Math.max(0, time - whole) / events);
  return costs.length === 0 ? 0 : Math.min(...costs);
}

const MANY_EVENTS = 1000;
