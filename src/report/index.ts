export { type BreakEven, type BreakEvenInput, breakEven, type CumulativeCost, cumulativeCosts } from "../advice";
export * from "./assessment";
export * from "./compare-options";
export * from "./decision";
export * from "./fill-html-template";
export * from "./offload";
export * from "./panel-content";
