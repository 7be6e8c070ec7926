/** What is known of each function by itself: its work, whether it is cold, kept by a cache or an entry, whether it only raises. */
import { type CancellationToken, throwIfCancelled } from "../base";
import type { FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { Knowledge } from "../knowledge";
import { alwaysRaises } from "./always-raises";
import { coldReasonOfFile, coldReasonOfFunction } from "./classify-cold";
import type { ColdReason } from "./contract";
import { entryOf, type OwnEntry } from "./find-entry-points";
import { isMemoised } from "./find-memoised";
import { createWorkMeter, type FunctionWork } from "./measure-work";
import type { Parameters } from "./parameters";
import { isSameWork } from "./same-work";

/** All by FunctionId. */
export interface FunctionTraits {
  readonly works: readonly FunctionWork[];
  readonly cold: readonly (ColdReason | undefined)[];
  readonly memoised: readonly boolean[];
  readonly raises: readonly boolean[];
  readonly isModule: readonly boolean[];
  /** Entry points by what they are, whatever the user names. */
  readonly entries: readonly (OwnEntry | undefined)[];
}

export interface TraitsQuestion {
  readonly graph: ProjectGraph;
  readonly knowledge: Knowledge;
  readonly parameters: Parameters;
  readonly includeTests: boolean;
  readonly token: CancellationToken;
}

/** Stops after every few functions, so that whoever drives it can let others have their turn. */
export function* readTraits(
  question: TraitsQuestion,
  ids: Iterable<FunctionId>,
  previous: FunctionTraits | undefined,
): Generator<void, FunctionTraits> {
  const { graph, knowledge, parameters, includeTests, token } = question;
  const measure = createWorkMeter(graph, knowledge, parameters);
  const coldFile = coldFiles(graph);
  const works = previous?.works.slice() ?? [];
  const cold = previous?.cold.slice() ?? [];
  const memoised = previous?.memoised.slice() ?? [];
  const raises = previous?.raises.slice() ?? [];
  const isModule = previous?.isModule.slice() ?? [];
  const entries = previous?.entries.slice() ?? [];
  let count = 0;
  for (const id of ids) {
    if ((count++ & 63) === 0) {
      throwIfCancelled(token);
      yield;
    }
    const node = graph.functions[id] as FunctionNode;
    const ofFile = coldFile(node);
    const reason = ofFile ?? coldReasonOfFunction(graph, node);
    const work = measure(id);
    const before = previous?.works[id];
    // The object of before where it says the same: whatever rests on it stays.
    works[id] = before !== undefined && isSameWork(before, work) ? before : work;
    cold[id] = reason === "test" && includeTests ? undefined : reason;
    memoised[id] = isMemoised(graph, node);
    raises[id] = alwaysRaises(node);
    isModule[id] = node.fact.index === 0;
    entries[id] = ofFile === undefined ? entryOf(graph, node) : undefined;
  }
  return { works, cold, memoised, raises, isModule, entries };
}

function coldFiles(graph: ProjectGraph): (node: FunctionNode) => ColdReason | undefined {
  const known = new Map<string, ColdReason | undefined>();
  return ({ path }) => {
    if (known.has(path)) return known.get(path);
    const reason = coldReasonOfFile(graph, path);
    known.set(path, reason);
    return reason;
  };
}
