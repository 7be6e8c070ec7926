/**
 * Is the project's own Python the bottleneck at all? Each function's work is split into own Python, native code, Python of other libraries
 * and waiting; the project's shares are sums of frequency times the square root of that work. The root keeps one costly call in a
 * corner (a subprocess in an optional writer, a plot) from deciding for everything: what counts is how much of the code is of that kind.
 */
import { lineAt } from "../base";
import type { FunctionNode, ProjectGraph } from "../graph";
import type { ColdReason, OperationMix, ProjectBound } from "./contract";
import type { OutsideTable } from "./outside-work";
import { rootOf, type WorkColumns } from "./work-columns";
import { emptyAmount, type WorkAmount, type WorkKind, workKinds } from "./work-tally";

/**
 * Own Python leads from here on: the middle of the gap between measured programs of both kinds (see `bench/accuracy/README.md`), of which
 * none lies between 0.37 and 0.49.
 */
const OWN_PYTHON = 0.43;
/** Where Python takes less than this of the summed time, the corner with the costly calls is no corner, unless own Python leads clearly. */
const LITTLE_TIME = 0.12;
const CLEARLY_OWN = 0.6;
const SHOWN_NAMES = 4;

/** An outside name with what is done for it in the whole project. */
interface OutsideName {
  readonly name: string;
  readonly kind: WorkKind;
  readonly amount: number;
  /** Function with the largest part. */
  readonly where: FunctionNode;
}

export function judgeBound(
  graph: ProjectGraph,
  columns: WorkColumns,
  outside: OutsideTable,
  frequencies: Float64Array,
  cold: readonly (ColdReason | undefined)[],
  mix: OperationMix,
): ProjectBound {
  const sums = emptyAmount();
  for (let id = 0; id < frequencies.length; id++) {
    const frequency = frequencies[id] as number;
    if (cold[id] !== undefined || frequency === 0) continue;
    for (let kind = 0; kind < workKinds.length; kind++) sums[workKinds[kind] as WorkKind] += frequency * rootOf(columns, id, kind);
  }
  const total = sums.python + sums.native + sums.io + sums.library;
  const shares = {
    ownPython: total === 0 ? 0 : sums.python / total,
    native: total === 0 ? 0 : sums.native / total,
    library: total === 0 ? 0 : sums.library / total,
    io: total === 0 ? 0 : sums.io / total,
  };
  if (total === 0) return { kind: "unknown", evidence: ["There is no code that runs."], shares };
  const leads = shares.ownPython >= (mix.python < LITTLE_TIME ? CLEARLY_OWN : OWN_PYTHON);
  const kind = leads ? "own-python" : largest(sums);
  return { kind, evidence: evidenceFor(kind, shares, addUpNames(graph, outside, frequencies, cold)), shares };
}

const UNSEEN = -1;

function addUpNames(
  graph: ProjectGraph,
  { layout, name, kind, root, names }: OutsideTable,
  frequencies: Float64Array,
  cold: readonly (ColdReason | undefined)[],
): OutsideName[] {
  const amounts = new Float64Array(names.size);
  const largestPart = new Float64Array(names.size);
  const where = new Int32Array(names.size).fill(UNSEEN);
  const firstKind = new Int32Array(names.size);
  for (let id = 0; id < frequencies.length; id++) {
    const frequency = frequencies[id] as number;
    if (cold[id] !== undefined || frequency === 0) continue;
    for (let i = layout.start[id] as number; i < (layout.start[id + 1] as number); i++) {
      const at = name[i] as number;
      const amount = frequency * (root[i] as number);
      amounts[at] = (amounts[at] as number) + amount;
      if (where[at] === UNSEEN) firstKind[at] = kind[i] as number;
      else if (amount <= (largestPart[at] as number)) continue;
      where[at] = id;
      largestPart[at] = amount;
    }
  }
  const found: OutsideName[] = [];
  for (const [text, at] of names) {
    if (where[at] === UNSEEN) continue;
    const node = graph.functions[where[at] as number] as FunctionNode;
    found.push({ name: text, kind: workKinds[firstKind[at] as number] as WorkKind, amount: amounts[at] as number, where: node });
  }
  return found;
}

function largest(sums: WorkAmount): "native" | "io" | "library" {
  if (sums.native >= sums.io && sums.native >= sums.library) return "native";
  return sums.io >= sums.library ? "io" : "library";
}

const kindWords = { native: "calls into native code", io: "waiting", library: "Python code of other libraries" } as const;

function evidenceFor(kind: ProjectBound["kind"], shares: ProjectBound["shares"], names: readonly OutsideName[]): readonly string[] {
  const evidence: string[] = [];
  for (const other of ["native", "io", "library"] as const) {
    if (other !== kind && shares[other] < 0.2) continue;
    const shown = names
      .filter((item) => item.kind === other)
      .sort((left, right) => right.amount - left.amount || (left.name < right.name ? -1 : 1))
      .slice(0, SHOWN_NAMES);
    if (shown.length > 0) evidence.push(`${capital(kindWords[other])}: ${shown.map(placeWords).join(", ")}.`);
  }
  return evidence;
}

function placeWords({ name, where }: OutsideName): string {
  return `${name} (${where.path}:${lineAt(where.file.lineStarts, where.fact.nameRange.start)})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
