export type * from "./contract";
export { estimateHeat } from "./estimate-heat";
export { explainHeat } from "./explain-heat";
