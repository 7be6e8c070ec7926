export { adviseProject, adviseProjectInSteps } from "./advise-project";
export * from "./break-even";
export type * from "./contract";
export { combineEfforts } from "./effort";
export { hotspotId } from "./hotspot-id";
export { usualCosts } from "./pays-back";
export { targetWords } from "./target-words";
