export { type ComparedRun, compareProfiles } from "./compare-profiles";
export * from "./contract";
export * from "./map";
export { type ReadProfileOptions, readProfile } from "./read-profile";
