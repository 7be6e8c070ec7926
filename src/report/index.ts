export * from "./assessment";
export * from "./panel-content";
