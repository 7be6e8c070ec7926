export { type BreakEven, type BreakEvenInput, breakEven, type CumulativeCost, cumulativeCosts, usualCosts } from "../advice";
export * from "./assessment";
export { type AssessmentParts, buildAssessment } from "./build-assessment";
export * from "./compare-options";
export { comparisonSchema, comparisonSchemaId, type ProfileComparison } from "./comparison";
export * from "./decision";
export * from "./fill-html-template";
export { codeSpan, escapeMarkdown } from "./markdown-text";
export * from "./offload";
export * from "./panel-content";
export { type RenderOptions, type ReportFormat, renderAssessment, type TextFormat, textFormats } from "./render-assessment";
export { renderComparison } from "./render-comparison";
export type { TerminalOptions } from "./render-terminal";
export { explainRule, listRules } from "./rule-texts";
export {
  effortRange,
  percent,
  plural,
  recommendationName,
  recommendationNames,
  speedupRange,
  targetName,
  targetWords,
  visible,
} from "./words";
