/**
 * Own times from line_profiler's, which include what a line calls. What the profiled functions called in a line took is taken off it. The
 * table has no calls: a function's whole time goes to the lines that call something of its name, in proportion to their times. Measuring a
 * line costs time too, which falls on the line that called the function; the least of it seen for any call is taken off everywhere.
 */

export interface LineTime {
  readonly line: number;
  readonly hits: number;
  /** Seconds, with everything that the line called. */
  readonly time: number;
  /** Bare names of what the line calls. */
  readonly calls: readonly string[];
}

export interface FunctionTimes {
  readonly file: string;
  /** As written; a qualified name or a bare one. */
  readonly name: string;
  readonly firstLine: number;
  readonly lines: LineTime[];
}

/** Own time of each line of each function, in the order given. */
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
    const bare = calledAs(name);
    const known = byName.get(bare) ?? { lines: [], whole: 0, events: 0 };
    for (const { time, hits } of lines) {
      known.whole += time;
      known.events += hits;
    }
    byName.set(bare, known);
  }
  functions.forEach(({ lines }, index) => {
    lines.forEach(({ calls, time }, at) => {
      for (const called of calls) byName.get(called)?.lines.push({ index, at, time });
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

/** The name that stands at a call: a class for its `__init__`. */
function calledAs(name: string): string {
  const [bare = "", owner = ""] = name.split(".").reverse();
  return bare === "__init__" && owner !== "" ? owner : bare;
}

/** Seconds that the measuring of one line adds to its caller. A line that calls several functions would tell too little of any. */
function costOfEvent(calls: readonly Call[]): number {
  const costs = calls.filter(({ events }) => events >= MANY_EVENTS).map(({ time, whole, events }) => Math.max(0, time - whole) / events);
  return costs.length === 0 ? 0 : Math.min(...costs);
}

const MANY_EVENTS = 1000;
