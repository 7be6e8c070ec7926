/**
 * Adds up one placed profile: own time and total time of every function and line. Native code counts for the Python function that called
 * it; Python code of libraries does not count for its caller's own time, only for the total. Whatever is on the stack several times
 * counts once. Amounts are in the profile's unit.
 */
import type { FunctionId } from "../../graph";
import type { ProfileNode, TimeKind } from "../contract";
import type { Place, PlacedProfile } from "./place-profile";

export interface FunctionTime {
  readonly self: Record<TimeKind, number>;
  withLibraries: number;
  total: number;
  isStale: boolean;
  readonly lines: Map<number, LineTime>;
}

export interface LineTime {
  self: number;
  native: number;
  total: number;
}

export interface ProfileTime {
  readonly functions: ReadonlyMap<FunctionId, FunctionTime>;
  /** Time that is not waiting, and waiting. */
  readonly cpu: number;
  readonly waiting: number;
  readonly ownPython: number;
  readonly ownNative: number;
  readonly native: number;
  /** Python code outside the project, by package. */
  readonly libraries: ReadonlyMap<string, number>;
  /** Time with an innermost frame that looks like the project's own: found in it, and not. */
  readonly found: number;
  readonly missing: number;
  /** Frames that were not found, by name and file. */
  readonly unmapped: ReadonlyMap<string, { amount: number; readonly reason: string }>;
}

export function measureProfile(placed: PlacedProfile): ProfileTime {
  const adder = new TimeAdder(placed);
  walkTree(placed.profile.nodes, adder);
  return adder.result();
}

interface Visitor {
  enter(index: number): void;
  leave(index: number): void;
}

/** Depth-first over a tree of any depth, without recursion. */
export function walkTree(nodes: readonly ProfileNode[], visitor: Visitor): void {
  const firstChild = new Int32Array(nodes.length + 1).fill(-1);
  const sibling = new Int32Array(nodes.length).fill(-1);
  // From the end, so that children come in the order of the nodes; the last slot holds the roots.
  for (let index = nodes.length - 1; index >= 0; index--) {
    const { parent } = nodes[index] as ProfileNode;
    const slot = parent < 0 ? nodes.length : parent;
    sibling[index] = firstChild[slot] as number;
    firstChild[slot] = index;
  }
  const open: number[] = [];
  let next = firstChild[nodes.length] as number;
  while (next >= 0 || open.length > 0) {
    if (next >= 0) {
      visitor.enter(next);
      open.push(next);
      next = firstChild[next] as number;
    } else {
      const done = open.pop() as number;
      visitor.leave(done);
      next = sibling[done] as number;
    }
  }
}

const noTime: Readonly<Record<TimeKind, number>> = { python: 0, native: 0, waiting: 0 };

class TimeAdder implements Visitor {
  private readonly functions = new Map<FunctionId, FunctionTime>();
  private readonly stated = new Map<FunctionId, number>();
  private readonly libraries = new Map<string, number>();
  private readonly unmapped = new Map<string, { amount: number; readonly reason: string }>();
  /** How often a function, and a line of it, is on the stack. */
  private readonly onStack = new Map<FunctionId, number>();
  private readonly linesOnStack = new Map<LineTime, number>();
  /** Time of everything that was entered and not yet left, one sum for each open node. */
  private readonly sums: number[] = [];
  /** Innermost Python frames of the open nodes, and innermost ones that look like the project's own. */
  private readonly python: (number | undefined)[] = [];
  private readonly own: (number | undefined)[] = [];
  private readonly amounts = { cpu: 0, waiting: 0, ownPython: 0, ownNative: 0, native: 0, found: 0, missing: 0 };

  constructor(private readonly placed: PlacedProfile) {}

  enter(index: number): void {
    const node = this.placed.profile.nodes[index] as ProfileNode;
    const place = this.placed.places[node.frame] as Place;
    const isPython = place.kind !== "native";
    this.python.push(isPython ? index : this.python.at(-1));
    this.own.push(place.kind === "own" || place.kind === "unmapped" ? index : this.own.at(-1));
    this.credit(node.self, place);
    this.sums.push(node.self.python + node.self.native);
    if (place.kind !== "own") return;
    const { id } = place.placed;
    this.onStack.set(id, (this.onStack.get(id) ?? 0) + 1);
    const time = this.functionTime(id);
    if (place.isStale) time.isStale = true;
    if (node.total !== undefined) this.stated.set(id, Math.max(this.stated.get(id) ?? 0, node.total));
    const line = lineTime(time, place.line);
    if (line !== undefined) this.linesOnStack.set(line, (this.linesOnStack.get(line) ?? 0) + 1);
  }

  leave(index: number): void {
    const node = this.placed.profile.nodes[index] as ProfileNode;
    const place = this.placed.places[node.frame] as Place;
    const sum = this.sums.pop() as number;
    if (this.sums.length > 0) this.sums[this.sums.length - 1] = (this.sums.at(-1) as number) + sum;
    this.python.pop();
    this.own.pop();
    if (place.kind !== "own") return;
    const time = this.functionTime(place.placed.id);
    if (decrease(this.onStack, place.placed.id) === 0) time.total += sum;
    const line = lineTime(time, place.line);
    if (line !== undefined && decrease(this.linesOnStack, line) === 0) line.total += sum;
  }

  result(): ProfileTime {
    for (const [id, total] of this.stated) {
      const time = this.functionTime(id);
      time.total = Math.min(this.amounts.cpu, Math.max(time.self.python + time.self.native, total));
    }
    return { ...this.amounts, functions: this.functions, libraries: this.libraries, unmapped: this.unmapped };
  }

  /** The time of one node goes to its own frame, and native code to the Python that called it. */
  private credit(self: ProfileNode["self"], place: Place): void {
    const cpu = self.python + self.native;
    if (cpu + self.waiting === 0) return;
    const { amounts } = this;
    amounts.cpu += cpu;
    amounts.waiting += self.waiting;
    const isNative = place.kind === "native";
    const python = isNative ? 0 : self.python;
    const native = cpu - python;
    amounts.native += native;
    const [frame, lead] = this.leadOf();
    if (lead?.kind === "own") {
      amounts.ownPython += python;
      amounts.ownNative += native;
      this.creditFunction(lead, { python, native, waiting: self.waiting });
    } else if (python > 0) {
      const name = lead?.kind === "library" ? lead.name : "files outside the project";
      this.libraries.set(name, (this.libraries.get(name) ?? 0) + python);
    }
    this.noteOwnership(cpu, frame);
  }

  private leadOf(): [number | undefined, Place | undefined] {
    const node = this.python.at(-1);
    if (node === undefined) return [undefined, undefined];
    const { frame } = this.placed.profile.nodes[node] as ProfileNode;
    return [frame, this.placed.places[frame]];
  }

  private creditFunction(place: Extract<Place, { kind: "own" }>, self: Readonly<Record<TimeKind, number>>): void {
    const time = this.functionTime(place.placed.id);
    time.self.python += self.python;
    time.self.native += self.native;
    time.self.waiting += self.waiting;
    const line = lineTime(time, place.line);
    if (line === undefined) return;
    line.self += self.python + self.native;
    line.native += self.native;
  }

  /** How much of what looks like the project's own is in it. */
  private noteOwnership(cpu: number, innermost: number | undefined): void {
    const own = this.own.at(-1);
    if (own === undefined) return;
    const { frame } = this.placed.profile.nodes[own] as ProfileNode;
    const place = this.placed.places[frame] as Place;
    if (place.kind === "own") {
      this.amounts.found += cpu;
      this.functionTime(place.placed.id).withLibraries += cpu;
    }
    if (place.kind !== "unmapped") return;
    this.amounts.missing += cpu;
    if (innermost !== frame) return;
    const { name, file } = this.placed.profile.frames[frame] as { name: string; file: string };
    const key = `${name} (${file})`;
    const known = this.unmapped.get(key);
    if (known === undefined) this.unmapped.set(key, { amount: cpu, reason: place.reason });
    else known.amount += cpu;
  }

  private functionTime(id: FunctionId): FunctionTime {
    const known = this.functions.get(id);
    if (known !== undefined) return known;
    const made: FunctionTime = { self: { ...noTime }, withLibraries: 0, total: 0, isStale: false, lines: new Map() };
    this.functions.set(id, made);
    return made;
  }
}

function lineTime(time: FunctionTime, line: number | undefined): LineTime | undefined {
  if (line === undefined) return undefined;
  const known = time.lines.get(line);
  if (known !== undefined) return known;
  const made: LineTime = { self: 0, native: 0, total: 0 };
  time.lines.set(line, made);
  return made;
}

function decrease<Key>(counts: Map<Key, number>, key: Key): number {
  const left = (counts.get(key) ?? 1) - 1;
  counts.set(key, left);
  return left;
}
