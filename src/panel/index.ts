export * from "./messages";
export { createFormat, type Format } from "./model/format";
export { type Strings, stringsFor } from "./strings";
export * from "./view-state";
