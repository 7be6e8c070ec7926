export * from "./messages";
export * from "./view-state";
