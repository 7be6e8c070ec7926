export { adviseProject } from "./advise-project";
export * from "./break-even";
export type * from "./contract";
export { hotspotId } from "./hotspot-id";
