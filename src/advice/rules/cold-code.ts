import { defineRule } from "../define-rule";

const reasons = {
  test: "it is a test",
  documentation: "it belongs to the documentation",
  example: "it is an example",
  setup: "it runs when the package is installed",
  migration: "it is a database migration, run once",
  generated: "it is generated",
  "import-time": "it runs once, at import",
  configuration: "it reads configuration or arguments, once",
  formatting: "it formats text for people",
  error: "it runs when something has gone wrong",
  "unreachable-from-entry": "the given entry points do not reach it",
} as const;

/** Code that runs once or never in production. */
export const rule = defineRule({
  id: "cold-code",
  code: "BE104",
  target: "keep",
  precedence: "decisive",
  *check({ function: node, functionHeat: { cold } }) {
    if (cold === undefined) return;
    yield {
      range: node.fact.nameRange,
      message: `Cold: ${reasons[cold]}. How fast it is hardly matters.`,
      confidence: "high",
    };
  },
});
