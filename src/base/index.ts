export * from "./cancellation";
export * from "./line-index";
export * from "./lru-map";
export * from "./text-range";
