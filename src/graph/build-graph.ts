/** Links the facts of all files into one graph: functions, classes, what names mean, and who calls whom. */
import { type CancellationToken, neverCancelled, throwIfCancelled } from "../base";
import type { FileFacts } from "../syntax";
import type { LibraryTypes, ProjectGraph } from "./contract";
import { createInference } from "./create-inference";
import { CallLinker, type LinkedModule } from "./link/link-calls";
import { presentGraph } from "./present-graph";
import { Project } from "./project";

export interface GraphOptions {
  readonly libraryTypes: LibraryTypes;
  readonly token?: CancellationToken;
  /** Dotted name of the package that the assessed folder itself is (`sqlglot` for a folder with `__init__.py`), so that its absolute imports lead home. */
  readonly rootPackage?: string;
}

/**
 * Builds the graph of the project that consists of `files`. Work grows with the size of the files, not with the number of pairs of
 * functions. Never fails on what the files contain; throws CancelledError when `token` is cancelled.
 */
export function buildGraph(files: readonly FileFacts[], options: GraphOptions): ProjectGraph {
  const steps = buildGraphInSteps(files, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, stopping after each function, so that whoever drives it can let others have their turn. */
export function* buildGraphInSteps(files: readonly FileFacts[], options: GraphOptions): Generator<void, ProjectGraph> {
  const token = options.token ?? neverCancelled;
  const project = new Project(files, options.rootPackage);
  const inference = createInference(project, options.libraryTypes);
  const linker = new CallLinker(inference);
  const calls: LinkedModule[] = [];
  for (const module of project.modules.modules) {
    throwIfCancelled(token);
    calls.push(yield* linker.linkInSteps(module));
  }
  let total = 0;
  let resolved = 0;
  for (const one of calls) {
    total += one.total;
    resolved += one.resolved;
  }
  const kept = { descriptions: new WeakMap(), functionDescriptions: new WeakMap(), external: new WeakMap() };
  return presentGraph({ project, inference, linker, calls, total, resolved, ...kept, updates: 0 });
}
