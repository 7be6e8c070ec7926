export * from "./assessment";
