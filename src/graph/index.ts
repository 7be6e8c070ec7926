export { buildGraph, buildGraphInSteps, type GraphOptions } from "./build-graph";
export * from "./contract";
export { updateGraph } from "./update-graph";
