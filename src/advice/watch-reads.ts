/** Graph and heat as a rule sees them, with a call of `look` before anything that an edit outside the function may change. */
import type { FunctionNode, ProjectGraph } from "../graph";
import type { FunctionHeat } from "../heat";

/**
 * What is asked about the function itself stays as it is while the function's node does: an update of the graph is possible only where no
 * other file can notice.
 */
export function watchGraph(graph: ProjectGraph, node: FunctionNode, look: () => void): ProjectGraph {
  const lookElsewhere = (isElsewhere: boolean) => (isElsewhere ? look() : undefined);
  const watched = (): ProjectGraph => {
    look();
    return graph;
  };
  return {
    get files() {
      return watched().files;
    },
    get functions() {
      return watched().functions;
    },
    get classes() {
      return watched().classes;
    },
    get modules() {
      return watched().modules;
    },
    get calls() {
      return watched().calls;
    },
    get resolvedCallShare() {
      return watched().resolvedCallShare;
    },
    functionId: (path, index) => watched().functionId(path, index),
    typeOf(owner, expression) {
      lookElsewhere(owner !== node.id);
      return graph.typeOf(owner, expression);
    },
    resolve(owner, expression) {
      lookElsewhere(owner !== node.id);
      return graph.resolve(owner, expression);
    },
    calleesAt(owner, expression) {
      lookElsewhere(owner !== node.id);
      return graph.calleesAt(owner, expression);
    },
    externalImports(path) {
      lookElsewhere(path !== node.path);
      return graph.externalImports(path);
    },
  };
}

/** Whether it is cold or recursive is part of what a view of the function is kept for. */
export function watchHeat(heat: FunctionHeat, look: () => void): FunctionHeat {
  const watched = (): FunctionHeat => {
    look();
    return heat;
  };
  return {
    id: heat.id,
    basis: heat.basis,
    get work() {
      return heat.work;
    },
    get mix() {
      return heat.mix;
    },
    get memoised() {
      return heat.memoised;
    },
    get cold() {
      return heat.cold;
    },
    get recursive() {
      return heat.recursive;
    },
    get frequency() {
      return watched().frequency;
    },
    get heat() {
      return watched().heat;
    },
    get loops() {
      return watched().loops;
    },
    get callers() {
      return watched().callers;
    },
  };
}
