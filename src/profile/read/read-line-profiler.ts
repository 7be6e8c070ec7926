/**
 * line_profiler: its .lprof files (a pickled `LineStats`) and what it prints of them. The time of a line includes the functions that it
 * calls; where these were profiled too, `subtractCallees` takes it off again. The files hold no text, so there it is left to the mapping,
 * which knows the calls (`linesIncludeCallees`). A function is a root with its whole time, its lines below it
 * with their own.
 */
import { ProfileError, type RawProfile } from "../contract";
import { createCallTree } from "./call-tree";
import { checkWeight } from "./json-shape";
import { type FunctionTimes, subtractCallees } from "./own-line-times";
import { PickleDict, PickleObject, type PickleValue, readPickle } from "./pickle";
import { type ProfileInput, readWhole } from "./profile-input";
import { forEachLine } from "./read-lines";

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
  return { ...toProfile(input, functions), linesIncludeCallees: true };
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
      return { ...at, time: checkWeight(source, time, place) * unit, calls: [] };
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
      functions.at(-1)!.lines.push({ line: Number(row[1]), hits: Number(row[2]), time, calls: namesCalled(row[4] ?? "") });
    }
  });
  return toProfile(input, functions);
}

/** Names with a parenthesis after them, but not of a definition. */
function namesCalled(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<!\bdef\s)\b([A-Za-z_]\w*)\s*\(/g)].map(([, name]) => name!))];
}

function toProfile(input: ProfileInput, functions: readonly FunctionTimes[]): RawProfile {
  const tree = createCallTree(input.limits);
  const own = subtractCallees(functions);
  functions.forEach(({ file, name, firstLine, lines }, index) => {
    const whole = tree.frame({ file, name, ...(firstLine > 0 && { firstLine }) });
    tree.setTotal(
      tree.addStack([whole], 1, "running", 0),
      lines.reduce((sum, { time }) => sum + time, 0),
    );
    lines.forEach(({ line, time }, at) => {
      if (time === 0) return;
      const frame = tree.frame({ file, name, ...(line > 0 && { line }), ...(firstLine > 0 && { firstLine }) });
      tree.setTotal(tree.addStack([whole, frame], 2, "running", own[index]![at]!), time);
    });
  });
  if (tree.weight === 0) throw new ProfileError(input.source, "holds no time: no function that was marked for line_profiler ran");
  return {
    format: "line-profiler",
    tool: "line_profiler",
    source: input.source,
    unit: "seconds",
    clock: "wall",
    isDeterministic: true,
    ...tree.finish(),
  };
}
