export * from "./base64";
export * from "./cancellation";
export * from "./content-hash";
export * from "./line-index";
export * from "./lru-map";
export * from "./nearest-word";
export * from "./string-pool";
export * from "./text-range";
