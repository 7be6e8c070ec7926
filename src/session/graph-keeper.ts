/** The graph from one answer to the next. */
import type { CancellationToken } from "../base";
import { buildGraphInSteps, hasShapeOf, type LibraryTypes, type ProjectGraph, updateGraph } from "../graph";
import type { FileFacts } from "../syntax";

export interface GraphKeeper {
  /**
   * The graph of `files`. With `mayUpdate`, the last one with what has changed linked again, where nobody else can notice the change. That
   * is many times faster, and not to the last digit what building anew gives: where types are worked out in circles, the answer depends
   * a little on where the circle was entered.
   */
  graphOf(files: readonly FileFacts[], question: GraphQuestion): Generator<void, ProjectGraph>;
  /** Whether the last graph was an updated one. */
  readonly isUpdated: boolean;
}

export interface GraphQuestion {
  readonly libraryTypes: LibraryTypes;
  readonly rootPackage?: string;
  readonly token: CancellationToken;
  readonly mayUpdate: boolean;
  /** Offsets of what has not changed may be those of an earlier text, with line starts that fit them. */
  readonly mayKeepPlaces: boolean;
}

interface KeptGraph {
  readonly files: readonly FileFacts[];
  readonly question: GraphQuestion;
  readonly graph: ProjectGraph;
  readonly isUpdated: boolean;
}

/** More files than this that have changed at once are sooner linked with all others. */
const mostUpdates = 8;
/** An update looks at a file several times, so a file that is more than this part of the project is sooner linked with the rest. */
const largestPart = 1 / 8;

export function createGraphKeeper(): GraphKeeper {
  let kept: KeptGraph | undefined;
  return {
    get isUpdated() {
      return kept?.isUpdated === true;
    },
    *graphOf(files, question) {
      const before = kept;
      // An update changes what the kept graph stands on: after a failure half way there must be none.
      kept = undefined;
      const next = before && reuse(before, files, question);
      kept = next ?? { files, question, graph: yield* buildGraphInSteps(files, question), isUpdated: false };
      return kept.graph;
    },
  };
}

function reuse(before: KeptGraph, files: readonly FileFacts[], question: GraphQuestion): KeptGraph | undefined {
  const isComparable =
    before.files.length === files.length &&
    before.question.libraryTypes === question.libraryTypes &&
    before.question.rootPackage === question.rootPackage;
  if (!isComparable) return undefined;
  const changed = files.filter((file, index) => file !== before.files[index]);
  if (changed.length === 0 && !before.isUpdated) return before;
  if (!question.mayUpdate || changed.length > mostUpdates || changed.some(({ path }) => !before.graph.files.has(path))) return undefined;
  const limits = { wholeFile: lengthOf(changed) <= largestPart * lengthOf(files), oneFunction: question.mayKeepPlaces };
  let graph: ProjectGraph | undefined = before.graph;
  for (const file of changed) {
    // Functions that are gone while a line is half typed come back with its end: until then the file counts as it was.
    if (graph && question.mayKeepPlaces && isBroken(file) && !hasShapeOf(graph, file)) continue;
    graph = graph && updateGraph(graph, file, limits);
  }
  return graph && { files, question, graph, isUpdated: true };
}

function isBroken({ problems }: FileFacts): boolean {
  return problems.some(({ code }) => code === "syntax-error");
}

function lengthOf(files: readonly FileFacts[]): number {
  return files.reduce((sum, { length }) => sum + length, 0);
}
