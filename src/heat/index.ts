export type * from "./contract";
export { estimateHeat } from "./estimate-heat";
