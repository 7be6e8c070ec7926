export type * from "./contract";
export { estimateHeat, estimateHeatInSteps } from "./estimate-heat";
export { explainHeat } from "./explain-heat";
export { functionsNamed } from "./find-entry-points";
