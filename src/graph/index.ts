export { buildGraph, buildGraphInSteps, type GraphOptions } from "./build-graph";
export * from "./contract";
export { hasShapeOf, type UpdateLimits, updateGraph } from "./update-graph";
