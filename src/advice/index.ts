export * from "./break-even";
export * from "./contract";
